import { posix } from 'node:path';
import { type Edit, editAttributes, type ReadPage } from './edit-page.ts';

/** Attributes that hold an address of the site, those our own scripts read included. */
const ADDRESSES = new Set(
  'href src action poster data-index data-texts data-home data-script data-unzipper data-worker'.split(
    ' ',
  ),
);

/**
 * Makes the addresses in a page relative to the page, so that the same files work at any address and
 * from disk.
 *
 * A page that is shown at any address, and says where the site is (`data-root`), names it instead.
 *
 * @param page With addresses from the site's root (`/papers/x.html`); the root itself is `index.html`,
 * since a folder opened from disk has no index.
 * @param path The page's own path in the site, without a leading slash.
 */
export function makeUrlsRelative(page: ReadPage, path: string): Edit[] {
  const [, root] = /<html[^>]* data-root="([^"]+)"/.exec(page.html.slice(0, 500)) ?? [];
  return editAttributes(page, ({ name, value }) => {
    if (!ADDRESSES.has(name) || !/^\/(?!\/)/.test(value)) return undefined;
    return root === undefined ? relate(value, path) : root + relate(value, '');
  });
}

function relate(address: string, page: string): string {
  const [, target = '', rest = ''] = /^\/([^?#]*)(.*)$/su.exec(address) ?? [];
  const relative = posix.relative(posix.dirname(page), target || 'index.html');
  return `${relative}${target.endsWith('/') ? '/' : ''}${rest}`;
}
