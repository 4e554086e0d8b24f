import type { Stretch } from '../text/find-term.ts';
import type { Folded } from '../text/fold.ts';
import { lastOf } from '../text/last-of.ts';
import { findSentenceEnds } from '../text/sentence-ends.ts';
import { findLast } from './places.ts';
import { readVarints, VarintWriter } from './varints.ts';

/*
 * Where sentences and passages end, in the numbers in which the index tells places: with it what stands
 * together in one is counted from places alone. Files hold the papers of a stretch of these numbers; each
 * end is told by how far it is from the one before and whether a passage ends there too. A paper's first
 * is counted from the place before its own, where the last one of the paper before is.
 */

/** Places to a file, about: two million take some 60 KB. */
const FILE_PLACES = 2 ** 21;

/** Divides papers into the stretches of the files, by how many places each paper takes. */
export function divideIntoStretches(spans: readonly number[]): PlaceStretch[] {
  const stretches: PlaceStretch[] = [];
  let place = 0;
  for (const [paper, span] of spans.entries()) {
    let last = lastOf(stretches);
    if (!last || place - last.start >= FILE_PLACES) {
      last = { firstPaper: paper, endPaper: paper, start: place, end: place };
      stretches.push(last);
    }
    place += span;
    last.endPaper = paper + 1;
    last.end = place;
  }
  return stretches;
}

/** Papers whose ends are in one file. */
export interface PlaceStretch {
  firstPaper: number;
  /** Number of the paper behind the last. */
  endPaper: number;
  /** The first place of the first, and the one behind the last. */
  start: number;
  end: number;
}

/** Where in a folded text its sentences end, in characters; last its own end. */
export function countSentenceEnds(text: string, folded: Folded): number[] {
  const ends: number[] = [];
  let unit = 0;
  let characters = 0;
  for (const end of findSentenceEnds(text)) {
    while (unit < folded.text.length && (folded.starts[unit] ?? 0) < end) {
      unit += (folded.text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
      characters++;
    }
    if (characters > (lastOf(ends) ?? 0)) ends.push(characters);
  }
  return ends;
}

/** Writes the ends of a paper, a passage after the other. */
export class EndsWriter {
  readonly #writer = new VarintWriter();
  #last = -1;

  /**
   * @param place Where the passage begins, from the paper's beginning.
   * @param ends As `countSentenceEnds` tells them; none for a passage without characters.
   */
  add(place: number, ends: readonly number[]): void {
    // Without characters it takes as many places as one.
    const own = ends.length > 0 ? ends : [1];
    for (const [index, end] of own.entries()) this.#write(place + end, index === own.length - 1);
  }

  /** Ends what stands before a place, where it is not ended yet. */
  close(place: number): void {
    if (this.#last < place - 1) this.#write(place - 1, true);
  }

  /** What was written of a paper; the next begins anew. */
  take(): Uint8Array<ArrayBuffer> {
    this.#last = -1;
    return this.#writer.take();
  }

  #write(place: number, isPassage: boolean): void {
    this.#writer.write((place - this.#last) * 2 + Number(isPassage));
    this.#last = place;
  }
}

/** The ends in a stretch of places. */
export class SentenceEnds {
  readonly #start: number;
  /** The place behind each sentence, in rising order. */
  readonly #sentences: Int32Array;
  /** Of passages the same. */
  readonly #passages: Int32Array;

  /**
   * @param bytes The ends of all its papers, in order.
   * @param start Its first place.
   */
  constructor(bytes: Uint8Array, start: number) {
    this.#start = start;
    const values = readVarints(bytes);
    const passages = new Int32Array(values.length);
    let count = 0;
    let place = start - 1;
    for (let at = 0; at < values.length; at++) {
      const value = values[at] as number;
      place += value >> 1;
      values[at] = place;
      if (value & 1) passages[count++] = place;
    }
    this.#sentences = values;
    this.#passages = passages.slice(0, count);
  }

  /** Bytes of memory it takes. */
  get size(): number {
    return this.#sentences.byteLength + this.#passages.byteLength;
  }

  /** Number of the sentence a place stands in, or of the next one. */
  sentenceAt(place: number): number {
    return findLast(this.#sentences, place) + 1;
  }

  passageAt(place: number): number {
    return findLast(this.#passages, place) + 1;
  }

  /** The places of a sentence: its first, and the one behind its last. */
  sentence(number: number): Stretch {
    const end = this.#sentences[number] ?? 0;
    const passage = this.passage(this.passageAt(end - 1));
    return { start: Math.max(passage.start, this.#sentences[number - 1] ?? 0), end };
  }

  passage(number: number): Stretch {
    const before = this.#passages[number - 1];
    return {
      start: before === undefined ? this.#start : before + 1,
      end: this.#passages[number] ?? 0,
    };
  }
}
