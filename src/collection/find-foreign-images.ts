import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { visit } from 'unist-util-visit';

const FOREIGN = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i;
const IMG_SRC = /<img\b[^>]*?\ssrc\s*=\s*["']?([^"'\s>]+)/gi;

/**
 * Finds images that a paper takes from another host. The built site asks nothing of any other, so
 * that it works on an intranet and from disk and tells nobody who reads it.
 *
 * @param markdown A paper's body.
 * @returns Each such image with its line in the body, from 1.
 */
export function findForeignImages(markdown: string): { url: string; line: number }[] {
  if (!/!\[|<img\b/i.test(markdown)) return [];
  const tree = fromMarkdown(markdown);
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
  return [...node.value.matchAll(IMG_SRC)].map(([, url = '']) => url);
}
