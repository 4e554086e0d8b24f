/** A reader who has pressed no key for so long has stopped typing. */
const PAUSE_MS = 250;

/** Holds back what would be asked of the network until a reader pauses in typing. */
export class TypingPause {
  #timer = 0;
  #paused = Promise.resolve();
  #resume = () => {};

  /** The reader has pressed a key and may press another. */
  start(): void {
    clearTimeout(this.#timer);
    if (this.#timer === 0) {
      this.#paused = new Promise((resolve) => {
        this.#resume = resolve;
      });
    }
    this.#timer = window.setTimeout(() => this.end(), PAUSE_MS);
  }

  /** What the reader has typed is whole. */
  end(): void {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#resume();
  }

  /** Waits for the reader to pause. */
  wait(): Promise<void> {
    return this.#paused;
  }
}
