import {
  readSearchAddress,
  type SearchState,
  writeSearchAddress,
} from '../search/browser/search-state.ts';

/** Browsers refuse to change the address with every key. */
const ADDRESS_MS = 400;

/**
 * What is searched for, in step with the page's address, so that a shared address, back and forward show
 * the same. To write an address takes a millisecond or two, and has the browser ask for the icon again; so
 * what is typed is written behind the search that it starts.
 */
export class SearchHistory {
  state: SearchState = { query: '' };
  /** Whether the address belongs to a finished query, which typing must not overwrite. */
  #isFinished = true;
  #isNew = false;
  #timer = 0;

  /** Takes over what the address tells. Returns whether that is something else. */
  restore(): boolean {
    clearTimeout(this.#timer);
    const before = writeSearchAddress(this.state);
    this.state = readSearchAddress(location.search);
    this.#isFinished = true;
    this.#isNew = false;
    return writeSearchAddress(this.state) !== before;
  }

  /** What is searched for is being typed. */
  type(query: string): void {
    // Whoever empties the box begins anew.
    this.state = query.trim() ? { ...this.state, query, paper: undefined } : { query };
    // The first change of a finished query gets an entry in the history, the others replace it.
    if (this.#isFinished) this.#isNew = true;
    this.#isFinished = false;
    this.#writeIn(ADDRESS_MS);
  }

  /** What is searched for is whole. */
  finish(): void {
    this.#isFinished = true;
    this.#writeIn(0);
  }

  /** Brings the address up to date, before the reader leaves. */
  write(): void {
    clearTimeout(this.#timer);
    const address = location.pathname + writeSearchAddress(this.state);
    const isWritten = address === location.pathname + location.search;
    const write = this.#isNew ? 'pushState' : 'replaceState';
    this.#isNew = false;
    if (isWritten) return;
    try {
      history[write](null, '', address);
    } catch {
      // Some viewers show a file without an address that could be written.
    }
  }

  /** The reader chooses among the results. */
  choose(choice: Partial<SearchState>): void {
    this.#add({ ...this.state, ...choice });
  }

  /** The reader follows a link to another query. */
  follow(search: string): void {
    this.#add(readSearchAddress(search));
  }

  #add(state: SearchState): void {
    this.write();
    this.state = state;
    this.#isFinished = true;
    this.#isNew = true;
    this.write();
  }

  #writeIn(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.write(), delay);
  }
}
