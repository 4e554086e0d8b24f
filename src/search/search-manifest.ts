import type { PackedPapers } from './paper-list.ts';

/** `search/manifest-….gz_json`: what the browser reads first. */
export interface SearchManifest {
  /** What stands behind the number in the name of every other file. */
  version: string;
  /** As in `SearchSource`. */
  variants: string;
  /** In a paper, places before this one are its title, label and topic; those from it on its body. */
  headLength: number;
  papers: PackedPapers;
  /** How many places each paper takes. */
  spans: number[];
  /** Of a paper cut into pieces, by its number: the place in it where each piece but the first begins. */
  cuts: Record<number, number[]>;
  /** How many pieces each file of texts holds, in the order of the papers. */
  texts: number[];
  /** The first word in each file of the index, in order. */
  words: string[];
  /** How many words each holds: a file is of about one size, so the fewer, the more frequent. */
  wordCounts: number[];
}
