import { arrangePapers } from '../search/browser/answer-query.ts';
import { type ConcordanceLine, listLines, showTogether } from '../search/browser/concordance.ts';
import {
  type FoundMatches,
  findMatches,
  isTogether,
  readMatches,
} from '../search/browser/match-texts.ts';
import { throwIfAborted } from '../search/browser/throw-if-aborted.ts';
import { stripMarks } from '../text/find-unpunctuated.ts';
import { isPattern, type PatternQuery, parsePattern } from '../text/parse-pattern.ts';
import { isQuotedTerm } from '../text/parse-query.ts';
import { createElement } from './create-element.ts';
import { quoteTerm } from './describe-answer.ts';
import { describeMatches, describeProblem } from './describe-matches.ts';
import { renderFillers } from './render-fillers.ts';
import { renderLines } from './render-lines.ts';
import { renderForms, renderParts } from './render-nearest.ts';
import { renderNeighbours } from './render-neighbours.ts';
import { renderSpread } from './render-spread.ts';
import { renderResults } from './result-list.ts';
import { copyLines, printLines, saveTable } from './take-lines.ts';
import { tellProgress } from './tell-progress.ts';
import type { ShownAnswer, ViewContext } from './view-context.ts';

/** Answers what the index alone cannot: patterns, scopes, and every hit in its place. */
export async function showMatches(context: ViewContext): Promise<ShownAnswer> {
  const { state } = context;
  const query = parsePattern(state.query);
  if (query.problem) return { ...NOTHING, status: describeProblem(query.problem) };
  const found = await find(query, context);
  const isPlain = !state.scope && !state.within && !state.where && !isPattern(state.query);
  if (found.length === 0 && isPlain) {
    return explainNothing(context);
  }
  return show(query, found, context);
}

/** Answers a query that stands nowhere: without punctuation it may, or parts of it do. */
export async function explainNothing(context: ViewContext): Promise<ShownAnswer> {
  const { state, engine, signal, isLarge, home } = context;
  const { terms, excluded } = parsePattern(state.query);
  const isExact = await Promise.all(
    terms.map(async (term) => (await engine.find([term], signal)).papers.length > 0),
  );
  const loose: PatternQuery = {
    excluded,
    terms: terms.map((term, index) => {
      const isLong = [...stripMarks(engine.fold(term.text).text)].length > 1;
      // Whoever types the quotes of the text means them.
      const isMeant = isExact[index] || !isLong || isQuotedTerm(term.text);
      return isMeant ? term : { ...term, isUnpunctuated: true };
    }),
  };
  let limit = '';
  if (loose.terms.some(({ isUnpunctuated }) => isUnpunctuated)) {
    const found = await find(loose, context, (papers) => {
      limit = `不计标点，只查了用字最相近的 ${papers} 篇。`;
    });
    if (found.length > 0) {
      const shown = await show(loose, found, context);
      return { ...shown, status: shown.status + limit };
    }
  }
  const names = terms.map(({ text }) => quoteTerm(text)).slice(0, 5);
  const query = names.join('') + (terms.length > names.length ? '等' : '');
  const parts = await renderParts(terms, isExact, context);
  const isApart = terms.length > 1 && parts.length > 0;
  const contents = createElement('a', { href: home }, '看目录');
  const advice = createElement('p', {}, '换个说法试试，或者', contents, '。');
  return {
    ...NOTHING,
    status: `${isApart ? '没有一篇同时有' : '没有找到'}${query}。${limit}`,
    results:
      parts.length > 0 && !isLarge ? parts : [...(isExact.some(Boolean) ? [] : [advice]), ...parts],
  };
}

/** Copies, saves or prints all of the result, of what is not drawn too. */
export async function takeAlong(kind: string, context: ViewContext): Promise<void> {
  const { state, texts, tell, signal } = context;
  const query = parsePattern(state.query);
  const found = await find(query, context);
  const { shown } = arrangePapers(found, texts.papers, state);
  const read = await readMatches(shown, { signal, onProgress: tellProgress(tell) });
  throwIfAborted(signal);
  const lines = read.flatMap((paper) =>
    paper.groups.map((group) => ({ ...group, paper: paper.paper })),
  );
  const text = describeMatches(query, arrangement(found, context), context);
  if (kind === 'csv') saveTable(lines, context);
  if (kind === 'print') printLines(lines, text, context);
  const isCopied = kind === 'copy' && (await copyLines(lines, context));
  const done: Record<string, string> = {
    copy: isCopied ? `已复制 ${lines.length} 条。` : '浏览器没有让本站写剪贴板，可以存为表格。',
    csv: `已存为表格，${lines.length} 行。`,
  };
  tell(done[kind] ?? text, true);
}

const NOTHING = {
  found: [],
  offers: [],
  results: [],
  hasTerms: false,
  narrowing: {
    papers: [],
    paper: undefined,
    topic: undefined,
    year: undefined,
    topics: [],
    years: [],
  },
} satisfies Omit<ShownAnswer, 'status'>;

function find(
  query: PatternQuery,
  { state, texts, engine, signal, tell }: ViewContext,
  onLimit?: (papers: number) => void,
): Promise<FoundMatches[]> {
  return findMatches(query, state, {
    texts,
    fold: engine.fold,
    signal,
    ...(onLimit && { onLimit }),
    onProgress: tellProgress(tell),
  });
}

function arrangement(found: readonly FoundMatches[], { texts, state }: ViewContext) {
  return { found: [...found], ...arrangePapers(found, texts.papers, state) };
}

async function show(
  query: PatternQuery,
  found: readonly FoundMatches[],
  context: ViewContext,
): Promise<ShownAnswer> {
  const { state, addressOf, signal, tell } = context;
  const arranged = arrangement(found, context);
  const { shown } = arranged;
  const together = isTogether(query, state);
  const readAll = () => readMatches(shown, { signal, onProgress: tellProgress(tell) });
  const drawn: Record<string, () => Promise<HTMLElement[]>> = {
    kwic: async () => renderLines(await readAll(), context),
    spread: () => renderSpread(shown, arranged.narrowing, context),
    neighbours: () => renderNeighbours(query, shown, shown.length === found.length, context),
  };
  const byPaper = () =>
    renderResults(arranged, {
      ...context,
      // Where not all hits are found, the paper's page counts others.
      addressOf: (id, passage, hit) =>
        addressOf(id, passage, together || state.where ? undefined : hit),
      find: () => [],
      readLines: ({ paper }) =>
        readLines(
          shown.find((each) => each.paper === paper),
          together && !state.within,
        ),
    });
  const lead = state.view
    ? []
    : [
        ...(await renderForms(query, shown, context)),
        ...(await renderFillers(query, shown, context)),
      ];
  const results = await (drawn[state.view ?? ''] ?? byPaper)();
  throwIfAborted(signal);
  return {
    ...arranged,
    offers: [],
    status: describeMatches(query, arranged, context),
    results: [...lead, ...results],
    hasTerms: query.terms.length > 1,
  };
}

async function* readLines(
  paper: FoundMatches | undefined,
  isWhole: boolean,
): AsyncGenerator<ConcordanceLine, undefined> {
  const { groups = [] } = (await paper?.read()) ?? {};
  for (let at = 0; at < groups.length; ) {
    const group = groups[at];
    if (!group) return undefined;
    if (isWhole) {
      yield showTogether(group, group, group.matches);
      at++;
      continue;
    }
    const same = groups.slice(at).findIndex(({ passage }) => passage !== group.passage);
    const end = same < 0 ? groups.length : at + same;
    yield* listLines(
      group,
      groups.slice(at, end).flatMap(({ whole, matches }) => whole ?? matches),
      at,
    );
    at = end;
  }
  return undefined;
}
