import { collectPassages, type Passage } from '../collection/passages.ts';
import { checkPassage, findChecked } from '../text/check-passage.ts';
import { type Folded, foldText } from '../text/fold.ts';
import { domReader } from './dom-reader.ts';
import { createPassageRange, type PassagePlace } from './passage-range.ts';

/** Variants hang on the whole collection, and links must not. */
const NO_VARIANTS: ReadonlyMap<string, string> = new Map();

/**
 * Says in a few characters where a passage stands and what it reads: its offset from an anchor, its
 * length, and a check of its words, counted in the folded text, so that changed spaces and marks of
 * another width do not matter.
 *
 * @param body The paper's text.
 * @param range What of it is meant.
 * @param anchor Id of a passage or place at or before its beginning.
 * @returns `12-85-k3f9x1`.
 */
export function describePassage(body: Element, range: Range, anchor: string): string {
  const { text, parts } = readBody(body);
  let [start, end] = [text.length, 0];
  for (const { passage, folded, from } of parts) {
    const held = holdIn(passage, range);
    if (!held) continue;
    start = Math.min(start, from + folded.starts.filter((place) => place < held.start).length);
    end = Math.max(end, from + folded.ends.filter((place) => place <= held.end).length);
  }
  const origin = findAnchor(parts, anchor);
  return [start - origin, end - start, checkPassage(text.slice(start, end))].join('-');
}

/**
 * Finds the passage that `describePassage` described, also where it has moved.
 *
 * @returns `undefined` when its words are no longer in the text.
 */
export function findPassage(body: Element, description: string, anchor: string): Range | undefined {
  const [, offset = '', length = '', check = ''] =
    /^(\d+)-(\d+)-([\da-z]+)$/.exec(description) ?? [];
  const { text, parts } = readBody(body);
  const passage = { length: Number(length), check };
  const start = findChecked(text, passage, findAnchor(parts, anchor) + Number(offset));
  if (start === undefined) return undefined;
  const end = start + passage.length - 1;
  const first = placeOf(parts, start, 'starts');
  const last = placeOf(parts, end, 'ends');
  return first && last && createPassageRange(first, last);
}

/** The part of a passage that a range holds, as offsets; nothing when it holds none. */
export function holdIn(
  { text, nodes }: Passage<Node>,
  range: Range,
): { start: number; end: number } | undefined {
  let from = text.length;
  let to = 0;
  for (const { node, start } of nodes) {
    if (!range.intersectsNode(node)) continue;
    const length = node.nodeValue?.length ?? 0;
    from = Math.min(from, start + (node === range.startContainer ? range.startOffset : 0));
    to = Math.max(to, start + (node === range.endContainer ? range.endOffset : length));
  }
  return from < to ? { start: from, end: to } : undefined;
}

interface FoldedPart {
  passage: Passage<Node>;
  folded: Folded;
  /** Where it begins in the folded text of the whole body. */
  from: number;
}

function readBody(body: Element): { text: string; parts: FoldedPart[] } {
  let text = '';
  const parts = collectPassages<Node>(body, domReader).map((passage) => {
    const folded = foldText(passage.text, NO_VARIANTS);
    const from = text.length;
    text += folded.text;
    return { passage, folded, from };
  });
  return { text, parts };
}

/** Where an anchor is in the folded text; its beginning when there is no such anchor. */
function findAnchor(parts: readonly FoldedPart[], anchor: string): number {
  for (const { passage, folded, from } of parts) {
    if (passage.id === anchor) return from;
    const place = passage.places.find(([, id]) => id === anchor);
    if (place) return from + folded.starts.filter((start) => start < place[0]).length;
  }
  return 0;
}

function placeOf(
  parts: readonly FoldedPart[],
  at: number,
  side: 'starts' | 'ends',
): PassagePlace | undefined {
  const part = parts.find(({ from, folded }) => from <= at && at < from + folded.text.length);
  const offset = part?.folded[side][at - part.from];
  return part && offset !== undefined ? { passage: part.passage, offset } : undefined;
}
