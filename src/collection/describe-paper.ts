import type { OutlineEntry } from './outline-entry.ts';

/**
 * A sentence or two about a paper for search engines, shares and the feed: the editor's summary, else
 * its first-level outline without articles, else its opening words. All but the summary is the paper's
 * own text.
 *
 * @returns At most about 120 characters, which is what result lists show.
 */
export function describePaper(paper: {
  summary?: string | undefined;
  outline: readonly OutlineEntry[];
  opening: string;
}): string {
  if (paper.summary) return paper.summary;
  const sections = paper.outline.filter(({ kind }) => kind !== 'article');
  const skeleton = sections.map((entry) => withoutFullStop(entry.text)).join('；');
  return shorten(skeleton || paper.opening, 120);
}

/** The text of an outline entry without the 。 that headings of 公文 may or may not carry. */
export function withoutFullStop(text: string): string {
  return text.replace(/。$/, '');
}

function shorten(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}
