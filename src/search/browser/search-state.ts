/** What a reader asks of the search page. */
export interface SearchState {
  query: string;
  /** The one paper to show, by its place in the collection from 1. */
  paper?: number | undefined;
  /** In the collection's order instead of by relevance. */
  inOrder?: boolean;
}

/**
 * Reads what a search page's address asks for (`?q=作风&paper=4&sort=order`). What makes no sense is
 * left out.
 */
export function readSearchAddress(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const paper = Number(parameters.get('paper'));
  return {
    query: parameters.get('q') ?? '',
    paper: Number.isInteger(paper) && paper > 0 ? paper : undefined,
    inOrder: parameters.get('sort') === 'order',
  };
}

/** The search part of the address that asks for this; empty for nothing asked. */
export function writeSearchAddress({ query, paper, inOrder }: SearchState): string {
  if (!query) return '';
  const parameters = new URLSearchParams({ q: query });
  if (paper) parameters.set('paper', String(paper));
  if (inOrder) parameters.set('sort', 'order');
  return `?${parameters}`;
}
