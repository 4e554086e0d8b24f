import { flattenOutline } from './flatten-outline.ts';
import type { OutlineEntry } from './outline-entry.ts';

/** More entries than a window shows beside the text. */
const MAX_UNFOLDED = 30;

/** With fewer articles a reader sees them all, and jumps to none. */
const MIN_TO_JUMP = 10;

/** Whether an outline folds: it is longer than a window, or has articles, which stand in a grid. */
export function isLongOutline(outline: readonly OutlineEntry[]): boolean {
  const { length } = flattenOutline(outline);
  return length > MAX_UNFOLDED || listArticles(outline).length > 0;
}

/** Whether the articles of a paper are so many that a field to jump to one by its number helps. */
export function hasJump(outline: readonly OutlineEntry[]): boolean {
  return listArticles(outline).length >= MIN_TO_JUMP;
}

/** All entries of an outline that are articles, in order. */
export function listArticles(outline: readonly OutlineEntry[]): OutlineEntry[] {
  return flattenOutline(outline).filter(({ kind }) => kind === 'article');
}

/**
 * The numbers of the articles below an entry: `3—16`, of one alone `3`.
 *
 * @returns Empty where there are none.
 */
export function describeRange(children: readonly OutlineEntry[]): string {
  const numbers = listArticles(children).flatMap(({ article }) => article ?? []);
  const [first = '', last = first] = [numbers[0], numbers.at(-1)];
  return first === last ? first : `${first}—${last}`;
}

/** How many characters the longest of some entries has. */
export function countLongest(entries: readonly OutlineEntry[]): number {
  return Math.max(0, ...entries.map(({ text }) => [...text].length));
}
