import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/**
 * Refuses images of other sites.
 *
 * Why: the built site asks nothing of any other host, so that it works on an intranet and from disk,
 * and tells nobody who reads it.
 *
 * @example
 * ```html
 * <img src="https://example.org/a.png"> → stops the build
 * <img src="./a.png"> → stays
 * ```
 *
 * Leaves alone: images beside the paper, and links of any kind.
 */
export function rehypeOwnImages() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'element', (node) => {
      const { src } = node.properties;
      if (node.tagName === 'img' && /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(String(src))) {
        file.fail(
          `图片“${src}”在别的网站上。请把图片存到文稿旁边，改写成 ![说明](./文件名.png)。`,
          node,
        );
      }
    });
  };
}
