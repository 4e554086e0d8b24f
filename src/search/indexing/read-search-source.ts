import type { CollectionModel } from '../../collection/paper.ts';
import { readPaperBody } from '../../model/paper-bodies.ts';
import type { SearchSource } from '../search-document.ts';
import { describeDocument } from './describe-document.ts';

/** Reads what search needs to know of a collection, the papers' texts included. */
export async function readSearchSource({
  papers,
  bodies,
  variants,
}: CollectionModel): Promise<SearchSource> {
  const documents = await Promise.all(
    papers.map(async (paper) => describeDocument(paper, await readPaperBody(bodies, paper.digest))),
  );
  return { documents, variants };
}
