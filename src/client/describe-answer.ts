import type { Answer } from '../search/browser/answer-query.ts';
import type { Narrowing } from '../search/browser/narrow-papers.ts';
import type { FoundPaper } from '../search/browser/search-engine.ts';
import type { SearchPaper } from '../search/search-document.ts';
import { isQuotedTerm } from '../text/parse-query.ts';

/** A longer term is cut where it is named. */
const LONGEST_NAMED = 30;

/** Says in a sentence or two what a query finds. */
export function describeAnswer(
  { asked, found, shown, narrowing, offers }: Answer,
  papers: readonly SearchPaper[],
): string {
  const terms = asked.map(({ text }) => quoteTerm(text));
  const query = terms.slice(0, 5).join('') + (terms.length > 5 ? '等' : '');
  if (found.length === 0) {
    if (offers.length > 0) return `原文里没有${query}，拼音相合的有 ${offers.length} 个。`;
    return `没有找到${query}。`;
  }
  const inBody = found.filter(({ body }) => body > 0);
  const inTitle = found.length - inBody.length;
  const counted =
    terms.length > 1
      ? `${query}同在 ${inBody.length} 篇中，共出现 ${sumHits(found)} 处。`
      : `${query}在 ${inBody.length} 篇中出现 ${sumHits(found)} 处。`;
  const others = inTitle > 0 ? `另有 ${inTitle} 篇只见于题目或主题。` : '';
  const whole =
    inBody.length === 0 ? `${query}只见于 ${inTitle} 篇的题目或主题。` : counted + others;
  return whole + describeNarrowing(narrowing, shown, papers, '处');
}

/** A term as it is named in a sentence. */
export function quoteTerm(text: string): string {
  const short = text.length > LONGEST_NAMED ? `${text.slice(0, LONGEST_NAMED)}……` : text;
  return isQuotedTerm(text) ? short : `“${short}”`;
}

/** Says what the papers found are narrowed to; nothing when they are not. */
export function describeNarrowing(
  { paper, topic, year }: Narrowing,
  shown: readonly FoundPaper[],
  papers: readonly SearchPaper[],
  unit: string,
): string {
  const name = paper === undefined ? undefined : papers[paper - 1]?.name;
  const chosen = [name, topic, year].flatMap((value, index) =>
    value === undefined ? [] : ((value || ['', '没有主题', '没有日期'][index]) ?? []),
  );
  if (chosen.length === 0) return '';
  const size = name === undefined ? `${shown.length} 篇 ` : '';
  return `现在只看${chosen.join('、')}的 ${size}${sumHits(shown)} ${unit}。`;
}

/** Hits in the bodies of all these papers. */
export function sumHits(papers: readonly FoundPaper[]): number {
  return papers.reduce((sum, { body }) => sum + body, 0);
}
