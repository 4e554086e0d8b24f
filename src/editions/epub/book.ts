import type { OutlineEntry } from '../../collection/outline-entry.ts';

/** Language of the book, as BCP 47 names it. */
export const LANGUAGE = 'zh-CN';

/** File of the cover. */
export const COVER = 'cover.png';

/** Papers go by their place: an id may hold Chinese, which not every reading system unzips. */
export function paperFile(index: number): string {
  return `papers/${index + 1}.xhtml`;
}

/** What the contents call a paper. */
export function nameInContents({ label, title }: BookPaper): string {
  return [label, title].filter(Boolean).join('\u3000');
}

/** What an e-book is made of. */
export interface Book {
  /** Names the book for good: a URN or URL. */
  identifier: string;
  title: string;
  /** Who stands for it. */
  creator: string;
  description: string;
  /** When its content last changed, in UTC to the second: `2023-03-01T00:00:00Z`. */
  modified: string;
  /** In the order of reading; at least one. */
  papers: readonly BookPaper[];
  /** A PNG. */
  cover: Uint8Array;
}

/** One paper of a book. */
export interface BookPaper {
  /** Its name in the series, `第一篇`; empty where papers go by their titles alone. */
  label: string;
  title: string;
  /** Empty when the paper names none. */
  topic: string;
  /** The body as the site serves it, without what stands around it. */
  html: string;
  /** Its ids are ids in `html`. */
  outline: readonly OutlineEntry[];
}
