import type { IndexedWord } from '../index-file.ts';
import { VarintWriter } from '../varints.ts';
import type { IndexPart } from './index-part.ts';

/** Joins the parts of an index, in order, into one sorted list of words. */
export function* mergeParts(parts: readonly PlacedPart[]): Generator<IndexedWord> {
  const cursors = parts.map((part) => ({ ...part, word: 0, start: 0 }));
  const writer = new VarintWriter();
  for (;;) {
    let word: string | undefined;
    for (const { part, word: at } of cursors) {
      const next = part.words[at];
      if (next !== undefined && (word === undefined || next < word)) word = next;
    }
    if (word === undefined) return;
    const isSingle = [...word].length === 1;
    let last = 0;
    for (const cursor of cursors) {
      const { part, word: at, start } = cursor;
      const before = isSingle ? cursor.firstPaper : cursor.firstPlace;
      if (part.words[at] !== word) continue;
      const end = start + (part.lengths[at] ?? 0);
      // A part counts from its own beginning; here from the last place of the one before.
      const first = readFirst(part.bytes, start);
      writer.write(before + first.value - last);
      writer.append(part.bytes.subarray(first.end, end));
      last = before + (part.lasts[at] ?? 0);
      cursor.word += 1;
      cursor.start = end;
    }
    yield { word, bytes: writer.take() };
  }
}

/** Reads the number that begins at a byte, and where it ends. */
function readFirst(bytes: Uint8Array, start: number): { value: number; end: number } {
  let value = 0;
  for (let at = start, shift = 0; ; at++, shift += 7) {
    const byte = bytes[at] ?? 0;
    value |= (byte & 127) << shift;
    if (byte < 128) return { value, end: at + 1 };
  }
}

/** A part, and where in the collection it stands. */
export interface PlacedPart {
  part: IndexPart;
  /** Number of its first paper. */
  firstPaper: number;
  /** Place where its first paper begins. */
  firstPlace: number;
}
