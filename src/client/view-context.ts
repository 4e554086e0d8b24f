import type { Answer } from '../search/browser/answer-query.ts';
import type { SearchEngine } from '../search/browser/search-engine.ts';
import type { SearchState } from '../search/browser/search-state.ts';
import type { Searchable } from '../search/browser/searchable.ts';
import type { KeptResults } from './kept-results.ts';
import type { HitAddress } from './render-hits.ts';
import type { UndrawnSections } from './result-list.ts';

/** What a view is drawn from and for. */
export interface ViewContext {
  state: SearchState;
  texts: Searchable;
  engine: SearchEngine;
  signal: AbortSignal;
  /** Whether the collection is so large that papers go by their titles. */
  isLarge: boolean;
  /** How far a reader who comes back had come. */
  kept?: KeptResults | undefined;
  addressOf: HitAddress;
  /** Address of the collection's contents. */
  home: string;
  /** Says what is being done, beside a button that stops it; or, when it is done, what was. */
  tell: (status: string, isDone?: boolean) => void;
  choose: (choice: Partial<SearchState>) => void;
  undrawn: UndrawnSections;
}

/** What is shown for a query. */
export interface ShownAnswer extends Pick<Answer, 'found' | 'narrowing' | 'offers'> {
  status: string;
  results: HTMLElement[];
  /** Whether several terms are looked for, which may stand together. */
  hasTerms: boolean;
}
