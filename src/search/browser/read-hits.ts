import type { Folded } from '../../text/fold.ts';
import { findLast } from '../places.ts';
import { type ConcordanceLine, listHits } from './concordance.ts';
import type { FoundPaper } from './search-engine.ts';
import type { Searchable } from './searchable.ts';

/**
 * Reads a paper's hits as a concordance, a line at a time: what of its text has none is not loaded, nor
 * what comes after the last line that was asked for.
 *
 * @param terms Folded terms.
 * @param fold The fold they have gone through.
 * @throws When a text cannot be loaded.
 */
export async function* readHits(
  texts: Searchable,
  { paper, body, places }: FoundPaper,
  terms: readonly string[],
  fold: (text: string) => Folded,
  signal?: AbortSignal,
): AsyncGenerator<ConcordanceLine, undefined> {
  const starts = texts.listPieces(paper);
  const wanted = places?.flatMap((list) => Array.from(list(), (place) => findLast(starts, place)));
  const pieces = wanted ? [...new Set(wanted)].sort((one, other) => one - other) : starts.keys();
  let hits = 0;
  for (const piece of pieces) {
    if (hits >= body) return;
    for (const line of listHits(await texts.readPiece(paper, piece, signal), terms, fold, hits)) {
      yield line;
      hits += line.hits;
    }
  }
}
