import type { PaperPassage } from '../collection/paper-structure.ts';
import type { PinyinList } from './pinyin-list.ts';

/** What search knows of a paper without its text. */
export interface SearchPaper {
  id: string;
  /** What it is called where others are named too. */
  name: string;
  /** What tells it from others of the same name: a year or a date; else empty. */
  distinction: string;
  label: string;
  title: string;
  topic: string;
  /** `2023-03-01`; empty for none. */
  date: string;
}

/** What of a paper is searched and shown besides. */
export interface SearchBody {
  passages: readonly PaperPassage[];
  /** Headings, points and articles by their anchors. */
  entries: SearchEntries;
}

/** A paper as search knows it: what is indexed of it, and what a result shows. */
export interface SearchDocument extends SearchPaper, SearchBody {}

/** Lines of an outline by their anchors. */
export type SearchEntries = Readonly<Record<string, SearchEntry>>;

/** A line of the paper's outline. */
export interface SearchEntry {
  /** As written, ordinal included. */
  text: string;
  /** What of `text` numbers it. */
  ordinal: string;
  /** Anchor of the line it stands under, where its own does not tell (`s2-1` stands under `s2`). */
  parent?: string;
  /** Whether it is the number of an article: 第十二条 holds until the next line of the outline. */
  isArticle?: true;
}

/** A stretch of a paper's text, as it is loaded. */
export interface TextPiece extends SearchBody {
  /** Anchor of the heading or the article its beginning stands under; empty for none. */
  section: string;
}

/** What is searched of a paper besides its body. */
export function headTexts({ title, label, topic }: SearchPaper): string[] {
  return [title, label, topic].filter((text) => text !== '');
}

/** A collection in memory. */
export interface SearchSource {
  documents: readonly SearchDocument[];
  /** Characters and what each becomes when folded: `後后發发`. */
  variants: string;
}

/** A collection whose texts are read when they are needed. */
export interface IndexSource {
  papers: readonly IndexedPaper[];
  /** As in {@link SearchSource}. */
  variants: string;
}

/** A paper whose text is read when it is needed. */
export interface IndexedPaper extends SearchPaper {
  /** 字数, about. */
  characters: number;
  /** Tells one state of its text from another. */
  digest: string;
  read: () => Promise<SearchBody>;
}

/** `search/texts.js`: the texts themselves, for a collection opened from disk. */
export interface DiskTexts {
  source: SearchSource;
  pinyin: PinyinList;
}
