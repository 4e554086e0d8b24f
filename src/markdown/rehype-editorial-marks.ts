import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * Marks what GFM adds around footnotes as not the author's own: the numbers, the heading 注释 and the
 * arrows back get `data-editorial`.
 *
 * Why: copying, counting, search and tests must tell a paper's text from the site's.
 *
 * @example
 * ```html
 * <p>正文<sup><a href="#user-content-fn-1" data-footnote-ref>1</a></sup>。</p>
 * <p>正文<sup data-editorial><a href="#user-content-fn-1" data-footnote-ref>1</a></sup>。</p>
 * ```
 *
 * The box of a task list gets a name that says whether the task is done.
 *
 * Leaves alone: a superscript of the author's own, and the text of the notes.
 */
export function rehypeEditorialMarks() {
  return (tree: Root): void => {
    visit(tree, 'element', (node, _index, parent) => {
      const isReference = node.tagName === 'a' && 'dataFootnoteRef' in node.properties;
      const isFootnotes = node.tagName === 'section' && 'dataFootnotes' in node.properties;
      if (isReference && parent?.type === 'element') parent.properties['dataEditorial'] = '';
      if (node.tagName === 'input') {
        node.properties['ariaLabel'] = node.properties['checked'] ? '已完成' : '未完成';
      }
      if ('dataFootnoteBackref' in node.properties) node.properties['dataEditorial'] = '';
      if (isFootnotes) {
        node.properties['className'] = ['footnotes'];
        for (const child of node.children) {
          if (child.type === 'element' && child.tagName === 'h2')
            child.properties['dataEditorial'] = '';
        }
      }
    });
  };
}
