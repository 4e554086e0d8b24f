import {
  type FoundMatches,
  type MatchedPaper,
  readMatches,
  type TermMatch,
} from '../search/browser/match-texts.ts';
import { type FrequentClauses, readBeside } from '../search/browser/read-beside.ts';
import { writeSearchAddress } from '../search/browser/search-state.ts';
import { READ_UNASKED } from '../search/run-tree.ts';
import { type Clauses, countRuns, listClauses, type Run, type Side } from '../text/count-runs.ts';
import type { PatternQuery, PatternTerm } from '../text/parse-pattern.ts';
import { extendTerm, writeQuery } from '../text/write-pattern.ts';
import { createElement } from './create-element.ts';
import { offerToRead } from './read-meanwhile.ts';
import { tellProgress } from './tell-progress.ts';
import type { ViewContext } from './view-context.ts';

/** Runs named on each side, of those that stand there several times and once; then so many at a time. */
const OFTEN_SHOWN = 40;
const ONCE_SHOWN = 60;
const MORE_SHOWN = 200;

/** Of a query of many terms, so many are looked at. */
const TERMS_SHOWN = 5;

/**
 * Draws what stands right before and right behind each term, the most frequent first. Of one term in many
 * papers the index tells what is frequent; the rest is read when the reader asks for it.
 *
 * @param found All that is to be shown.
 * @param isAll Whether the papers are all that have it.
 * @throws When a text cannot be loaded.
 */
export async function renderNeighbours(
  query: PatternQuery,
  found: readonly FoundMatches[],
  isAll: boolean,
  context: ViewContext,
): Promise<HTMLElement[]> {
  const { signal, tell } = context;
  const frequent = isAll ? await findFrequent(query, found, context) : undefined;
  if (!frequent) {
    const papers = await readMatches(found, { signal, onProgress: tellProgress(tell) });
    return renderAll(query, papers, context);
  }
  const { term, beside } = frequent;
  const least = Math.max(beside.before.least, beside.after.least);
  const offer = createElement('div', { tabindex: '-1' });
  const box = createElement(
    'div',
    { tabindex: '-1' },
    renderTerm(query, term, beside, context),
    createElement(
      'div',
      { 'data-rest': '' },
      createElement('small', {}, `出现不到 ${least} 次的没有列全。`),
      offer,
    ),
  );
  const papers = found.filter(({ body }) => body > 0).length;
  offerToRead(offer, `全部列出（要读 ${papers} 篇）`, {
    busy: '正在查找……',
    again: '没能读完，再读一次',
    read: async (onProgress) => {
      const read = await readMatches(found, { signal, onProgress });
      const isWaitedFor = offer.contains(document.activeElement);
      box.replaceChildren(...renderAll(query, read, context));
      if (isWaitedFor) box.focus({ preventScroll: true });
    },
    signal,
  });
  return [box];
}

/** What the index tells of a query of a single word that is in many papers. */
async function findFrequent(
  { terms: [term, ...others], excluded }: PatternQuery,
  found: readonly FoundMatches[],
  { texts, engine, state, signal }: ViewContext,
): Promise<{ term: PatternTerm; beside: Record<Side, FrequentClauses> } | undefined> {
  const readTree = texts.index?.readTree;
  const [tokens = [], ...alternatives] = term?.alternatives ?? [];
  const [word, ...more] = tokens;
  const isPlain = others.length + excluded.length + alternatives.length + more.length === 0;
  if (!readTree || !term || !isPlain || typeof word !== 'string') return undefined;
  if (state.where || term.isUnpunctuated || found.length <= READ_UNASKED) return undefined;
  const hits = found.reduce((sum, { body }) => sum + body, 0);
  const beside = await readBeside(engine.fold(word).text, hits, readTree, engine.fold, signal);
  return beside && { term, beside };
}

function renderAll(
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
    const beside = { before: listBeside(own, 'before'), after: listBeside(own, 'after') };
    return renderTerm(query, term, beside, context);
  });
}

function listBeside(matches: readonly (TermMatch & { text: string })[], side: Side): Clauses {
  const beside = matches.map(({ text, start, end }) =>
    side === 'before' ? text.slice(0, start) : text.slice(end),
  );
  return listClauses(beside, side);
}

function renderTerm(
  query: PatternQuery,
  term: PatternTerm,
  { before, after }: Record<Side, Clauses>,
  { state }: ViewContext,
): HTMLElement {
  const address = (side: Side) => (added: string) => {
    const extended = writeQuery(query, (each) =>
      each.text === term.text ? extendTerm(each, added, side) : each.text,
    );
    return writeSearchAddress({ ...state, query: extended });
  };
  const runs = (side: Side, { clauses }: Clauses) => countRuns(clauses, side);
  return createElement(
    'div',
    { 'data-neighbours': '' },
    renderSide('前面', before.marks, runs('before', before), address('before')),
    createElement('p', { 'aria-hidden': 'true' }, nameTerm(term)),
    renderSide('后面', after.marks, runs('after', after), address('after')),
  );
}

function nameTerm({ text, unquoted }: PatternTerm): string {
  return unquoted ?? text;
}

function renderSide(
  name: string,
  marks: number,
  runs: readonly Run[],
  address: (added: string) => string,
): HTMLElement {
  const link = ({ text, count }: Run) =>
    createElement(
      'a',
      { href: address(text) },
      createElement('b', {}, String(count)),
      createElement('span', {}, text),
    );
  const often = runs.filter(({ count }) => count > 1);
  const once = runs.filter(({ count }) => count === 1);
  const list = createElement('ol', {});
  if (marks > 0) {
    const counted = [createElement('b', {}, String(marks)), createElement('span', {}, '标点')];
    list.append(createElement('li', { 'data-marks': '' }, ...counted));
  }
  const flow = createElement('ol', { 'data-once': '' });
  return createElement(
    'section',
    {},
    createElement('h2', {}, name),
    ...fillList(list, often, link, OFTEN_SHOWN),
    ...(once.length > 0 ? [createElement('h3', {}, '各一次')] : []),
    ...fillList(flow, once, link, ONCE_SHOWN),
  );
}

/** Fills a list so far, and offers the rest; an empty list is none. */
function fillList(
  list: HTMLElement,
  runs: readonly Run[],
  link: (run: Run) => HTMLElement,
  shown: number,
): HTMLElement[] {
  let drawn = 0;
  const draw = (count: number) => {
    const links = runs.slice(drawn, drawn + count).map(link);
    list.append(...links.map((each) => createElement('li', {}, each)));
    drawn += links.length;
    more.textContent = `另有 ${runs.length - drawn} 种`;
    more.hidden = drawn === runs.length;
    return links[0];
  };
  const more = createElement('button', { type: 'button', 'data-more': '' });
  more.addEventListener('click', () => draw(MORE_SHOWN)?.focus());
  draw(shown);
  return list.childElementCount > 0 ? [list, more] : [];
}
