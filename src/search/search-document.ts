import type { PaperPassage } from '../collection/paper-structure.ts';
import type { PinyinOffer } from './pinyin-offer.ts';

/** A paper as search knows it: what is indexed of it, and what a result shows. */
export interface SearchDocument {
  id: string;
  label: string;
  title: string;
  topic: string;
  passages: PaperPassage[];
  /** Headings and points by their anchors. */
  entries: Readonly<Record<string, SearchEntry>>;
}

/** A line of the paper's outline. */
export interface SearchEntry {
  /** As written, ordinal included. */
  text: string;
  /** What of `text` numbers it. */
  ordinal: string;
}

/** What is searched of a paper besides its body. */
export function headTexts({ title, label, topic }: SearchDocument): string[] {
  return [title, label, topic].filter((text) => text !== '');
}

/** Everything the index is built from. */
export interface SearchSource {
  documents: SearchDocument[];
  /** Characters and what each becomes when folded: `後后發发`. */
  variants: string;
}

/** `search/manifest.json`: what the browser reads first. */
export interface SearchManifest {
  /** Positions before this one are a paper's title, label and topic; those from it on its body. */
  headLength: number;
  /** As in {@link SearchSource}. */
  variants: string;
  /** File names of the parts of the index, `<folder>/<meta file>`, in the order of the papers. */
  parts: string[];
  /** File name of the list of pinyin offers. */
  pinyin: string;
}

/** `search/texts.js`: the texts themselves, for a collection opened from disk. */
export interface DiskTexts {
  source: SearchSource;
  offers: PinyinOffer[];
}
