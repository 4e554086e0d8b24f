import { findFormulations } from '../../text/formulations.ts';
import { listFrequentWords } from '../../text/frequent-words.ts';
import type { PinyinList } from '../pinyin-list.ts';
import type { SearchDocument } from '../search-document.ts';
import { listPinyin } from './list-pinyin.ts';

/**
 * Lists what a small collection offers to those who type pinyin. In a large one formulations are words
 * of any law, and headings the same in hundreds of papers: there titles and frequent words are offered.
 */
export function listOffers(documents: readonly SearchDocument[]): PinyinList {
  const texts = documents.flatMap(({ passages }) => passages.map(({ text }) => text));
  return listPinyin(
    documents,
    findFormulations(texts).keys(),
    documents.map(({ entries }) => entries),
    listFrequentWords(texts),
  );
}
