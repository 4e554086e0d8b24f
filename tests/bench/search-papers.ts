import { listVariants } from '../../src/model/list-variants.ts';
import type { SearchDocument, SearchSource } from '../../src/search/search-document.ts';
import { readBodies, recombine } from './make-papers.ts';

/** The six papers, or more made from them, as search gets them from the site. */
export async function makeSearchSource(count: number): Promise<SearchSource> {
  const originals = await readBodies('content/papers');
  const bodies = count <= originals.length ? originals : [...recombine(originals, count)];
  const documents = bodies.map(
    (body, index): SearchDocument => ({
      id: String(index).padStart(5, '0'),
      name: `第${index + 1}篇`,
      distinction: '',
      date: '',
      label: `第${index + 1}篇`,
      title: `第${index + 1}号研讨材料`,
      topic: '',
      passages: body
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((text, at) => ({ id: `p${at + 1}`, text, places: [] })),
      entries: {},
    }),
  );
  return { documents, variants: listVariants(bodies.join('')) };
}
