import { fromHtml } from 'hast-util-from-html';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { visit } from 'unist-util-visit';

const FOREIGN = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i;

/**
 * Finds images that a paper takes from another host. The built site asks nothing of any other, so
 * that it works on an intranet and from disk and tells nobody who reads it.
 *
 * @param markdown A paper's body.
 * @returns Each such image with its line in the body, from 1.
 */
export function findForeignImages(markdown: string): { url: string; line: number }[] {
  if (!/!\[|<(?:img|source)\b/i.test(markdown)) return [];
  const tree = fromMarkdown(markdown, {
    extensions: [gfmFootnote()],
    mdastExtensions: [gfmFootnoteFromMarkdown()],
  });
  const urls = new Map<string, string>();
  visit(tree, 'definition', ({ identifier, url }) => {
    urls.set(identifier, url);
  });

  const found: { url: string; line: number }[] = [];
  visit(tree, (node) => {
    for (const url of imageUrls(node, urls)) {
      if (FOREIGN.test(url)) found.push({ url, line: node.position?.start.line ?? 1 });
    }
  });
  return found;
}

function imageUrls(node: Nodes, urls: Map<string, string>): string[] {
  if (node.type === 'image') return [node.url];
  if (node.type === 'imageReference') return [urls.get(node.identifier) ?? ''];
  if (node.type !== 'html') return [];
  const found: string[] = [];
  visit(fromHtml(node.value, { fragment: true }), 'element', ({ tagName, properties }) => {
    if (!/^(?:img|source)$/.test(tagName)) return;
    // A set names each picture with its width behind it, and commas between.
    const set = String(properties['srcSet'] ?? '').matchAll(/(?:^|,)\s*(\S+)/g);
    found.push(String(properties['src'] ?? ''), ...[...set].map(([, url = '']) => url));
  });
  return found;
}
