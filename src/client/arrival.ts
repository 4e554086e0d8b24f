import { findPassage } from './cited-passage.ts';
import { findRanges } from './find-ranges.ts';
import { readAnchor } from './read-anchor.ts';
import { showHits } from './show-hits.ts';

/**
 * Shows a reader who followed a link what it is about. From a search the address has the query and the
 * hit (`?q=作风&hit=2`); a citation's says where a passage stands and checks its words
 * (`?at=12-85-k3f9x1#s2`), so that in a text that has changed since nothing wrong is marked.
 *
 * @param variants As `readVariants` reads them.
 */
export function arrive(variants: string): void {
  const bar = document.querySelector<HTMLElement>('[data-hits]');
  const anchor = readAnchor(location.hash);
  const body =
    document.getElementById(anchor)?.closest('.prose') ?? document.querySelector('.prose');
  if (!bar || !body) return;
  const parameters = new URLSearchParams(location.search);
  const passage = parameters.get('at');
  if (passage !== null) {
    const range = findPassage(body, passage, anchor);
    showHits(bar, range ? [range] : [], {
      hit: 1,
      label: '',
      note: range ? '引文在此' : '原文在引用之后改过，引的那段话已经不在了。',
      addressOf: () => location.href,
    });
    return;
  }
  const query = parameters.get('q') ?? '';
  const back = bar.querySelector('a');
  if (back) back.search = `?${new URLSearchParams({ q: query })}`;
  showHits(bar, findRanges([body], query, variants), {
    hit: Number(parameters.get('hit')),
    label: query,
    addressOf: (hit, place) =>
      `?${new URLSearchParams({ q: query, hit: String(hit) })}${place && `#${place}`}`,
  });
}
