/**
 * The titles of a large collection in the order of pinyin, as a browser gets them to filter a list by.
 * Columns instead of rows, since these compress to half.
 */
export interface TitleList {
  /** Each ended by a line feed, as are the other texts. */
  titles: string;
  ids: string;
  /** `2024-12-25`, or nothing. */
  dates: string;
  /** As `Paper.distinction`. */
  distinctions: string;
  characters: readonly number[];
  /** Place in the collection. */
  positions: readonly number[];
  topics: readonly string[];
  /** Index in `topics`; -1 without one. */
  topicOf: readonly number[];
  /** Each syllable and the characters so read, parted by spaces: `fa 法罚`. */
  readings: string;
  /** By place of the title: its syllables, where they are not what `readings` gives. */
  otherwise: Readonly<Record<number, string>>;
}

/** A paper as a filtered list shows it. */
export interface TitleRow {
  id: string;
  title: string;
  distinction: string;
  date: string;
  characters: number;
  position: number;
  topic: string;
  /** Pinyin of the title, as `toSyllables` writes it. */
  syllables: string;
}

/** Divides a title into what is read as one: a character, or a Latin word or number. */
export function cutReadings(title: string): string[] {
  return title.normalize('NFKC').match(/\p{Script=Han}|[\p{Script=Latin}\p{Nd}]+/gu) ?? [];
}

/** Turns the columns into rows again, in the order of the titles. */
export function readTitleList(list: TitleList): TitleRow[] {
  const [titles, ids, dates, distinctions] = [
    list.titles,
    list.ids,
    list.dates,
    list.distinctions,
  ].map((column) => column.split('\n')) as [string[], string[], string[], string[]];
  const readings = readReadings(list.readings);
  return list.positions.map((position, index) => {
    const title = titles[index] ?? '';
    return {
      id: ids[index] ?? '',
      title,
      distinction: distinctions[index] ?? '',
      date: dates[index] ?? '',
      characters: list.characters[index] ?? 0,
      position,
      topic: list.topics[list.topicOf[index] ?? -1] ?? '',
      syllables: list.otherwise[index] ?? applyReadings(title, readings),
    };
  });
}

/** How a title is read where each character has its usual reading. */
export function applyReadings(title: string, readings: ReadonlyMap<string, string>): string {
  return cutReadings(title)
    .map((unit) => readings.get(unit) ?? unit.toLowerCase())
    .join(' ');
}

function readReadings(text: string): Map<string, string> {
  const parts = text.split(' ');
  return new Map(
    parts.flatMap((syllable, index) =>
      index % 2 === 0
        ? [...(parts[index + 1] ?? '')].map((character) => [character, syllable] as const)
        : [],
    ),
  );
}
