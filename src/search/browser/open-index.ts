import type { Side } from '../../text/count-runs.ts';
import { foldText } from '../../text/fold.ts';
import { readVariants } from '../../text/variants.ts';
import { findIndexFile, readCounts, readIndexFile, readPlaces } from '../index-file.ts';
import { unpackPapers } from '../paper-list.ts';
import type { PinyinList, PinyinOffer } from '../pinyin-list.ts';
import { findLast, intersectPlaces, shiftPlaces } from '../places.ts';
import { READ_UNASKED, readRunTree } from '../run-tree.ts';
import type { TextPiece } from '../search-document.ts';
import type { SearchManifest } from '../search-manifest.ts';
import { divideIntoStretches, SentenceEnds } from '../sentence-places.ts';
import { listPairs } from '../tokens.ts';
import { countInBody, countInHead } from './count-hits.ts';
import { LimitedCache } from './limited-cache.ts';
import { listOffers } from './list-offers.ts';
import type { Hits, PaperHits, ReadTree, Searchable } from './searchable.ts';

/**
 * A long term is looked up by so many pairs at a time, until few places are left: all of a term of up to
 * nine characters at once, for a request takes longer than what it brings.
 */
const BATCH = 4;

/** So few places are read rather than looked up further: a result would show them anyway. */
const FEW_PLACES = 6;

/** Memory for what was loaded of the index, and of the texts, in bytes. */
const WORDS_KEPT = 12 * 1024 * 1024;
const TEXTS_KEPT = 8 * 1024 * 1024;

/** As much as ten thousand papers of some thousand characters have. */
const ENDS_KEPT = 8 * 1024 * 1024;

/** A text in memory takes more than its file, for its passages are objects. */
const TEXT_COST = 4;

/**
 * Opens a search index as `buildIndex` writes it. Files are loaded when they are needed, and forgotten
 * when there are too many.
 *
 * @param load Reads a file by its path in the index's folder, and unzips it.
 * @param name Path of the manifest there.
 * @throws When a file cannot be loaded or read; so do the functions of what it returns.
 */
export async function openIndex(load: LoadFile, name: string): Promise<Searchable> {
  const manifest = parseJson<SearchManifest>(await load(name));
  const { version, variants, headLength, words, wordCounts } = manifest;
  const papers = unpackPapers(manifest.papers);
  const starts = addUp(manifest.spans);
  const pieceStarts = papers.map((_, paper) => {
    const start = starts[paper] ?? 0;
    return [start, ...(manifest.cuts[paper] ?? []).map((cut) => start + cut)];
  });
  const stretches = divideIntoStretches(manifest.spans);
  const firstPieces = addUp(pieceStarts.map(({ length }) => length));
  const firstOfFiles = addUp(manifest.texts);

  const wordFiles = new LimitedCache(
    async (path, signal) => readIndexFile(await load(path, signal)),
    ({ size }) => size,
    WORDS_KEPT,
  );
  const textFiles = new LimitedCache(
    async (path, signal) => {
      const file = await load(path, signal);
      return { size: file.length * TEXT_COST, pieces: parseJson<TextPiece[]>(file) };
    },
    ({ size }) => size,
    TEXTS_KEPT,
  );
  const endFiles = new LimitedCache(
    async (path, signal) => {
      const start = stretches[Number.parseInt(path.slice('ends/'.length), 10)]?.start ?? 0;
      return new SentenceEnds(await load(path, signal), start);
    },
    ({ size }) => size,
    ENDS_KEPT,
  );
  const pinyinFiles = new LimitedCache<readonly PinyinOffer[]>(
    async (path, signal) => listOffers(parseJson<PinyinList>(await load(path, signal)), papers),
    () => 1,
    1,
  );
  const runFiles = new LimitedCache(
    async (path, signal) => parseJson<Record<Side, string[]>>(await load(path, signal)),
    () => 1,
    1,
  );
  const forms = readVariants(variants);
  const fold = (text: string) => foldText(text, forms);

  const readTree: ReadTree = async (side, name, signal) => {
    const names = await runFiles.get(`runs/files-${version}.gz_json`, signal);
    const file = findIndexFile(names[side], name);
    if (file < 0) return undefined;
    const { find } = await wordFiles.get(`runs/${side}/${file}-${version}.gz_words`, signal);
    const tree = find(name);
    return tree && readRunTree(tree);
  };

  const lookUp = async (word: string, signal: AbortSignal | undefined) => {
    const file = findIndexFile(words, word);
    if (file < 0) return new Uint8Array();
    const { find } = await wordFiles.get(`words/${file}-${version}.gz_words`, signal);
    return find(word) ?? new Uint8Array();
  };

  const readPiece = async (paper: number, piece: number, signal?: AbortSignal) => {
    const number = (firstPieces[paper] ?? 0) + piece;
    const file = findLast(firstOfFiles, number);
    const { pieces } = await textFiles.get(`texts/${file}-${version}.gz_json`, signal);
    const found = pieces[number - (firstOfFiles[file] ?? 0)];
    if (!found) throw new Error(`paper ${paper} has no piece ${piece}`);
    return found;
  };

  /**
   * @param few Of so few places it is not looked further whether they are places of all of the term.
   */
  const findPlaces = async (
    characters: readonly string[],
    few: number,
    signal: AbortSignal | undefined,
  ): Promise<{ places: Int32Array; isSure: boolean }> => {
    // The rarest first, as far as can be told before they are there.
    const pairs = listPairs(characters)
      .map((each) => ({ ...each, rarity: wordCounts[findIndexFile(words, each.pair)] ?? 0 }))
      .sort((one, other) => other.rarity - one.rarity);
    let found: Int32Array | undefined;
    for (let at = 0; at < pairs.length && found?.length !== 0; at += BATCH) {
      if (found && found.length <= few) return { places: found, isSure: false };
      const batch = await Promise.all(
        pairs.slice(at, at + BATCH).map(async ({ pair, distance }) => ({
          places: await lookUp(pair, signal),
          distance,
        })),
      );
      batch.sort((one, other) => one.places.length - other.places.length);
      for (const { places, distance } of batch) {
        if (found?.length === 0) break;
        const read = readPlaces(places);
        found = found ? intersectPlaces(found, read, distance) : shiftPlaces(read, distance);
      }
    }
    return { places: found ?? new Int32Array(), isSure: true };
  };

  /** A character stands where the pairs stand that it begins. */
  const listCharacter = async (character: string, signal: AbortSignal | undefined) => {
    const first = Math.max(0, findIndexFile(words, character));
    const last = findIndexFile(words, `${character}\uffff`);
    const files = await Promise.all(
      Array.from({ length: last - first + 1 }, (_, at) =>
        wordFiles.get(`words/${first + at}-${version}.gz_words`, signal),
      ),
    );
    const lists = files.flatMap(({ findPairs }) => findPairs(character)).map(readPlaces);
    const places = new Int32Array(lists.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const list of lists) {
      places.set(list, at);
      at += list.length;
    }
    return places.sort();
  };

  const countPlaces = (places: Int32Array): Map<number, PaperHits> => {
    const hits = new Map<number, PaperHits>();
    for (let at = 0; at < places.length; ) {
      const paper = findLast(starts, places[at] as number);
      const bodyStart = (starts[paper] ?? 0) + headLength;
      const end = starts[paper + 1] ?? Number.POSITIVE_INFINITY;
      const first = at;
      while (at < places.length && (places[at] as number) < bodyStart) at++;
      const body = at;
      while (at < places.length && (places[at] as number) < end) at++;
      const after = at;
      hits.set(paper, {
        head: body - first,
        body: after - body,
        places: () => places.subarray(body, after),
      });
    }
    return hits;
  };

  const countByReading = async (
    places: Int32Array,
    term: string,
    signal: AbortSignal | undefined,
  ): Promise<Hits> => {
    const checked = await Promise.all(
      [...countPlaces(places)].map(async ([paper, { places: list }]) => {
        const known = papers[paper];
        const at = pieceStarts[paper] ?? [];
        const pieces = new Set(Array.from(list?.() ?? [], (place) => findLast(at, place)));
        const found = await Promise.all(
          [...pieces].map(async (piece) => {
            const body = countInBody(await readPiece(paper, piece, signal), term, fold);
            return Array<number>(body).fill(at[piece] ?? 0);
          }),
        );
        const sure = Int32Array.from(found.flat());
        const head = known ? countInHead(known, term, fold) : 0;
        return [paper, { head, body: sure.length, places: () => sure }] as const;
      }),
    );
    return new Map(checked.filter(([, { head, body }]) => head + body > 0));
  };

  return {
    variants,
    papers,
    listPieces: (paper) => pieceStarts[paper] ?? [],
    estimate: (paper) => manifest.spans[paper] && manifest.spans[paper] - headLength,
    readPiece,
    readPinyin(signal) {
      return pinyinFiles.get(`pinyin-${version}.gz_json`, signal);
    },
    async locate(term, signal) {
      const characters = [...term];
      if (characters.length === 1) return readCounts(await lookUp(term, signal));
      const { places, isSure } = await findPlaces(characters, FEW_PLACES, signal);
      return isSure ? countPlaces(places) : countByReading(places, term, signal);
    },
    index: {
      starts,
      headLength,
      stretches,
      readEnds: (stretch, signal) => endFiles.get(`ends/${stretch}-${version}.gz_ends`, signal),
      ...(papers.length > READ_UNASKED && { readTree }),
      async list(term, signal) {
        const characters = [...term];
        return characters.length === 1
          ? listCharacter(term, signal)
          : (await findPlaces(characters, 0, signal)).places;
      },
    },
  };
}

/** Reads a file of the index by its path in the index's folder, and unzips it. */
export type LoadFile = (path: string, signal?: AbortSignal) => Promise<Uint8Array>;

/** The sum of all numbers before each. */
function addUp(numbers: readonly number[]): number[] {
  let sum = 0;
  return numbers.map((number) => {
    sum += number;
    return sum - number;
  });
}

function parseJson<Content>(file: Uint8Array): Content {
  return JSON.parse(new TextDecoder().decode(file)) as Content;
}
