import { isTogether } from '../search/browser/match-texts.ts';
import type { FoundPaper } from '../search/browser/search-engine.ts';
import type { PatternQuery, PatternTerm } from '../text/parse-pattern.ts';
import { describeNarrowing, quoteTerm, sumHits } from './describe-answer.ts';
import type { ShownAnswer, ViewContext } from './view-context.ts';

/** Says in a sentence or two what a pattern or a scope finds. */
export function describeMatches(
  query: PatternQuery,
  {
    found,
    shown,
    narrowing,
  }: Pick<ShownAnswer, 'found' | 'narrowing'> & { shown: readonly FoundPaper[] },
  { state, texts }: ViewContext,
): string {
  const { terms, excluded } = query;
  const { scope, within, order, where } = state;
  const names = (all: readonly PatternTerm[], mark: string) =>
    all
      .slice(0, 5)
      .map(({ text }) => quoteTerm(text))
      .join(mark) + (all.length > 5 ? '等' : '');
  const without = excluded.length > 0 ? `（不含${names(excluded, '、')}）` : '';
  const place = where === 'headings' ? '标题和提纲里' : where === 'works' ? '书名号里' : '';
  const together = isTogether(query, state);
  const unit = together && scope ? { sentence: '句', paragraph: '段' }[scope] : '处';
  const asked = names(terms, together ? '和' : '') + without;
  const at = place ? `在${place}` : '';
  const near = within ? `在 ${within} 字内${order ? '依次' : '同时'}` : '同时';
  const inexact = terms.filter(({ isUnpunctuated }) => isUnpunctuated);
  const lead = inexact.length > 0 ? `没有原样的${names(inexact, '、')}。不计标点，` : asked;
  if (found.length === 0) {
    const how = together ? (within ? `${near}出现的` : `同${unit}的`) : '';
    return `没有找到${asked}${at}${how}。`;
  }
  const inBody = found.filter(({ body }) => body > 0);
  if (inBody.length === 0) return `${lead}只见于 ${found.length} 篇的题目或主题。`;
  const hits = sumHits(found);
  const counted = together
    ? `${lead}${at}，${inBody.length} 篇中有 ${hits} ${unit}${near}出现。`
    : terms.length > 1
      ? `${lead}${at}同在 ${inBody.length} 篇中，共出现 ${hits} 处。`
      : `${lead}${at ? `${at}，` : ''}在 ${inBody.length} 篇中出现 ${hits} 处。`;
  return counted + describeNarrowing(narrowing, shown, texts.papers, unit);
}

/** Says why a pattern cannot be looked for. */
export function describeProblem(problem: NonNullable<PatternQuery['problem']>): string {
  return problem === 'bare'
    ? '要查的话里至少要有一个字：* 和 ＿ 只代替别的字，| 两边都要有字。'
    : '这个句式太长：一次至多三百字，用 | 分开的至多五十样。';
}
