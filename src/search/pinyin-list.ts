/**
 * What typed pinyin may mean, as it is loaded: which character is read how, and what is read otherwise.
 * The titles themselves are known already.
 */
export interface PinyinList {
  /** Characters by how they are read by themselves: `{ xing: '行形刑' }`. */
  readings: Record<string, string>;
  /** Syllables of the titles that are read otherwise, by the number of the paper. */
  titles: Record<number, string>;
  /** Formulations to search for. */
  formulations: ListedText[];
  /** Headings and points to go to. */
  entries: ListedEntry[];
  /** Frequent words to search for. */
  words: ListedText[];
}

/** A text that pinyin offers. */
export interface ListedText {
  text: string;
  /** Its syllables, if it is read otherwise. */
  syllables?: string;
}

/** A line of an outline that pinyin offers. */
export interface ListedEntry extends ListedText {
  /** How much of the text is the ordinal, which nobody types. */
  skip: number;
  /** Number of its paper, from 0. */
  paper: number;
  anchor: string;
}

/** Something to choose when what is typed is pinyin. */
export interface PinyinOffer {
  /** As shown. */
  text: string;
  /** What tells it from others of the same text. */
  distinction?: string;
  /** Its pinyin: `san zhua san cu`, without tones, ü as v; Latin letters and digits in lower case. */
  syllables: string;
  /** Id of the paper it leads to; without one, choosing it searches for its text. */
  paper?: string;
  /** Where in that paper; its beginning without one. */
  anchor?: string;
}
