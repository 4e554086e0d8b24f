import type { ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { splitAtBreaks } from '../text/line-breaks.ts';

/**
 * Puts a `<wbr>` before opening quotes and brackets in headings.
 *
 * Why: headings break at punctuation only (`word-break: keep-all`), and a quotation that starts a
 * line reads better than one that ends it.
 *
 * @example
 * ```html
 * <h2>提高“两个能力”</h2>
 * <h2>提高<wbr>“两个能力”</h2>
 * ```
 *
 * Leaves alone: everything but headings.
 */
export function rehypeHeadingBreaks() {
  return (tree: Root): void => {
    visit(tree, 'element', (node) => {
      if (!/^h[1-6]$/.test(node.tagName)) return undefined;
      node.children = node.children.flatMap((child): ElementContent[] => {
        if (child.type !== 'text') return [child];
        return splitAtBreaks(child.value).flatMap((value, index): ElementContent[] => {
          const text: ElementContent = { type: 'text', value };
          const wbr: ElementContent = {
            type: 'element',
            tagName: 'wbr',
            properties: {},
            children: [],
          };
          return index > 0 ? [wbr, text] : [text];
        });
      });
      return SKIP;
    });
  };
}
