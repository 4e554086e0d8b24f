import { extname } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { applyEdits, type Edit } from './edit-page.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
};

/**
 * Puts a page's style sheets, fonts and images into the page itself, so that the one file is all there
 * is to keep or to send.
 *
 * @param html A page with addresses from the site's root.
 * @param read Reads a file of the site by its path from the root, without a leading slash.
 * @throws When a file cannot be read or is of a kind that is not known here.
 */
export function embedFiles(html: string, read: (path: string) => Buffer): string {
  const edits: Edit[] = [];
  visit(fromHtml(html), 'element', ({ tagName, properties, position }) => {
    const start = position?.start.offset ?? 0;
    const end = position?.end.offset ?? 0;
    const address = String(properties[tagName === 'img' ? 'src' : 'href'] ?? '');
    if (!/^\/(?!\/)/.test(address) || !/^(?:link|img)$/.test(tagName)) return;
    const path = decodeURI(address.slice(1));
    const element = html.slice(start, end);
    const isStyle = tagName === 'link' && String(properties['rel']) === 'stylesheet';
    const text = isStyle
      ? `<style>${embedUrls(read(path).toString(), path, read)}</style>`
      : element.replace(`"${address}"`, () => `"${toDataUrl(path, read(path))}"`);
    edits.push({ start, end, text });
  });
  return applyEdits(html, edits);
}

function embedUrls(css: string, path: string, read: (path: string) => Buffer): string {
  return css.replaceAll(/url\((?!data:)["']?([^)"']+)["']?\)/g, (_, address: string) => {
    const { pathname } = new URL(address, `file:///${path}`);
    const target = decodeURI(pathname.slice(1));
    return `url(${toDataUrl(target, read(target))})`;
  });
}

function toDataUrl(path: string, content: Buffer): string {
  const type = TYPES[extname(path).toLowerCase()];
  if (!type) throw new Error(`${path}: files of this kind cannot be put into a page`);
  return `data:${type};base64,${content.toString('base64')}`;
}
