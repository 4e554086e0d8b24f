import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { splitAtBreaks } from '../text/line-breaks.ts';
import { inlineText, sliceInline } from './inline-text.ts';

/**
 * Puts a `<wbr>` where a line of a heading may break besides punctuation (`splitAtBreaks`).
 *
 * Why: headings break at punctuation only (`word-break: keep-all`), and a stretch too long for the
 * line would break anywhere, inside a word too.
 *
 * @example
 * ```html
 * <h2>坚持“四学”“三办”</h2>
 * <h2>坚持<wbr>“四学”<wbr>“三办”</h2>
 * ```
 *
 * Leaves alone: everything but headings, and the place behind an ordinal, which must not end a line.
 */
export function rehypeHeadingBreaks() {
  return (tree: Root): void => {
    visit(tree, 'element', (node) => {
      if (!/^h[1-6]$/.test(node.tagName)) return undefined;
      const ordinal = node.children.slice(0, startsWithOrdinal(node) ? 1 : 0);
      const content = node.children.slice(ordinal.length);
      const pieces = splitAtBreaks(inlineText(content));
      if (pieces.length === 1) return SKIP;
      let end = 0;
      node.children = pieces.flatMap((piece, index) => {
        const start = end;
        end += piece.length;
        return [...(index > 0 ? [breakPoint()] : ordinal), ...sliceInline(content, start, end)];
      });
      return SKIP;
    });
  };
}

function startsWithOrdinal({ children: [first] }: Element): boolean {
  return first?.type === 'element' && String(first.properties['className']) === 'ordinal';
}

function breakPoint(): Element {
  return { type: 'element', tagName: 'wbr', properties: {}, children: [] };
}
