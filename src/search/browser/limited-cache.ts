import { abortError, throwIfAborted } from './throw-if-aborted.ts';
/**
 * Remembers what was loaded, up to so many bytes: what was not asked for longest goes first. What fails
 * may be asked again; what nobody waits for any more is given up.
 */
export class LimitedCache<Content> {
  readonly #load: (path: string, signal: AbortSignal) => Promise<Content>;
  readonly #measure: (content: Content) => number;
  readonly #limit: number;
  readonly #entries = new Map<string, Entry<Content>>();
  #size = 0;

  /**
   * @param measure Bytes of memory something takes, about.
   * @param limit Bytes to keep.
   */
  constructor(
    load: (path: string, signal: AbortSignal) => Promise<Content>,
    measure: (content: Content) => number,
    limit: number,
  ) {
    this.#load = load;
    this.#measure = measure;
    this.#limit = limit;
  }

  /**
   * @param signal Of whoever asks: aborted, it waits no longer.
   * @throws What `load` throws, and an `AbortError`.
   */
  async get(path: string, signal?: AbortSignal): Promise<Content> {
    throwIfAborted(signal);
    const entry = this.#entries.get(path) ?? this.#start(path);
    // The last asked for stands last.
    this.#entries.delete(path);
    this.#entries.set(path, entry);
    if (!signal || entry.size > 0) return entry.content;
    entry.waiting += 1;
    try {
      return await new Promise<Content>((resolve, reject) => {
        signal.addEventListener('abort', () => reject(abortError()), { once: true });
        entry.content.then(resolve, reject);
      });
    } finally {
      entry.waiting -= 1;
      // The query that takes this one's place may ask for the same at once.
      setTimeout(() => {
        if (entry.waiting > 0 || entry.size > 0) return;
        this.#drop(path, entry);
        entry.loading.abort();
      });
    }
  }

  #start(path: string): Entry<Content> {
    const loading = new AbortController();
    const content = this.#load(path, loading.signal);
    const entry = { content, loading, waiting: 0, size: 0 };
    content.then(
      (loaded) => {
        entry.size = Math.max(1, this.#measure(loaded));
        this.#size += entry.size;
        this.#forget();
      },
      () => this.#drop(path, entry),
    );
    return entry;
  }

  #drop(path: string, entry: Entry<Content>): void {
    if (this.#entries.get(path) === entry) this.#entries.delete(path);
  }

  #forget(): void {
    for (const [path, { size }] of this.#entries) {
      if (this.#size <= this.#limit) return;
      if (size === 0) continue;
      this.#entries.delete(path);
      this.#size -= size;
    }
  }
}

interface Entry<Content> {
  content: Promise<Content>;
  loading: AbortController;
  /** How many wait for it that may give up. */
  waiting: number;
  /** Bytes; 0 while it is loading. */
  size: number;
}
