import type { Nodes } from 'hast';
import type { TreeReader } from '../collection/passages.ts';

/** Reads passages from HTML syntax trees, at build time. */
export const hastReader: TreeReader<Nodes> = {
  text: (node) => (node.type === 'text' ? node.value : undefined),
  element: (node) =>
    node.type === 'element'
      ? {
          tagName: node.tagName,
          id: String(node.properties['id'] ?? ''),
          isEditorial: 'dataEditorial' in node.properties,
        }
      : undefined,
  children: (node) => ('children' in node ? node.children : []),
};
