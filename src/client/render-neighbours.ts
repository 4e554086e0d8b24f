import type { MatchedPaper } from '../search/browser/match-texts.ts';
import { writeSearchAddress } from '../search/browser/search-state.ts';
import { countRuns, type Run } from '../text/count-runs.ts';
import { createElement } from './create-element.ts';
import { listMatches } from './list-matches.ts';
import type { ViewContext } from './view-context.ts';

/** Runs named on each side; the rest is what stands once. */
const RUNS_SHOWN = 40;
const ONCE_SHOWN = 60;

/** Draws what stands right before and right behind the hits, the most frequent first. */
export function renderNeighbours(
  papers: readonly MatchedPaper[],
  context: ViewContext,
): HTMLElement[] {
  const matches = listMatches(papers, context);
  const before = matches.map(({ passage, start }) => passage.text.slice(0, start));
  const after = matches.map(({ passage, end }) => passage.text.slice(end));
  const query = context.state.query.trim();
  const middle = createElement('p', { 'aria-hidden': 'true' }, query);
  return [
    createElement(
      'div',
      { 'data-neighbours': '' },
      renderSide('前面', countRuns(before, 'before'), (text) => text + query, context),
      middle,
      renderSide('后面', countRuns(after, 'after'), (text) => query + text, context),
    ),
  ];
}

function renderSide(
  name: string,
  { marks, runs }: { marks: number; runs: readonly Run[] },
  extend: (text: string) => string,
  { state }: ViewContext,
): HTMLElement {
  const address = (text: string) => writeSearchAddress({ ...state, query: extend(text) });
  const link = ({ text, count }: Run) =>
    createElement(
      'a',
      { href: address(text) },
      createElement('b', {}, String(count)),
      createElement('span', {}, text),
    );
  const often = runs.filter(({ count }) => count > 1).slice(0, RUNS_SHOWN);
  const once = runs.filter(({ count }) => count === 1).slice(0, ONCE_SHOWN);
  const items = often.map((run) => createElement('li', {}, link(run)));
  if (marks > 0) {
    const counted = [createElement('b', {}, String(marks)), createElement('span', {}, '标点')];
    items.unshift(createElement('li', { 'data-marks': '' }, ...counted));
  }
  const list = createElement('ol', {}, ...items);
  const flow = createElement('ol', { 'data-once': '' });
  flow.append(...once.map((run) => createElement('li', {}, link(run))));
  return createElement(
    'section',
    {},
    createElement('h2', {}, name),
    ...(items.length > 0 ? [list] : []),
    ...(once.length > 0 ? [createElement('h3', {}, '各一次'), flow] : []),
  );
}
