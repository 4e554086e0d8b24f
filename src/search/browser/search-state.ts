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
}

/**
 * Reads what a search page's address asks for (`?q=作风&paper=4&sort=order`,
 * `?q=赔偿&topic=行政法&year=2020`). What makes no sense is left out.
 */
export function readSearchAddress(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const paper = Number(parameters.get('paper'));
  const sort = parameters.get('sort');
  return {
    query: parameters.get('q') ?? '',
    paper: Number.isInteger(paper) && paper > 0 ? paper : undefined,
    topic: parameters.get('topic') ?? undefined,
    year: parameters.get('year') ?? undefined,
    sort: sort === 'order' || sort === 'date' ? sort : undefined,
  };
}

/** The search part of the address that asks for this; empty for nothing asked. */
export function writeSearchAddress({ query, paper, topic, year, sort }: SearchState): string {
  if (!query) return '';
  const parameters = new URLSearchParams({ q: query });
  if (paper) parameters.set('paper', String(paper));
  if (topic !== undefined) parameters.set('topic', topic);
  if (year !== undefined) parameters.set('year', year);
  if (sort) parameters.set('sort', sort);
  return `?${parameters}`;
}
