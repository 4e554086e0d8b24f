import type { CollectionModel } from '../collection/paper.ts';
import { readPaperBody } from '../model/paper-bodies.ts';
import { getModel } from '../model/published-model.ts';
import { foldText } from '../text/fold.ts';
import { listQuotations } from '../text/formulations.ts';
import { readVariants } from '../text/variants.ts';
import { listNamings } from '../text/works.ts';
import { listCommonTerms, type PaperTerms } from './list-common-terms.ts';
import { listTerms, type Term } from './list-terms.ts';
import { keepFiles, readKept, studyFolder } from './study-cache.ts';

/** Beyond so many places a page of them is no longer read; nor are the texts for it. */
const MAX_PLACES = 3000;

/** The terms of the collection as it stands. */
export async function getTermIndex(): Promise<TermIndex> {
  const model = getModel();
  const papers = await readPaperTerms(model);
  const forms = readVariants(model.variants);
  const fold = (text: string) => foldText(text, forms);
  const countAll = (terms: readonly { count: number }[]) =>
    terms.reduce((sum, { count }) => sum + count, 0);
  const quoted = countAll(papers.flatMap(({ quotations, works }) => [...quotations, ...works]));
  // There are more places than those in quotes, which are known without reading the texts.
  const all = quoted <= MAX_PLACES ? listTerms(await readTexts(model), fold) : [];
  const isWhole = quoted <= MAX_PLACES && countAll(all) <= MAX_PLACES;
  const terms = isWhole ? all : listCommonTerms(papers, (text) => fold(text).text);
  return {
    isWhole,
    formulations: terms.filter(({ text }) => !text.startsWith('《')),
    works: terms.filter(({ text }) => text.startsWith('《')),
  };
}

/** The terms of a collection. */
export interface TermIndex {
  /** Whether every term and every place is listed. */
  isWhole: boolean;
  formulations: Term[];
  works: Term[];
}

async function readPaperTerms({ papers, bodies }: CollectionModel): Promise<PaperTerms[]> {
  const names = papers.map(({ digest }) => `${digest}.json`);
  const files = await keepFiles(studyFolder(bodies, 'terms'), names, async (index) => {
    const { passages } = await readPaperBody(bodies, papers[index]?.digest ?? '');
    const texts = passages.map(({ text }) => text);
    const terms: PaperTerms = { quotations: listQuotations(texts), works: listNamings(texts) };
    return JSON.stringify(terms);
  });
  const lists: PaperTerms[] = [];
  for (const file of files) lists.push(await readKept<PaperTerms>(file));
  return lists;
}

function readTexts({ papers, bodies }: CollectionModel) {
  return Promise.all(
    papers.map(async ({ id, name, distinction, digest }) => ({
      id,
      name: distinction ? `${name}（${distinction}）` : name,
      passages: (await readPaperBody(bodies, digest)).passages,
    })),
  );
}
