import { namePapers, sortPapers } from '../collection/name-papers.ts';
import type { CollectionModel, Paper } from '../collection/paper.ts';
import { listVariants } from './list-variants.ts';
import type { LoadedSource } from './source-loader.ts';

/** Puts the papers that were read into order, names them, and says what they have in common. */
export function describePapers(
  entries: readonly LoadedSource<StoredPaper>[],
): Pick<CollectionModel, 'papers' | 'variants'> {
  const sorted = sortPapers(entries.map(({ id, digest, data }) => ({ ...data, id, digest })));
  const names = namePapers(sorted);
  const papers = sorted.map((paper, index) => ({
    ...paper,
    ...(names[index] as (typeof names)[number]),
    position: index + 1,
  }));
  return { papers, variants: listVariants(papers.map(({ alphabet }) => alphabet).join('')) };
}

/** What a paper's entry in Astro's store holds. */
export type StoredPaper = Omit<
  Paper,
  'id' | 'digest' | 'position' | 'label' | 'name' | 'distinction'
> & { label?: string };
