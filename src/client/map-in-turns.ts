import { throwIfAborted } from '../search/browser/throw-if-aborted.ts';
/** A task of this length is interrupted, so that the page answers to its reader. */
export const LONGEST_TASK_MS = 40;

/** Between looks at the clock. */
const AT_A_TIME = 200;

/**
 * Maps many items without making the page wait for it, nor what comes before and behind.
 *
 * @throws An `AbortError`, when nobody waits for it any more.
 */
export async function mapInTurns<Item, Result>(
  items: readonly Item[],
  map: (item: Item) => Result,
  signal: AbortSignal,
): Promise<Result[]> {
  if (items.length <= AT_A_TIME) return items.map(map);
  const results: Result[] = [];
  let last = Number.NEGATIVE_INFINITY;
  const giveWay = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    throwIfAborted(signal);
    last = performance.now();
  };
  for (const [index, item] of items.entries()) {
    if (index % AT_A_TIME === 0 && performance.now() - last > LONGEST_TASK_MS) await giveWay();
    results.push(map(item));
  }
  await giveWay();
  return results;
}
