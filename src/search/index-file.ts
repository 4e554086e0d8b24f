import { readVarints, VarintWriter } from './varints.ts';

/*
 * The files of our own index, each of them some words of one sorted list with what is known of each.
 * A word is a character, or a pair of characters, as it stands in the folded text. Of a pair all places
 * are told, of a character how often it stands in each paper.
 *
 * Places are numbered through the whole collection: a paper's stretch of numbers starts where the one
 * before ends (`SearchManifest.spans`), so one list of rising numbers tells paper and place.
 *
 * A file holds the length of its head; the head, which is the words, a line each; the lengths of the
 * words' parts; and the parts. All numbers are varints.
 */

/** Writes a file. */
export function writeIndexFile(words: readonly IndexedWord[]): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(words.map(({ word }) => word).join('\n'));
  const writer = new VarintWriter();
  writer.write(head.length);
  writer.append(head);
  for (const { bytes } of words) writer.write(bytes.length);
  for (const { bytes } of words) writer.append(bytes);
  return writer.take();
}

/** Reads a file, so far that a word's part can be found. */
export function readIndexFile(file: Uint8Array): IndexFile {
  let at = 0;
  const read = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = file[at++] ?? 0;
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  const headLength = read();
  const words = new TextDecoder().decode(file.subarray(at, at + headLength)).split('\n');
  at += headLength;
  const lengths = words.map(read);
  const parts = new Map<string, [start: number, end: number]>();
  for (const [index, word] of words.entries()) {
    const end = at + (lengths[index] ?? 0);
    parts.set(word, [at, end]);
    at = end;
  }
  return {
    size: file.length + words.length * WORD_COST,
    find: (word) => {
      const part = parts.get(word);
      return part && file.subarray(...part);
    },
    findPairs: (character) =>
      words.flatMap((word) => {
        const part = word.length > character.length && word.startsWith(character);
        return part ? [file.subarray(...(parts.get(word) as [number, number]))] : [];
      }),
  };
}

/** Reads where a pair stands: places in rising order. */
export function readPlaces(bytes: Uint8Array): Int32Array {
  const places = readVarints(bytes);
  let place = 0;
  for (let at = 0; at < places.length; at++) {
    place += places[at] as number;
    places[at] = place;
  }
  return places;
}

/** Writes the counts of a character in a paper, the papers in rising order. */
export function writeCount(
  writer: VarintWriter,
  paperDistance: number,
  { head, body }: { head: number; body: number },
): void {
  writer.write(paperDistance);
  writer.write(body * 2 + (head > 0 ? 1 : 0));
  if (head > 0) writer.write(head);
}

/** Reads how often a character stands in each paper. */
export function readCounts(bytes: Uint8Array): Map<number, { head: number; body: number }> {
  const values = readVarints(bytes);
  const counts = new Map<number, { head: number; body: number }>();
  let paper = 0;
  for (let at = 0; at < values.length; ) {
    paper += values[at++] ?? 0;
    const count = values[at++] ?? 0;
    counts.set(paper, { head: count & 1 ? (values[at++] ?? 0) : 0, body: count >>> 1 });
  }
  return counts;
}

/** Finds the file a word would be in: the last that does not begin behind it. */
export function findIndexFile(beginnings: readonly string[], word: string): number {
  let low = 0;
  let high = beginnings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((beginnings[middle] ?? '') <= word) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** What a word costs in memory besides its bytes, about. */
const WORD_COST = 120;

/** A word with what is known of it. */
export interface IndexedWord {
  word: string;
  bytes: Uint8Array;
}

/** A file of the index in memory. */
export interface IndexFile {
  /** Bytes of memory it takes, about. */
  size: number;
  /** What is known of a word. */
  find: (word: string) => Uint8Array | undefined;
  /** What is known of each of its pairs that begin with a character. */
  findPairs: (character: string) => Uint8Array[];
}
