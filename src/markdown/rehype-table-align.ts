import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * Writes the alignment of table cells as `data-align`, which the style sheet reads.
 *
 * Why: HTML has dropped `align`, and an inline style would not pass a Content-Security-Policy.
 *
 * @example
 * ```html
 * <td align="right">1</td>
 * <td data-align="right">1</td>
 * ```
 *
 * Leaves alone: cells without alignment.
 */
export function rehypeTableAlign() {
  return (tree: Root): void => {
    visit(tree, 'element', (node) => {
      const { align, ...properties } = node.properties;
      if (align !== undefined) node.properties = { ...properties, dataAlign: align };
    });
  };
}
