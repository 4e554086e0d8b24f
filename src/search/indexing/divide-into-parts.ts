import { createHash } from 'node:crypto';
import type { IndexedPaper } from '../search-document.ts';

/**
 * Characters of a part at most. Pagefind holds a part in memory whole, about 1.2 KB a character
 * (`npm run bench -- search`).
 */
const MAX_CHARACTERS = 750_000;

/** From this size on a part ends where a paper's name says so, of which one in so many does. */
const MIN_CHARACTERS = 350_000;
const ONE_IN = 32;

/**
 * Divides papers into the parts they are indexed in, as stretches of their list. Where a part ends is
 * told by the names of the papers there, so that a paper more or less leaves the parts far from it as
 * they were.
 */
export function divideIntoParts(
  papers: readonly Pick<IndexedPaper, 'id' | 'characters'>[],
): [start: number, end: number][] {
  const parts: [start: number, end: number][] = [];
  let start = 0;
  let sum = 0;
  for (const [index, { characters }] of papers.entries()) {
    const isEnough = sum >= MIN_CHARACTERS && endsPart(papers[index - 1]?.id ?? '');
    if (index > start && (isEnough || sum + characters > MAX_CHARACTERS)) {
      parts.push([start, index]);
      start = index;
      sum = 0;
    }
    sum += characters;
  }
  return [...parts, [start, papers.length]];
}

function endsPart(id: string): boolean {
  return createHash('sha256').update(id).digest().readUInt16BE() % ONE_IN === 0;
}
