import type { Side } from '../../text/count-runs.ts';
import type { IndexedWord } from '../index-file.ts';
import { LEAST_RUNS, RunTreeWriter, TREE_CHARACTERS } from '../run-tree.ts';
import { type CodedPassages, MARK, NOTHING } from './code-passages.ts';

/** Of a single character what stands beside it less often than one time in so many is left out. */
const ONE_IN = 400;

/** Counts how often runs stand before, or behind, characters and pairs, and gives the trees by their names. */
export function* listRunTrees(
  { codes, characters, folded }: CodedPassages,
  side: Side,
): Generator<IndexedWord> {
  const stream = foldAll(codes, folded);
  const { places, starts } = sortPlaces(stream, folded.length);
  const divider = new PlaceDivider(stream, folded.length, side);
  const nameOf = (code: number) => characters[code] ?? '';
  const ofCharacter = new RunTreeWriter();
  const ofPair = new RunTreeWriter();

  /** Writes what stands beside a run; what does so frequently goes into the character's tree as well. */
  const writeBeside = (run: Places, frequent: number) => {
    let last = run.end - run.start;
    for (const { code, start, end } of divider.divide(places, run)) {
      const first = codes[(places[start] ?? 0) + divider.distanceTo(run.depth)] ?? NOTHING;
      const isFrequent = end - start >= frequent;
      const fewer = last - (end - start);
      const depth = run.depth + 1;
      if (depth > 2) ofPair.open(nameOf(first), fewer);
      else ofPair.begin(LEAST_RUNS, end - start);
      if (isFrequent) ofCharacter.open(nameOf(first), fewer);
      if (code !== MARK && depth < TREE_CHARACTERS) writeBeside({ start, end, depth }, frequent);
      if (isFrequent) ofCharacter.close();
      ofPair.close();
      if (depth === 2) takePair(code);
      last = end - start;
    }
  };
  let pairs: IndexedWord[] = [];
  let character = '';
  const takePair = (next: number) => {
    const bytes = ofPair.take();
    if (next !== MARK) pairs.push({ word: character + nameOf(next), bytes });
  };

  const compare = (one: string, other: string) => (one < other ? -1 : 1);
  const sorted = [...folded.keys()]
    .filter((code) => code > MARK && folded[code] === code)
    .sort((one, other) => compare(nameOf(one), nameOf(other)));
  for (const code of sorted) {
    const [start = 0, end = 0] = starts.subarray(code, code + 2);
    if (end - start < LEAST_RUNS) continue;
    character = nameOf(code);
    pairs = [];
    const frequent = Math.max(LEAST_RUNS, Math.ceil((end - start) / ONE_IN));
    ofCharacter.begin(frequent, end - start);
    writeBeside({ start, end, depth: 1 }, frequent);
    ofCharacter.close();
    yield { word: character, bytes: ofCharacter.take() };
    yield* pairs.sort((one, other) => compare(one.word, other.word));
  }
}

/** Divides the places of runs by what stands beside them. */
class PlaceDivider {
  readonly #stream: Stream;
  readonly #side: Side;
  /** By code: how many places go to it, then where the next one does. */
  readonly #counts: Int32Array;
  #moved = new Int32Array();
  #beside = new Uint32Array();

  /** @param codes How many codes there are. */
  constructor(stream: Stream, codes: number, side: Side) {
    this.#stream = stream;
    this.#side = side;
    this.#counts = new Int32Array(codes);
  }

  /** How far from a run's place is what stands beside a run of so many characters. */
  distanceTo(depth: number): number {
    return this.#side === 'after' ? depth : -depth;
  }

  /**
   * Divides the places of a run, and leaves out those with what stands there too few times. Each group's
   * places stay in their order.
   *
   * @returns The groups, the largest first.
   */
  divide(places: Int32Array, { start, end, depth }: Places): Group[] {
    const stream = this.#stream;
    const distance = this.distanceTo(depth);
    const counts = this.#counts;
    if (this.#moved.length < end - start) {
      this.#moved = new Int32Array(2 * (end - start));
      this.#beside = new Uint32Array(2 * (end - start));
    }
    const beside = this.#beside;
    const seen: number[] = [];
    for (let at = start; at < end; at++) {
      const code = stream[(places[at] as number) + distance] as number;
      beside[at - start] = code;
      if (counts[code] === 0) seen.push(code);
      (counts[code] as number)++;
    }
    const groups: Group[] = [];
    for (const code of seen) {
      const count = counts[code] as number;
      if (code !== NOTHING && count >= LEAST_RUNS) groups.push({ code, start: 0, end: count });
      counts[code] = LEFT_OUT;
    }
    groups.sort((one, other) => other.end - one.end);
    let next = start;
    for (const group of groups) {
      counts[group.code] = next - start;
      group.start = next;
      next += group.end;
      group.end = next;
    }
    if (next < end || groups.length > 1) {
      const moved = this.#moved;
      for (let at = start; at < end; at++) {
        const code = beside[at - start] as number;
        const to = counts[code] as number;
        if (to === LEFT_OUT) continue;
        moved[to] = places[at] as number;
        counts[code] = to + 1;
      }
      places.set(moved.subarray(0, next - start), start);
    }
    for (const code of seen) counts[code] = 0;
    return groups;
  }
}

const LEFT_OUT = -1;

/** Folds all codes; in as few bytes as they need, for they are read in no order. */
function foldAll(codes: Uint32Array, folded: Uint32Array): Stream {
  const stream =
    folded.length <= 2 ** 16 ? new Uint16Array(codes.length) : new Uint32Array(codes.length);
  for (let place = 0; place < codes.length; place++) {
    stream[place] = folded[codes[place] as number] as number;
  }
  return stream;
}

/** Sorts all places by what stands there, and tells where each code's begin. */
function sortPlaces(stream: Stream, codes: number): { places: Int32Array; starts: Int32Array } {
  const starts = new Int32Array(codes + 1);
  for (const code of stream) (starts[code + 1] as number)++;
  for (let code = 1; code < starts.length; code++) {
    (starts[code] as number) += starts[code - 1] as number;
  }
  const places = new Int32Array(stream.length);
  const next = starts.slice();
  for (let place = 0; place < stream.length; place++) {
    const code = stream[place] as number;
    places[next[code] as number] = place;
    (next[code] as number)++;
  }
  return { places, starts };
}

/** Codes of folded characters, place by place. */
type Stream = Uint16Array | Uint32Array;

/** Where a run of so many characters stands: a stretch of a list of places. */
interface Places {
  start: number;
  end: number;
  depth: number;
}

/** Those of them with one character beside. */
interface Group {
  /** Of the character, folded. */
  code: number;
  start: number;
  end: number;
}
