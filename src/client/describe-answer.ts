import type { Answer } from '../search/browser/answer-query.ts';
import type { FoundPaper } from '../search/browser/search-engine.ts';

/** Says in a sentence or two what a query finds. */
export function describeAnswer({ asked, found, shown, narrowing, nearest }: Answer): string {
  const terms = asked.map(({ text }) => `“${text.length > 30 ? `${text.slice(0, 30)}……` : text}”`);
  const query = terms.slice(0, 5).join('') + (terms.length > 5 ? '等' : '');
  if (found.length === 0) {
    const apart = terms.length > 1 && nearest.length > 0 ? '没有一篇同时有' : '没有找到';
    return `${apart}${query}。`;
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
  const chosen = [narrowing.topic, narrowing.year].flatMap((value, index) =>
    value === undefined ? [] : ((value || ['没有主题', '没有日期'][index]) ?? []),
  );
  return chosen.length > 0
    ? `${whole}现在只看${chosen.join('、')}的 ${shown.length} 篇 ${sumHits(shown)} 处。`
    : whole;
}

function sumHits(papers: readonly FoundPaper[]): number {
  return papers.reduce((sum, { body }) => sum + body, 0);
}
