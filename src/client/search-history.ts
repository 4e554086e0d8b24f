import {
  readSearchAddress,
  type SearchState,
  writeSearchAddress,
} from '../search/browser/search-state.ts';

/** Browsers refuse to change the address with every key. */
const ADDRESS_MS = 400;

/**
 * What is searched for, in step with the page's address, so that a shared address, back and forward show
 * the same.
 */
export class SearchHistory {
  state: SearchState = { query: '' };
  /** Whether the address belongs to a finished query, which typing must not overwrite. */
  #isFinished = true;
  #timer = 0;

  /** Takes over what the address tells. Returns whether that is something else. */
  restore(): boolean {
    clearTimeout(this.#timer);
    const before = writeSearchAddress(this.state);
    this.state = readSearchAddress(location.search);
    this.#isFinished = true;
    return writeSearchAddress(this.state) !== before;
  }

  /** What is searched for is being typed. */
  type(query: string): void {
    // Whoever empties the box begins anew.
    this.state = query.trim() ? { ...this.state, query, paper: undefined } : { query };
    clearTimeout(this.#timer);
    // The first change of a finished query gets an entry in the history, the others replace it.
    if (this.#isFinished) this.#write('pushState');
    else this.#timer = window.setTimeout(() => this.#write('replaceState'), ADDRESS_MS);
    this.#isFinished = false;
  }

  /** What is searched for is whole. */
  finish(): void {
    clearTimeout(this.#timer);
    this.#write('replaceState');
    this.#isFinished = true;
  }

  /** The reader chooses among the results. */
  choose(choice: Partial<SearchState>): void {
    this.finish();
    this.state = { ...this.state, ...choice };
    this.#write('pushState');
  }

  /** The reader follows a link to another query. */
  follow(search: string): void {
    this.finish();
    this.state = readSearchAddress(search);
    this.#write('pushState');
  }

  #write(write: 'pushState' | 'replaceState'): void {
    try {
      history[write](null, '', location.pathname + writeSearchAddress(this.state));
    } catch {
      // Some viewers show a file without an address that could be written.
    }
  }
}
