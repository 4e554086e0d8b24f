import { type Folded, foldText } from '../../text/fold.ts';
import { readVariants } from '../../text/variants.ts';
import type { PinyinOffer } from '../pinyin-offer.ts';
import type { SearchSource } from '../search-document.ts';
import { countHits } from './count-hits.ts';
import type { Searchable } from './searchable.ts';

/**
 * Makes texts in memory searchable by reading them through: for a collection that is opened from
 * disk, where a browser loads no index.
 */
export function openTexts(
  { documents, variants }: SearchSource,
  offers: readonly PinyinOffer[],
): Searchable {
  const forms = readVariants(variants);
  const folded = new Map<string, Folded>();
  const fold = (text: string) => {
    const known = folded.get(text) ?? foldText(text, forms);
    folded.set(text, known);
    return known;
  };
  return {
    variants,
    readPinyin: () => Promise.resolve(offers),
    readPaper(paper) {
      const document = documents[paper];
      return document ? Promise.resolve(document) : Promise.reject(new Error(`no paper ${paper}`));
    },
    locate(term) {
      const hits = documents.map((document) => countHits(document, term, fold));
      const found = [...hits.entries()].filter(([, { head, body }]) => head + body > 0);
      return Promise.resolve(new Map(found));
    },
  };
}
