import type { Paper } from '../collection/paper.ts';
import { sortByTitle } from '../collection/paper-lists.ts';
import { applyReadings, cutReadings, type TitleList } from '../collection/title-list.ts';
import { toSyllables } from '../text/to-syllables.ts';

/** Puts the titles of a collection into the form a browser filters lists by. */
export function packTitles(papers: readonly Paper[]): TitleList {
  const sorted = sortByTitle(papers);
  const topics = [...new Set(sorted.flatMap(({ topic }) => topic ?? []))];
  const join = (read: (paper: Paper) => string) => sorted.map(read).join('\n');
  const syllables = sorted.map(({ title }) => toSyllables(title));
  const readings = findReadings(sorted.map(({ title }, index) => [title, syllables[index] ?? '']));
  const bySyllable = Map.groupBy(readings, ([, syllable]) => syllable);
  return {
    titles: join(({ title }) => title.replaceAll(/\s+/gu, ' ')),
    ids: join(({ id }) => id),
    dates: join(({ date }) => date ?? ''),
    distinctions: join(({ distinction }) => distinction),
    characters: sorted.map(({ characters }) => characters),
    positions: sorted.map(({ position }) => position),
    topics,
    topicOf: sorted.map(({ topic }) => (topic ? topics.indexOf(topic) : -1)),
    readings: [...bySyllable]
      .map(([syllable, pairs]) => `${syllable} ${pairs.map(([character]) => character).join('')}`)
      .sort()
      .join(' '),
    otherwise: Object.fromEntries(
      sorted.flatMap(({ title }, index) => {
        const read = syllables[index] ?? '';
        return read === applyReadings(title, readings) ? [] : [[index, read]];
      }),
    ),
  };
}

/** The usual reading of each character in some titles, and how these are read. */
function findReadings(titles: readonly (readonly [string, string])[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const [title, read] of titles) {
    const units = cutReadings(title);
    const syllables = read.split(' ');
    if (units.length !== syllables.length) continue;
    for (const [index, unit] of units.entries()) {
      if (!/\p{Script=Han}/u.test(unit)) continue;
      const syllable = syllables[index] ?? '';
      const ofUnit = counts.get(unit) ?? new Map<string, number>();
      counts.set(unit, ofUnit.set(syllable, (ofUnit.get(syllable) ?? 0) + 1));
    }
  }
  return new Map(
    [...counts].map(([character, readings]) => {
      const [[usual] = ['']] = [...readings].sort(([, one], [, other]) => other - one);
      return [character, usual];
    }),
  );
}
