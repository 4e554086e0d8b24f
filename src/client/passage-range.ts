import type { Passage } from '../collection/passages.ts';

/** The range from a place in one passage to a place in the same or a later one. */
export function createPassageRange(from: PassagePlace, to: PassagePlace): Range {
  const range = document.createRange();
  for (const { node, start } of from.passage.nodes) {
    const length = node.nodeValue?.length ?? 0;
    if (start <= from.offset && from.offset < start + length) {
      range.setStart(node, from.offset - start);
    }
  }
  for (const { node, start } of to.passage.nodes) {
    const length = node.nodeValue?.length ?? 0;
    if (start < to.offset && to.offset <= start + length) range.setEnd(node, to.offset - start);
  }
  return range;
}

/** A place in a passage's text. */
export interface PassagePlace {
  passage: Passage<Node>;
  offset: number;
}
