import type { TreeReader } from '../collection/passages.ts';

/** How `collectPassages` reads a page. */
export const domReader: TreeReader<Node> = {
  text: (node) => (node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? '') : undefined),
  element: (node) =>
    node instanceof Element
      ? {
          tagName: node.localName,
          id: node.id,
          isEditorial: node.hasAttribute('data-editorial'),
        }
      : undefined,
  children: (node) => node.childNodes,
};
