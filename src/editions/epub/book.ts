import type { OutlineEntry } from '../../collection/outline-entry.ts';

/** Language of the book, as BCP 47 names it. */
export const LANGUAGE = 'zh-CN';

/** Papers go by their place: an id may hold Chinese, which not every reading system unzips. */
export function paperFile(index: number): string {
  return `papers/${index + 1}.xhtml`;
}

/** What an e-book is made of. */
export interface Book {
  /** Names the book for good: a URN or URL. */
  identifier: string;
  title: string;
  description: string;
  /** When its content last changed, in UTC to the second: `2023-03-01T00:00:00Z`. */
  modified: string;
  /** In the order of reading; at least one. */
  papers: readonly BookPaper[];
}

/** One paper of a book. */
export interface BookPaper {
  /** Its name in the series: `第一篇`. */
  label: string;
  title: string;
  /** Empty when the paper names none. */
  topic: string;
  /** The body as the site serves it, without what stands around it. */
  html: string;
  /** Its ids are ids in `html`. */
  outline: readonly OutlineEntry[];
}
