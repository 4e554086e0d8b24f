import type { PinyinOffer } from '../pinyin-offer.ts';
import type { SearchDocument } from '../search-document.ts';

/** Texts that can be searched. Papers are numbered from 0 in the collection's order. */
export interface Searchable {
  /** As in `SearchSource`. */
  variants: string;
  /** All hits of a folded term that is not empty. */
  locate: (term: string) => Promise<Hits>;
  readPaper: (paper: number) => Promise<SearchDocument>;
  readPinyin: () => Promise<readonly PinyinOffer[]>;
}

/** By paper: hits in its title, label and topic, and hits in its body, overlapping ones each. */
export type Hits = ReadonlyMap<number, { head: number; body: number }>;
