/** How often long work says how far it is. */
export const PAUSE_MS = 5000;

/**
 * Tells now and then how far long work is; work that is soon done says nothing.
 *
 * @param what What is counted: `pages finished`.
 * @param total How many there are to do.
 * @returns To be called as each is done.
 */
export function showProgress(
  logger: { info: (message: string) => void },
  what: string,
  total: number,
): () => void {
  let done = 0;
  let told = Date.now();
  return () => {
    done += 1;
    if (done === total || Date.now() - told < PAUSE_MS) return;
    told = Date.now();
    logger.info(`${done} of ${total} ${what}`);
  };
}

/** Seconds since a moment, for the log: `12.3 s`. */
export function secondsSince(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
