import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { OutlineEntry } from '../collection/outline-entry.ts';
import { renderPaper } from '../model/render-paper.ts';

const BLOCKS = new Set(['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'td', 'th', 'pre', 'dt', 'dd']);

/** Renders a body as the site does, and reads from the page what a reader would. */
export async function renderBody(markdown: string): Promise<RenderedBody> {
  const { structure, body } = await renderPaper({
    path: 'content/papers/import.md',
    body: markdown,
    bodyLine: 1,
  });
  const paragraphs: string[] = [];
  readText(fromHtml(body.html, { fragment: true }), paragraphs);
  return {
    html: body.html,
    outline: structure.outline,
    paragraphs: paragraphs.filter((text) => text.trim() !== ''),
  };
}

/** Text of the author's, a string for each block; what the site adds is marked. */
function readText(node: Nodes, paragraphs: string[]): void {
  if (node.type === 'text') paragraphs.push((paragraphs.pop() ?? '') + node.value);
  if (node.type !== 'element' && node.type !== 'root') return;
  if (node.type === 'element' && 'dataEditorial' in node.properties) return;
  const isBlock = node.type === 'element' && BLOCKS.has(node.tagName);
  if (isBlock) paragraphs.push('');
  for (const child of node.children) readText(child, paragraphs);
  if (isBlock) paragraphs.push('');
}

export interface RenderedBody {
  html: string;
  outline: OutlineEntry[];
  /** The text of each block in order. */
  paragraphs: string[];
}
