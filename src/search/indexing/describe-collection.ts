import type { CollectionModel } from '../../collection/paper.ts';
import { readPaperBody } from '../../model/paper-bodies.ts';
import type { IndexSource } from '../search-document.ts';
import { describePaper, listEntries } from './describe-document.ts';

/** Takes from the model what the index is built from; the papers' texts are read one by one. */
export function describeCollection({ papers, bodies, variants }: CollectionModel): IndexSource {
  return {
    papers: papers.map((paper) => ({
      ...describePaper(paper),
      characters: paper.characters,
      digest: paper.digest,
      async read() {
        const { passages } = await readPaperBody(bodies, paper.digest);
        return { passages, entries: listEntries(paper) };
      },
    })),
    variants,
  };
}
