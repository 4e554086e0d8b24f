import { posix } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';

/** Attributes that hold an address of the site, those our own scripts read included. */
const ADDRESSES = new Set(
  'href src action poster data-index data-texts data-home data-script'.split(' '),
);

/**
 * Makes the addresses in a page relative to the page, so that the same files work at any address and
 * from disk. Every other byte of the page stays as it is, and with it the hashes of its scripts.
 *
 * @param html The page, with addresses from the site's root (`/papers/x.html`); the root itself is
 * `index.html`, since a folder opened from disk has no index.
 * @param path The page's own path in the site, without a leading slash.
 */
export function makeUrlsRelative(html: string, path: string): string {
  const edits: { start: number; end: number; attribute: string }[] = [];
  visit(fromHtml(html, { verbose: true }), 'element', ({ data }) => {
    for (const place of Object.values(data?.position?.properties ?? {})) {
      const start = place?.start.offset ?? 0;
      const end = place?.end.offset ?? 0;
      const [, name, address] = /^([\w-]+)="(\/(?!\/)[^"]*)"$/.exec(html.slice(start, end)) ?? [];
      if (name && address && ADDRESSES.has(name)) {
        edits.push({ start, end, attribute: `${name}="${relate(address, path)}"` });
      }
    }
  });
  let result = '';
  let at = 0;
  for (const { start, end, attribute } of edits.sort((one, other) => one.start - other.start)) {
    result += html.slice(at, start) + attribute;
    at = end;
  }
  return result + html.slice(at);
}

function relate(address: string, page: string): string {
  const [, target = '', rest = ''] = /^\/([^?#]*)(.*)$/su.exec(address) ?? [];
  return posix.relative(posix.dirname(page), target || 'index.html') + rest || posix.basename(page);
}
