import type { Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/**
 * Numbers the blocks of text of a paper: paragraphs, list items that hold their text directly, code
 * blocks and tables get `p1`, `p2` … in the order of the text.
 *
 * Why: every passage needs an address, and one that outlives rewording.
 *
 * @example
 * ```html
 * <p>第一段。</p><ul><li>一项</li></ul>
 * <p id="p1">第一段。</p><ul><li id="p2">一项</li></ul>
 * ```
 *
 * Leaves alone: headings, which have ids of their own, and footnotes, which GFM links already.
 */
export function rehypeParagraphIds() {
  return (tree: Root): void => {
    let count = 0;
    visit(tree, 'element', (node) => {
      if ('dataFootnotes' in node.properties) return SKIP;
      const isItem =
        node.tagName === 'li' &&
        !node.children.some((child) => child.type === 'element' && child.tagName === 'p');
      if (isItem || /^(?:p|pre|table)$/.test(node.tagName)) {
        count += 1;
        node.properties['id'] = `p${count}`;
      }
      return undefined;
    });
  };
}
