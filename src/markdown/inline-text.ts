import type { ElementContent } from 'hast';

/** Elements that stand in a line without being part of its wording. */
const ASIDE = new Set(['img', 'br', 'input']);

/**
 * The wording of a paragraph's children: their text, without footnote marks and images, which
 * must not hide that a sentence starts behind them.
 */
export function inlineText(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      const isWording =
        node.type === 'element' &&
        !ASIDE.has(node.tagName) &&
        !('dataEditorial' in node.properties);
      return isWording ? inlineText(node.children) : '';
    })
    .join('');
}

/**
 * Copies a stretch of a paragraph's children. An element that reaches over its ends is cut in two,
 * and only the part it begins in keeps its id. What has no wording goes with the text before it.
 *
 * @param start Offset in {@link inlineText}, inclusive.
 * @param end Offset in {@link inlineText}, exclusive.
 */
export function sliceInline(
  nodes: readonly ElementContent[],
  start: number,
  end: number,
): ElementContent[] {
  if (start >= end) return [];
  const slice: ElementContent[] = [];
  let offset = 0;
  for (const node of nodes) {
    const from = offset;
    const length = inlineText([node]).length;
    offset += length;
    if (length === 0) {
      if ((start < from && from <= end) || (start === 0 && from === 0)) slice.push(node);
    } else if (from < end && offset > start) {
      if (from >= start && offset <= end) slice.push(node);
      else if (node.type === 'text') {
        slice.push({
          type: 'text',
          value: node.value.slice(Math.max(start - from, 0), end - from),
        });
      } else if (node.type === 'element') {
        const { id, ...properties } = node.properties;
        slice.push({
          ...node,
          properties: from >= start && id !== undefined ? { id, ...properties } : properties,
          children: sliceInline(node.children, Math.max(start - from, 0), end - from),
        });
      }
    }
  }
  return slice;
}
