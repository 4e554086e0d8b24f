import type { MatchedGroup } from '../search/browser/match-texts.ts';
import { parentOf } from '../search/entry-trail.ts';
import { lastOf } from '../text/last-of.ts';

/** The headings and points a match stands under, outermost first. */
export function describeSource({
  passage,
  section,
  entries,
  start,
  matches,
}: MatchedGroup): string {
  const at = matches[0]?.start ?? start;
  const place = lastOf(passage.places.filter(([offset]) => offset <= at))?.[1] ?? section;
  const trail: string[] = [];
  for (let id = place; id; id = parentOf(id, entries)) {
    const entry = entries[id];
    if (entry) trail.unshift(entry.isArticle ? entry.ordinal : entry.text);
  }
  return trail.join(' ');
}
