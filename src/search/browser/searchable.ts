import type { Side } from '../../text/count-runs.ts';
import type { PinyinOffer } from '../pinyin-list.ts';
import type { RunTree } from '../run-tree.ts';
import type { SearchPaper, TextPiece } from '../search-document.ts';
import type { PlaceStretch, SentenceEnds } from '../sentence-places.ts';

/** Texts that can be searched. Papers are numbered from 0 in the collection's order. */
export interface Searchable {
  /** As in `SearchSource`. */
  variants: string;
  papers: readonly SearchPaper[];
  /** All hits of a folded term that is not empty. */
  locate: (term: string, signal?: AbortSignal) => Promise<Hits>;
  /** Where each piece of a paper's text begins, in the numbers in which places are told. */
  listPieces: (paper: number) => readonly number[];
  /** About how many characters a paper's text has, where that is known without reading it. */
  estimate: (paper: number) => number | undefined;
  readPiece: (paper: number, piece: number, signal?: AbortSignal) => Promise<TextPiece>;
  readPinyin: (signal?: AbortSignal) => Promise<readonly PinyinOffer[]>;
  /** Where every character stands, of texts that are indexed. */
  index?: PlaceIndex;
}

/** Places of texts, numbered through the whole collection, heads included. */
export interface PlaceIndex {
  /** Where each paper's places begin. */
  starts: readonly number[];
  /** As in `SearchManifest`. */
  headLength: number;
  /** All places where a folded term stands, in rising order. */
  list: (term: string, signal?: AbortSignal) => Promise<Int32Array>;
  /** In these, one after the other, it is known where sentences end. */
  stretches: readonly PlaceStretch[];
  readEnds: (stretch: number, signal?: AbortSignal) => Promise<SentenceEnds>;
  /** Of collections of many papers. */
  readTree?: ReadTree;
}

/**
 * Reads what stands before, or behind, a pair of characters; `undefined` for a pair that stands too few
 * times.
 *
 * @param name The pair, before it is read backward; or a character.
 */
export type ReadTree = (
  side: Side,
  name: string,
  signal?: AbortSignal,
) => Promise<RunTree | undefined>;

/** Hits by paper. */
export type Hits = ReadonlyMap<number, PaperHits>;

/** Hits of a term in a paper. */
export interface PaperHits {
  /** In its title, label and topic, overlapping ones each. */
  head: number;
  /** In its body, overlapping ones each. */
  body: number;
  /** For each hit in the body a place in its piece, in rising order, where they are known. */
  places?: ListPlaces | undefined;
}

/** Made when it is wanted: of thousands of papers a reader sees ten. */
export type ListPlaces = () => Int32Array;
