import { type FoundMatches, readMatches } from '../search/browser/match-texts.ts';
import type { FoundPart } from '../search/browser/search-engine.ts';
import { writeSearchAddress } from '../search/browser/search-state.ts';
import type { PatternQuery, PatternTerm } from '../text/parse-pattern.ts';
import { createElement } from './create-element.ts';
import type { ViewContext } from './view-context.ts';

/** Of a query that is not found, so many terms are looked at one by one. */
const TERMS_LOOKED_AT = 5;

const FORMS_SHOWN = 6;

const LONGEST_SHOWN = 48;

const PAIRS: Readonly<Record<string, string>> = {
  '”': '“',
  '’': '‘',
  '》': '《',
  '）': '（',
  '」': '「',
};

/** Of what is found without its punctuation: how the papers write it, each a link. */
export async function renderForms(
  { terms }: PatternQuery,
  found: readonly FoundMatches[],
  { state, signal }: ViewContext,
): Promise<HTMLElement[]> {
  if (!terms.some(({ isUnpunctuated }) => isUnpunctuated)) return [];
  const forms = new Map<string, number>();
  const papers = await readMatches(found, { signal });
  for (const { passage, matches } of papers.flatMap(({ groups }) => groups)) {
    for (const { start, end, gaps } of matches) {
      if (gaps.length === 0) continue;
      const form = complete(passage.text, start, end);
      forms.set(form, (forms.get(form) ?? 0) + 1);
    }
  }
  const sorted = [...forms].sort((one, other) => other[1] - one[1]).slice(0, FORMS_SHOWN);
  const links = sorted.flatMap(([text, count]) => [
    createElement('a', { href: writeSearchAddress({ ...state, query: text }) }, text),
    createElement('span', {}, createElement('b', {}, String(count)), ' 处'),
  ]);
  return [createElement('p', { 'data-also': '' }, '原文写作：', ...links)];
}

/** Takes along the opening marks of those that a form closes. */
function complete(text: string, start: number, end: number): string {
  const form = text.slice(start, end);
  const before = text[start - 1] ?? '';
  const isOpen = [...form].some((mark) => PAIRS[mark] === before && !form.includes(before));
  return isOpen ? before + form : form;
}

/**
 * Names of a query that is not found every longest part that is, at its place in the query; in a large
 * collection, where that means to load much, when the reader asks for it.
 *
 * @param isFound Which of the terms stand in the papers by themselves.
 * @throws When a file of the index cannot be loaded.
 */
export async function renderParts(
  terms: readonly PatternTerm[],
  isFound: readonly boolean[],
  context: ViewContext,
): Promise<HTMLElement[]> {
  const seen = terms.slice(0, TERMS_LOOKED_AT);
  const whole = await Promise.all(
    seen.map((term, index) => (isFound[index] ? findWhole(term, context) : [])),
  );
  const missing = seen.filter((_, index) => !isFound[index]);
  if (!context.isLarge) return renderList(whole.flat(), await findAll(missing, context), context);
  return [
    ...renderList(whole.flat(), [], context),
    ...(missing.length > 0 ? [renderSeeking(missing, context)] : []),
  ];
}

async function findAll(terms: readonly PatternTerm[], { engine, signal }: ViewContext) {
  const parts = await Promise.all(
    terms.map(({ text }) => engine.findParts(engine.fold(text).text, signal)),
  );
  return parts.flat();
}

async function findWhole(
  { text, unquoted }: PatternTerm,
  { texts, engine, signal }: ViewContext,
): Promise<FoundPart[]> {
  for (const form of [text, ...(unquoted ? [unquoted] : [])]) {
    const folded = engine.fold(form).text;
    const hits = folded ? await texts.locate(folded, signal) : new Map();
    if (hits.size > 0) return [{ text: form, start: 0, hits }];
  }
  return [];
}

function renderList(
  whole: readonly FoundPart[],
  parts: readonly FoundPart[],
  { state, engine }: ViewContext,
): HTMLElement[] {
  const all = [...new Map([...whole, ...parts].map((part) => [part.text, part])).values()];
  if (all.length === 0) return [];
  const items = all.map(({ text, start, hits }) => {
    const count = [...hits.values()].reduce((sum, { head, body }) => sum + head + body, 0);
    const link = createElement('a', { href: writeSearchAddress({ ...state, query: text }) }, text);
    const place = createElement('i', { 'aria-hidden': 'true' }, '\u3000'.repeat(start));
    const counted = createElement('small', {}, createElement('b', {}, String(count)));
    counted.append(` 处，${hits.size} 篇`);
    return createElement('li', {}, place, link, counted);
  });
  // Only where there is one term is a place in the query the place in the term.
  const query = engine.fold(state.query).text;
  const isOne =
    whole.length === 0 && parts.every(({ text, start }) => query.startsWith(text, start));
  if (isOne && parts.length > 1) {
    items.unshift(createElement('li', { 'aria-hidden': 'true' }, query.slice(0, LONGEST_SHOWN)));
  }
  return [
    createElement('p', {}, '原文里有的，是这些部分：'),
    createElement('ul', { 'data-parts': '' }, ...items),
  ];
}

/** A button that looks for the longest parts, which in a large collection means to load much. */
function renderSeeking(terms: readonly PatternTerm[], context: ViewContext): HTMLElement {
  const seek = createElement('button', { type: 'button', 'data-more': '' }, '找最长的一段');
  seek.addEventListener('click', async () => {
    seek.disabled = true;
    seek.textContent = '正在查找……';
    try {
      const found = renderList([], await findAll(terms, context), context);
      const shown = found.length > 0 ? found : [createElement('p', {}, '其中没有一段查得到。')];
      seek.replaceWith(...shown);
      shown[1]?.querySelector('a')?.focus();
    } catch {
      seek.disabled = false;
      seek.textContent = '没能找完，再找一次';
    }
  });
  return seek;
}
