import { createHash } from 'node:crypto';
import { toString as toText } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Edit, ReadPage } from './edit-page.ts';

/** Where the policy goes: right behind what tells the encoding, before anything it must cover. */
const CHARSET = '<meta charset="utf-8">';

/**
 * Gives a page its Content-Security-Policy (CSP 3): scripts and styles of the site's own files, and
 * of those in the page the very ones that are there now; no other host; no `eval`, no WebAssembly.
 *
 * @param path The page's own path in the site, for messages.
 * @throws When the page holds what the policy would forbid: a `style` attribute or an event handler.
 */
export function addContentPolicy({ html, tree }: ReadPage, path: string): Edit {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  visit(tree, 'element', (node) => {
    const { tagName, properties } = node;
    const forbidden = Object.keys(properties).find((name) => /^(?:style$|on[A-Z])/.test(name));
    if (forbidden)
      throw new Error(`${path}: ${forbidden} on <${tagName}> is forbidden by our policy`);
    const isData = /json/.test(String(properties['type'] ?? ''));
    if (tagName === 'script' && !('src' in properties) && !isData) scripts.add(hash(toText(node)));
    if (tagName === 'style') styles.add(hash(toText(node)));
  });
  const policy = [
    "default-src 'none'",
    ["script-src 'self'", ...scripts].join(' '),
    ["style-src 'self'", ...styles].join(' '),
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ');
  const charset = html.indexOf(CHARSET);
  if (charset < 0) throw new Error(`${path}: no ${CHARSET} to put the policy behind`);
  const place = charset + CHARSET.length;
  return {
    start: place,
    end: place,
    text: `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
  };
}

function hash(source: string): string {
  return `'sha256-${createHash('sha256').update(source).digest('base64')}'`;
}
