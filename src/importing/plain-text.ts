import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';

/** The text of a node as a reader sees it: no names of pictures, no tags. */
export function plainText(node: Nodes | Nodes[]): string {
  return textOf(node, { includeImageAlt: false, includeHtml: false });
}

/**
 * A text for comparison: without white space, which a layout makes as it likes, and without marks
 * that nothing draws.
 */
export function withoutSpace(text: string): string {
  return text.replaceAll(/[\p{White_Space}\uFEFF\u200B]+/gu, '');
}
