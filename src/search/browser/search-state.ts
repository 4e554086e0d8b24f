/** What a reader asks of the search page. */
export interface SearchState {
  query: string;
  /** The one paper to show, by its place in the collection from 1. */
  paper?: number | undefined;
  /** The one topic to show; empty for papers without one. */
  topic?: string | undefined;
  /** The one year to show; empty for papers without a date. */
  year?: string | undefined;
  /** The collection's order, or the latest first, instead of by relevance. */
  sort?: 'order' | 'date' | undefined;
  /** In what several terms must stand together, instead of in a paper. */
  scope?: 'paragraph' | 'sentence' | undefined;
  /** Within how many characters they must, instead of in a `scope`. */
  within?: number | undefined;
  /** Whether within them they must stand as typed, one behind the other. */
  order?: 'typed' | undefined;
  /** The only place to look: titles, headings and points, or names in 《》. */
  where?: 'headings' | 'works' | undefined;
  /** Every hit a line, where in the papers they stand, or what stands beside them; instead of by paper. */
  view?: 'kwic' | 'spread' | 'neighbours' | undefined;
  /** What the lines of `kwic` are sorted by, instead of by what follows. */
  align?: 'before' | 'place' | undefined;
}

/** Characters of a stretch in which terms are looked for together. */
export const WITHIN = { least: 2, most: 500, first: 20 };

/**
 * Reads what a search page's address asks for (`?q=作风&paper=4&sort=order`,
 * `?q=赔偿&topic=行政法&year=2020`, `?q=学习+能力&scope=sentence&in=headings&view=kwic`,
 * `?q=学习+能力&within=20&order=typed`). What makes no sense is left out.
 */
export function readSearchAddress(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const paper = Number(parameters.get('paper'));
  const read = <Value extends string>(name: string, ...values: Value[]) =>
    values.find((value) => value === parameters.get(name));
  const within = readWithin(parameters.get('within') ?? '');
  return {
    query: parameters.get('q') ?? '',
    paper: Number.isInteger(paper) && paper > 0 ? paper : undefined,
    topic: parameters.get('topic') ?? undefined,
    year: parameters.get('year') ?? undefined,
    sort: read('sort', 'order', 'date'),
    scope: within !== undefined ? undefined : read('scope', 'paragraph', 'sentence'),
    within,
    order: within === undefined ? undefined : read('order', 'typed'),
    where: read('in', 'headings', 'works'),
    view: read('view', 'kwic', 'spread', 'neighbours'),
    align: read('align', 'before', 'place'),
  };
}

/** The search part of the address that asks for this; empty for nothing asked. */
export function writeSearchAddress(state: SearchState): string {
  const { query, paper, topic, year } = state;
  if (!query) return '';
  const parameters = new URLSearchParams({ q: query });
  if (paper) parameters.set('paper', String(paper));
  if (topic !== undefined) parameters.set('topic', topic);
  if (year !== undefined) parameters.set('year', year);
  for (const name of ['sort', 'scope', 'within', 'order', 'where', 'view', 'align'] as const) {
    const value = state[name];
    if (value) parameters.set(name === 'where' ? 'in' : name, String(value));
  }
  return `?${parameters}`;
}

/** Reads a number of characters as typed; nothing where terms cannot be looked for in so many. */
export function readWithin(text: string): number | undefined {
  const within = Number(text);
  const isMeant = Number.isInteger(within) && within >= WITHIN.least && within <= WITHIN.most;
  return isMeant ? within : undefined;
}
