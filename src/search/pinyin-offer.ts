/** Something to choose when what is typed is pinyin. */
export interface PinyinOffer {
  /** As shown. */
  text: string;
  /** Its pinyin: `san zhua san cu`, without tones, ü as v; Latin letters and digits in lower case. */
  syllables: string;
  /** Id of the paper it leads to; without one, choosing it searches for its text. */
  paper?: string;
  /** Where in that paper; its beginning without one. */
  anchor?: string;
}
