import type { CollectionModel } from '../collection/paper.ts';
import { readPaperBody } from '../model/paper-bodies.ts';
import { getModel } from '../model/published-model.ts';
import { hitAddress } from '../search/hit-address.ts';
import { foldText } from '../text/fold.ts';
import { readVariants } from '../text/variants.ts';
import type { MarkedRun } from './annotate-body.ts';
import { findParallels } from './find-parallels.ts';

let latest: { papers: CollectionModel['papers']; runs: Promise<ParallelRuns> } | undefined;

/**
 * The runs of each paper that stand in another one too, by the papers' ids, with where they lead.
 * Found once for each state of the collection.
 */
export function getParallels(): Promise<ParallelRuns> {
  const model = getModel();
  if (latest?.papers !== model.papers) latest = { papers: model.papers, runs: listRuns(model) };
  return latest.runs;
}

async function listRuns({ papers, bodies, variants }: CollectionModel): Promise<ParallelRuns> {
  const forms = readVariants(variants);
  const texts = await Promise.all(
    papers.map(async ({ digest }) => (await readPaperBody(bodies, digest)).passages),
  );
  const found = findParallels(texts, (text) => foldText(text, forms));
  return new Map(
    papers.map(({ id }, index) => [
      id,
      (found[index] ?? []).flatMap(({ other, ...place }) => {
        const paper = papers[other.paper];
        const passage = texts[other.paper]?.[other.passage];
        if (!paper || !passage) return [];
        // White space is nothing to search, but would divide the query.
        const query = passage.text.slice(other.start, other.end).replaceAll(/\s/gu, '');
        const address = `/${hitAddress(paper.id, query, passage.id)}`;
        return [{ ...place, label: paper.name, address }];
      }),
    ]),
  );
}

type ParallelRuns = ReadonlyMap<string, MarkedRun[]>;
