import type { SearchPaper } from './search-document.ts';

/*
 * What there is to know of thousands of papers, so written that it compresses well: field by field, and
 * nothing twice. Whatever is asked, it is loaded whole, for every paper may be found.
 */

/** Marks in an id where the title and the date stand; no file name holds them. */
const TITLE = '\u0001';
const DATE = '\u0002';

/** Writes a list of papers. */
export function packPapers(papers: readonly SearchPaper[]): PackedPapers {
  const topics = [...new Set(papers.map(({ topic }) => topic))];
  return {
    topics,
    topic: papers.map(({ topic }) => topics.indexOf(topic)),
    title: papers.map(({ title }) => title),
    date: papers.map(({ date }) => date),
    id: papers.map(({ id, title, date }) => {
      const short = title ? id.replace(title, TITLE) : id;
      return date ? short.replace(date, DATE) : short;
    }),
    label: packRare(papers.map(({ label }) => label)),
    name: packRare(papers.map(({ name, title }) => (name === title ? '' : name))),
    distinction: packRare(papers.map(({ distinction }) => distinction)),
  };
}

/** Reads a list of papers. */
export function unpackPapers(packed: PackedPapers): SearchPaper[] {
  return packed.title.map((title, index) => {
    const date = packed.date[index] ?? '';
    return {
      // A function, for a title may hold what `replace` would read as a pattern.
      id: (packed.id[index] ?? '').replace(TITLE, () => title).replace(DATE, () => date),
      name: packed.name[index] ?? title,
      distinction: packed.distinction[index] ?? '',
      label: packed.label[index] ?? '',
      title,
      topic: packed.topics[packed.topic[index] ?? 0] ?? '',
      date,
    };
  });
}

/** A list of papers as it is stored. */
export interface PackedPapers {
  topics: string[];
  /** Of each paper the number of its topic. */
  topic: number[];
  title: string[];
  date: string[];
  id: string[];
  /** Only of papers that have one, by their number; so are the next two. */
  label: Record<number, string>;
  /** Of papers that go by another name than their title. */
  name: Record<number, string>;
  distinction: Record<number, string>;
}

function packRare(values: readonly string[]): Record<number, string> {
  return Object.fromEntries(
    values.map((value, index) => [index, value]).filter(([, text]) => text),
  );
}
