import type { Element, Root } from 'hast';
import { recognizeHeadingLine } from '../text/heading-line.ts';
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
    for (const node of tree.children) {
      if (node.type !== 'element') continue;
      const found = recognizeHeading(node);
      if (!found) continue;
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

function recognizeHeading(node: Element): { ordinal: string; rank: number } | undefined {
  const text = inlineText(node.children);
  const markdown = /^h([1-6])$/.exec(node.tagName)?.[1];
  if (markdown) {
    const ordinal = recognizeHeadingLine(text)?.ordinal ?? '';
    return { ordinal, rank: RANK_OF_MARKDOWN + Number(markdown) - 1 };
  }
  const isPlain = node.children.every(
    (child) =>
      child.type === 'text' ||
      (child.type === 'element' && /^(?:strong|b|sup)$/.test(child.tagName)),
  );
  return node.tagName === 'p' && isPlain ? recognizeHeadingLine(text) : undefined;
}
