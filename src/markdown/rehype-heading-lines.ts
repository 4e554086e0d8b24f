import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { recognizeHeadingLine } from '../text/heading-line.ts';
import { findLonePoints } from '../text/lone-points.ts';
import { inlineText, sliceInline } from './inline-text.ts';
import { setStructure } from './structure-data.ts';

/** Markdown's own headings stand above all that are recognized, and keep their order by depth. */
const RANK_OF_MARKDOWN = -6;

/**
 * Makes a heading of each paragraph that looks like one (`recognizeHeadingLine`), and gives all
 * headings levels without gaps from h2 on, since the page's title is the h1.
 *
 * Why: Chinese papers number their headings and mark them up with nothing.
 *
 * @example
 * ```html
 * <p>一、抓学习。</p>
 * <h2><span class="ordinal">一、</span>抓学习。</h2>
 * ```
 *
 * Leaves alone: paragraphs in lists, quotations and tables, and those with more in them than text.
 */
export function rehypeHeadingLines() {
  return (tree: Root): void => {
    const open: number[] = [];
    for (const { node, found } of recognizeHeadings(tree)) {
      if (!found) {
        lowerHeadingsWithin(node, open.length);
        continue;
      }
      while ((open.at(-1) ?? Number.NEGATIVE_INFINITY) >= found.rank) open.pop();
      open.push(found.rank);

      const text = inlineText(node.children).trim();
      node.tagName = `h${Math.min(open.length + 1, 6)}`;
      setStructure(node, { kind: 'heading', ordinal: found.ordinal, text, depth: open.length - 1 });
      if (found.ordinal) {
        const { length } = found.ordinal;
        node.children = [
          {
            type: 'element',
            tagName: 'span',
            properties: { className: ['ordinal'] },
            children: sliceInline(node.children, 0, length),
          },
          ...sliceInline(node.children, length, Number.POSITIVE_INFINITY),
        ];
      }
    }
  };
}

function recognizeHeadings(tree: Root): { node: Element; found: FoundHeading | undefined }[] {
  const blocks = tree.children
    .filter((node) => node.type === 'element')
    .map((node) => ({ node, found: recognizeHeading(node) }));
  const headings = blocks.filter(({ found }) => found);
  const lone = findLonePoints(headings.map(({ found }) => found?.ordinal ?? ''));
  for (const [index, heading] of headings.entries()) {
    if (lone.has(index) && heading.node.tagName === 'p') heading.found = undefined;
  }
  return blocks;
}

/** A heading in a quotation or list is none of the paper's, and ranks below where it stands. */
function lowerHeadingsWithin(node: Element, depth: number): void {
  if ('dataFootnotes' in node.properties) return;
  visit(node, 'element', (child) => {
    if (!/^h[1-6]$/.test(child.tagName)) return;
    // One without wording, such as a picture alone, cannot stand in an outline.
    child.tagName = child === node ? 'p' : `h${Math.min(depth + 2, 6)}`;
  });
}

function recognizeHeading(node: Element): FoundHeading | undefined {
  const text = inlineText(node.children);
  const markdown = /^h([1-6])$/.exec(node.tagName)?.[1];
  if (markdown) {
    if (text.trim() === '') return undefined;
    const ordinal = recognizeHeadingLine(text)?.ordinal ?? '';
    return { ordinal, rank: RANK_OF_MARKDOWN + Number(markdown) - 1 };
  }
  const isPlain = node.children.every(
    (child) =>
      child.type === 'text' ||
      (child.type === 'element' && /^(?:strong|b|em|i|a|del|span|sup|sub)$/.test(child.tagName)),
  );
  return node.tagName === 'p' && isPlain ? recognizeHeadingLine(text) : undefined;
}

interface FoundHeading {
  ordinal: string;
  rank: number;
}
