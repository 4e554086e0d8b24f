import type { FoundMatches } from '../search/browser/match-texts.ts';
import { parentOf } from '../search/entry-trail.ts';
import { toChineseNumeral } from '../text/chinese-numerals.ts';
import { listMatches, type MatchInPlace } from './list-matches.ts';
import type { ViewContext } from './view-context.ts';

/**
 * Measures a paper and where its sections and what was found in it stand.
 *
 * @throws When a text cannot be loaded.
 */
export async function measureStrip(
  paper: number,
  found: FoundMatches | undefined,
  context: ViewContext,
): Promise<Strip> {
  const { texts, signal } = context;
  const sections: Strip['sections'] = [];
  const matches = found ? listMatches([await found.read()], context) : [];
  const ticks: Strip['ticks'] = [];
  let length = 0;
  let next = 0;
  for (const piece of texts.listPieces(paper).keys()) {
    const { passages, entries } = await texts.readPiece(paper, piece, signal);
    for (const passage of passages) {
      const own = entries[passage.id] ? [[0, passage.id] as const] : [];
      for (const [offset, place] of [...own, ...passage.places]) {
        if (!entries[place] || entries[place].isArticle || parentOf(place, entries)) continue;
        const name = toChineseNumeral(sections.length + 1);
        sections.push({ at: length + offset, name, heading: entries[place].text });
      }
      for (
        let match = matches[next];
        match && match.passage.id === passage.id && match.passage.text === passage.text;
        match = matches[next]
      ) {
        ticks.push({ at: length + match.start, match });
        next++;
      }
      length += passage.text.length;
    }
  }
  if (sections[0]?.at !== 0) sections.unshift({ at: 0, name: '引', heading: '引言' });
  return { paper, length, sections, ticks };
}

/** A paper as a line of its length. */
export interface Strip {
  paper: number;
  /** Characters of the whole text. */
  length: number;
  /** Where each first-level section begins, its number and its heading; the introduction first. */
  sections: { at: number; name: string; heading: string }[];
  ticks: { at: number; match: MatchInPlace }[];
}
