import { findFormulations } from '../../text/formulations.ts';
import type { PinyinOffer } from '../pinyin-offer.ts';
import type { SearchSource } from '../search-document.ts';
import { listPinyin } from './list-pinyin.ts';

/** Lists what a collection offers to those who type pinyin. */
export function listOffers({ documents }: SearchSource): PinyinOffer[] {
  const texts = documents.flatMap(({ passages }) => passages.map(({ text }) => text));
  return listPinyin(documents, findFormulations(texts).keys());
}
