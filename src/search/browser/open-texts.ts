import { type Folded, foldText } from '../../text/fold.ts';
import { readVariants } from '../../text/variants.ts';
import type { PinyinList } from '../pinyin-list.ts';
import type { SearchSource } from '../search-document.ts';
import { countInBody, countInHead } from './count-hits.ts';
import { listOffers } from './list-offers.ts';
import type { Searchable } from './searchable.ts';

/**
 * Makes texts in memory searchable by reading them through: for a collection that is opened from
 * disk, where a browser loads no index.
 */
export function openTexts({ documents, variants }: SearchSource, pinyin: PinyinList): Searchable {
  const forms = readVariants(variants);
  const folded = new Map<string, Folded>();
  const fold = (text: string) => {
    const known = folded.get(text) ?? foldText(text, forms);
    folded.set(text, known);
    return known;
  };
  return {
    variants,
    papers: documents,
    listPieces: () => [0],
    estimate: () => undefined,
    readPinyin: () => Promise.resolve(listOffers(pinyin, documents)),
    readPiece(paper) {
      const document = documents[paper];
      return document
        ? Promise.resolve({ ...document, section: '' })
        : Promise.reject(new Error(`no paper ${paper}`));
    },
    locate(term) {
      const hits = documents.map((document) => ({
        head: countInHead(document, term, fold),
        body: countInBody(document, term, fold),
      }));
      const found = [...hits.entries()].filter(([, { head, body }]) => head + body > 0);
      return Promise.resolve(new Map(found));
    },
  };
}
