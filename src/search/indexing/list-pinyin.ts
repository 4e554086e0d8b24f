import { toSyllables } from '../../text/to-syllables.ts';
import type { ListedEntry, ListedText, PinyinList } from '../pinyin-list.ts';
import { readReadings, readSyllables } from '../read-syllables.ts';
import type { SearchEntries } from '../search-document.ts';

/**
 * Beyond the titles; whoever types pinyin loads all of it, which with thousands of titles stays under
 * 60 KB compressed.
 */
const MAX_OFFERS = 1000;
const MAX_WORDS = 3000;

/**
 * Lists what typed pinyin may mean: the formulations, the papers' titles, then their headings and
 * points, then frequent words. A text stands in the list once, where it matters most; one without anything to
 * type is left out, and so are formulations and outlines after the first 1,000, and words after 3,000.
 *
 * @param formulations Texts without quotes, as `findFormulations` gives them.
 * @param outlines Of each paper, in the papers' order.
 * @param frequentWords The most frequent first.
 */
export function listPinyin(
  papers: readonly { title: string }[],
  formulations: Iterable<string>,
  outlines: readonly SearchEntries[],
  frequentWords: Iterable<string> = [],
): PinyinList {
  const seen = new Set<string>();
  const isNew = (text: string, most: number) =>
    seen.size < most && !seen.has(text) && seen.add(text);
  const titles = papers.map(({ title }) => title);
  const texts: ListedText[] = [];
  for (const text of formulations) if (isNew(text, MAX_OFFERS)) texts.push({ text });
  const entries: ListedEntry[] = [];
  for (const [paper, outline] of outlines.entries()) {
    for (const [anchor, { text, ordinal, isArticle }] of Object.entries(outline)) {
      if (isArticle || titles.includes(text) || !isNew(text, MAX_OFFERS)) continue;
      // Whoever looks for 一是学理论 types its words.
      entries.push({ text, skip: ordinal.length, paper, anchor });
    }
  }
  const words: ListedText[] = [];
  const most = seen.size + MAX_WORDS;
  for (const text of frequentWords) if (isNew(text, most)) words.push({ text });
  const spelled = [
    ...texts.map(({ text }) => text),
    ...titles,
    ...entries.map(({ text, skip }) => text.slice(skip)),
    ...words.map(({ text }) => text),
  ];
  const readings = listReadings(spelled);
  const read = readReadings(readings);
  const differ = spelled.map((text) => {
    const syllables = toSyllables(text);
    return syllables === readSyllables(text, read) ? undefined : syllables;
  });
  const tell = <Listed extends ListedText>(listed: Listed, syllables: string | undefined) =>
    syllables === undefined ? listed : { ...listed, syllables };
  const before = texts.length + titles.length;
  return {
    readings,
    titles: Object.fromEntries(
      titles.flatMap((_, index) => {
        const syllables = differ[texts.length + index];
        return syllables === undefined ? [] : [[index, syllables]];
      }),
    ),
    formulations: texts.map((listed, index) => tell(listed, differ[index])),
    entries: entries.map((listed, index) => tell(listed, differ[before + index])),
    words: words.map((listed, index) => tell(listed, differ[before + entries.length + index])),
  };
}

/** How each character that occurs is read by itself. */
function listReadings(texts: readonly string[]): Record<string, string> {
  const readings: Record<string, string> = {};
  for (const character of new Set(texts.join('').normalize('NFKC'))) {
    if (!/\p{Script=Han}/u.test(character)) continue;
    const syllable = toSyllables(character);
    if (syllable) readings[syllable] = (readings[syllable] ?? '') + character;
  }
  return readings;
}
