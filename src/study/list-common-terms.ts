import { isEstablished, type Quotation } from '../text/formulations.ts';
import type { Naming } from '../text/works.ts';
import { compareTerms, describePinyin, type Term } from './list-terms.ts';

/** So many of each kind a reader still looks through. */
const MAX_LISTED = 200;

/**
 * Lists the terms of a collection too large to show every place of each: the formulations that are
 * established in it (`isEstablished`) and the works that two papers name, those of the most papers
 * alone. Only places in “” or 《》 count, so that no text need be read again for it.
 *
 * @param papers What each paper quotes and names.
 * @param fold The fold of search.
 */
export function listCommonTerms(
  papers: readonly PaperTerms[],
  fold: (text: string) => string,
): Term[] {
  const formulations = countTerms(
    papers.map(({ quotations }) => quotations),
    fold,
  ).filter((each) => isEstablished(each, each.papers));
  const works = countTerms(
    papers.map((paper) => paper.works.map((work) => ({ ...work, named: work.count }))),
    fold,
  ).filter((each) => each.papers > 1);
  return [formulations, works]
    .flatMap((list) =>
      list
        .toSorted((one, other) => other.papers - one.papers || other.count - one.count)
        .slice(0, MAX_LISTED),
    )
    .map(({ text, count: places, papers: holders }) => ({
      text,
      variants: [],
      ...describePinyin(text),
      count: places,
      papers: holders,
      lines: [],
    }))
    .sort(compareTerms);
}

function countTerms(
  lists: readonly (readonly Quotation[])[],
  fold: (text: string) => string,
): (Quotation & { papers: number })[] {
  const totals = new Map<string, Quotation & { papers: number }>();
  for (const { text, count, named } of lists.flat()) {
    const key = fold(text);
    const known = totals.get(key) ?? { text, count: 0, named: 0, papers: 0 };
    known.count += count;
    known.named += named;
    known.papers += 1;
    totals.set(key, known);
  }
  return [...totals.values()];
}

/** What a paper quotes and names. */
export interface PaperTerms {
  quotations: Quotation[];
  works: Naming[];
}
