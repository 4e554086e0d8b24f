import { toChineseNumeral } from '../text/chinese-numerals.ts';
import { isLarge } from './is-large.ts';
import type { FrontMatter, Paper } from './paper.ts';

/**
 * Puts papers into the order of the collection: those with an `order` first, by it; then those with a
 * date, the oldest first; then the others by file name, numbers in it counted.
 */
export function sortPapers<P extends FrontMatter & { id: string }>(papers: readonly P[]): P[] {
  const compareNames = new Intl.Collator('zh-CN', { numeric: true }).compare;
  return papers.toSorted(
    (one, other) =>
      (one.order ?? Number.POSITIVE_INFINITY) - (other.order ?? Number.POSITIVE_INFINITY) ||
      Number(!one.date) - Number(!other.date) ||
      compareTexts(one.date ?? '', other.date ?? '') ||
      compareNames(one.id, other.id) ||
      compareTexts(one.id, other.id),
  );
}

/**
 * Says what each paper is called. In a small collection that is its label, 第N篇 where the editor gives
 * none; in a large one its title, told from its equals by year, or by the whole date where the year is
 * the same too.
 *
 * @param papers In the order of the collection.
 */
export function namePapers(papers: readonly FrontMatter[]): PaperName[] {
  const isNumbered = !isLarge(papers);
  const byTitle = Map.groupBy(papers, ({ title }) => title);
  return papers.map(({ title, label, order, date = '' }, index) => {
    const equals = (byTitle.get(title) ?? []).filter((paper) => paper.date);
    const year = date.slice(0, 4);
    const isAlone = (byTitle.get(title)?.length ?? 0) < 2;
    const sameYear = equals.filter((paper) => paper.date?.slice(0, 4) === year);
    const own = label ?? (isNumbered ? `第${toChineseNumeral(order ?? index + 1)}篇` : '');
    return {
      label: own,
      name: isNumbered ? own : title,
      distinction: isAlone || !date ? '' : sameYear.length > 1 ? date : year,
    };
  });
}

/** A title with what tells it from its equals: `文物保护法〔2024〕`. */
export function distinctTitle({ title, distinction }: NamedByTitle): string {
  return distinction ? `${title}〔${distinction}〕` : title;
}

/** What a title is told from its equals by. */
export type NamedByTitle = Pick<Paper, 'title' | 'distinction'>;

/** What a paper is called. */
export interface PaperName {
  label: string;
  name: string;
  distinction: string;
}

function compareTexts(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
