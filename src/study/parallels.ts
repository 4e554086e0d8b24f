import { getPapers, type Paper } from '../model/papers.ts';
import { hitAddress } from '../search/hit-address.ts';
import { describeSource } from '../search/indexing/describe-source.ts';
import { foldText } from '../text/fold.ts';
import { readVariants } from '../text/variants.ts';
import type { MarkedRun } from './annotate-body.ts';
import { findParallels } from './find-parallels.ts';

let latest: Promise<ReadonlyMap<string, MarkedRun[]>> | undefined;

/**
 * The runs of each paper that stand in another one too, by the papers' ids, with where they lead.
 * Found once for a whole build.
 */
export function getParallels(): Promise<ReadonlyMap<string, MarkedRun[]>> {
  if (!latest || !import.meta.env.PROD) latest = getPapers().then(listRuns);
  return latest;
}

function listRuns(papers: readonly Paper[]): ReadonlyMap<string, MarkedRun[]> {
  const variants = readVariants(describeSource(papers).variants);
  const found = findParallels(
    papers.map(({ passages }) => passages),
    (text) => foldText(text, variants),
  );
  return new Map(
    papers.map(({ id }, index) => [
      id,
      (found[index] ?? []).flatMap(({ other, ...place }) => {
        const paper = papers[other.paper];
        const passage = paper?.passages[other.passage];
        if (!paper || !passage) return [];
        // White space is nothing to search, but would divide the query.
        const query = passage.text.slice(other.start, other.end).replaceAll(/\s/gu, '');
        const address = `/${hitAddress(paper.id, query, passage.id)}`;
        return [{ ...place, label: paper.label, address }];
      }),
    ]),
  );
}
