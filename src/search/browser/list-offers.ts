import type { PinyinList, PinyinOffer } from '../pinyin-list.ts';
import { readReadings, readSyllables } from '../read-syllables.ts';
import type { SearchPaper } from '../search-document.ts';

/** Spells out what pinyin offers: formulations, titles, headings, words; each text once. */
export function listOffers(
  { readings, titles, formulations, entries, words }: PinyinList,
  papers: readonly SearchPaper[],
): PinyinOffer[] {
  const read = readReadings(readings);
  const spell = (text: string, syllables: string | undefined) =>
    syllables ?? readSyllables(text, read);
  const offers: PinyinOffer[] = [
    ...formulations.map(({ text, syllables }) => ({ text, syllables: spell(text, syllables) })),
    ...papers.map(({ id, title, distinction }, index) => ({
      text: title,
      ...(distinction && { distinction }),
      syllables: spell(title, titles[index]),
      paper: id,
    })),
    ...entries.map(({ text, skip, paper, anchor, syllables }) => ({
      text,
      syllables: spell(text.slice(skip), syllables),
      paper: papers[paper]?.id ?? '',
      anchor,
    })),
    ...words.map(({ text, syllables }) => ({ text, syllables: spell(text, syllables) })),
  ];
  const seen = new Set<string>();
  return offers.filter(({ text, distinction = '', syllables }) => {
    const name = `${text}〔${distinction}〕`;
    return syllables !== '' && !seen.has(name) && seen.add(name);
  });
}
