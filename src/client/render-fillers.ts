import {
  type FoundMatches,
  type MatchedPaper,
  readMatches,
} from '../search/browser/match-texts.ts';
import { writeSearchAddress } from '../search/browser/search-state.ts';
import { READ_UNASKED } from '../search/run-tree.ts';
import type { PatternQuery, PatternToken } from '../text/parse-pattern.ts';
import { writeQuery, writeToken } from '../text/write-pattern.ts';
import { createElement } from './create-element.ts';
import { offerToRead, readMeanwhile } from './read-meanwhile.ts';
import { tellProgress } from './tell-progress.ts';
import type { ViewContext } from './view-context.ts';

/** Of one gap, so many fillers are named. */
const FILLERS_SHOWN = 8;

/** What cannot be put into a pattern as itself. */
const SIGN = /[*＊_＿|｜\s]/u;

/**
 * Draws what stands in the gaps of a pattern, counted, where the sentence has it: each a link that puts it
 * into the query. All that is found has to be read for it: in a large collection it comes when it is
 * counted, and where papers are many when the reader asks for it.
 *
 * @throws When a text cannot be loaded.
 */
export async function renderFillers(
  query: PatternQuery,
  found: readonly FoundMatches[],
  context: ViewContext,
): Promise<HTMLElement[]> {
  const { signal, isLarge } = context;
  const [term, ...others] = query.terms;
  const [tokens, ...alternatives] = term?.alternatives ?? [];
  if (!tokens || others.length + alternatives.length > 0) return [];
  if (found.length === 0 || !tokens.some(isShownGap)) return [];
  const label = { 'data-fillers': '', role: 'group', 'aria-label': '填在空处的字', tabindex: '0' };
  const box = createElement('div', label);
  const read = async (onProgress = tellProgress()) => {
    const papers = await readMatches(found, { signal, onProgress });
    box.replaceChildren(...renderGaps(query, tokens, papers, context));
  };
  const reading = {
    busy: '正在数空处填了哪些字……',
    again: '没能数完，再数一次',
    read,
    signal,
  };
  if (!isLarge) await read();
  else if (found.length <= READ_UNASKED) readMeanwhile(box, reading);
  else offerToRead(box, `数一数空处填了哪些字（要读 ${found.length} 篇）`, reading);
  return [box];
}

function renderGaps(
  query: PatternQuery,
  tokens: readonly PatternToken[],
  papers: readonly MatchedPaper[],
  { state }: ViewContext,
): HTMLElement[] {
  const counts = tokens.filter(isShownGap).map(() => new Map<string, number>());
  for (const { passage, matches } of papers.flatMap(({ groups }) => groups)) {
    for (const [index, { start, end }] of matches.flatMap(({ gaps }) => gaps).entries()) {
      const count = counts[index];
      const text = passage.text.slice(start, end);
      count?.set(text, (count.get(text) ?? 0) + 1);
    }
  }
  const write = (gap: PatternToken, filler: string) =>
    writeQuery(query, () =>
      tokens.map((token) => (token === gap ? filler : writeToken(token))).join(''),
    );
  let next = 0;
  return tokens.flatMap((token, index): HTMLElement[] => {
    if (typeof token === 'string') return [createElement('p', {}, token)];
    if (!isShownGap(token, index, tokens)) return [];
    const fillers = [...(counts[next++] ?? [])].sort((one, other) => other[1] - one[1]);
    const items = fillers.slice(0, FILLERS_SHOWN).map(([text, count]) => {
      const content = [
        createElement('span', {}, text || '（紧接）'),
        createElement('b', {}, String(count)),
      ];
      const href = writeSearchAddress({ ...state, query: write(token, text) });
      return createElement(
        'li',
        {},
        SIGN.test(text)
          ? createElement('div', {}, ...content)
          : createElement('a', { href }, ...content),
      );
    });
    const left = fillers.length - items.length;
    if (left > 0)
      items.push(createElement('li', {}, createElement('small', {}, `另有 ${left} 样`)));
    return [createElement('ul', {}, ...items)];
  });
}

/** A run at either end of a pattern is not looked at. */
function isShownGap(token: PatternToken, index: number, tokens: readonly PatternToken[]): boolean {
  if (typeof token === 'string') return false;
  return (index > 0 && index < tokens.length - 1) || token.least > 0;
}
