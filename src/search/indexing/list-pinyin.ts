import { toSyllables } from '../../text/to-syllables.ts';
import type { PinyinOffer } from '../pinyin-offer.ts';
import type { SearchDocument } from '../search-document.ts';

/** Some 400 KB, 100 KB compressed, and whoever types pinyin loads it whole. */
const MAX_OFFERS = 1000;

/**
 * Lists what typed pinyin may mean: the formulations, then the papers' titles, then their headings
 * and points. A text stands in the list once, where it matters most; one without anything to type is
 * left out, and so is what comes after the first 1,000.
 *
 * @param formulations Texts without quotes, as `findFormulations` gives them.
 */
export function listPinyin(
  papers: readonly Pick<SearchDocument, 'id' | 'title' | 'entries'>[],
  formulations: Iterable<string>,
): PinyinOffer[] {
  const offers = new Map<string, PinyinOffer>();
  for (const { words, ...offer } of listTexts(papers, formulations)) {
    if (offers.size === MAX_OFFERS) break;
    if (offers.has(offer.text)) continue;
    const syllables = toSyllables(words);
    if (syllables) offers.set(offer.text, { ...offer, syllables });
  }
  return [...offers.values()];
}

function* listTexts(
  papers: readonly Pick<SearchDocument, 'id' | 'title' | 'entries'>[],
  formulations: Iterable<string>,
): Generator<Omit<PinyinOffer, 'syllables'> & { words: string }> {
  for (const text of formulations) yield { text, words: text };
  for (const { id, title } of papers) yield { text: title, words: title, paper: id };
  for (const { id, entries } of papers) {
    for (const [anchor, { text, ordinal }] of Object.entries(entries)) {
      // Whoever looks for 一是学理论 types its words.
      yield { text, words: text.slice(ordinal.length), paper: id, anchor };
    }
  }
}
