import type { MatchedPaper, TermMatch } from '../search/browser/match-texts.ts';
import { writeSearchAddress } from '../search/browser/search-state.ts';
import { countRuns, type Run } from '../text/count-runs.ts';
import type { PatternQuery, PatternTerm } from '../text/parse-pattern.ts';
import { extendTerm, writeQuery } from '../text/write-pattern.ts';
import { createElement } from './create-element.ts';
import type { ViewContext } from './view-context.ts';

/** Runs named on each side; the rest is what stands once. */
const RUNS_SHOWN = 40;
const ONCE_SHOWN = 60;

/** Of a query of many terms, so many are looked at. */
const TERMS_SHOWN = 5;

/** Draws what stands right before and right behind each term, the most frequent first. */
export function renderNeighbours(
  query: PatternQuery,
  papers: readonly MatchedPaper[],
  context: ViewContext,
): HTMLElement[] {
  const matches = papers.flatMap(({ groups }) =>
    groups.flatMap(({ passage, matches: all }) =>
      all.map((match) => ({ ...match, text: passage.text })),
    ),
  );
  const terms = [...new Map(query.terms.map((term) => [term.text, term])).values()];
  return terms.slice(0, TERMS_SHOWN).map((term, index) => {
    const own = matches.filter((match) => match.term === index);
    const address = (side: Side) => (added: string) => {
      const extended = writeQuery(query, (each) =>
        each.text === term.text ? extendTerm(each, added, side) : each.text,
      );
      return writeSearchAddress({ ...context.state, query: extended });
    };
    return createElement(
      'div',
      { 'data-neighbours': '' },
      renderSide('前面', countBeside(own, 'before'), address('before')),
      createElement('p', { 'aria-hidden': 'true' }, nameTerm(term)),
      renderSide('后面', countBeside(own, 'after'), address('after')),
    );
  });
}

type Side = 'before' | 'after';

function countBeside(matches: readonly (TermMatch & { text: string })[], side: Side) {
  const beside = matches.map(({ text, start, end }) =>
    side === 'before' ? text.slice(0, start) : text.slice(end),
  );
  return countRuns(beside, side);
}

function nameTerm({ text, unquoted }: PatternTerm): string {
  return unquoted ?? text;
}

function renderSide(
  name: string,
  { marks, runs }: { marks: number; runs: readonly Run[] },
  address: (added: string) => string,
): HTMLElement {
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
