import { LONGEST_TASK_MS } from './map-in-turns.ts';
import type { ViewContext } from './view-context.ts';

/** Progress is told so often: whoever hears it has to hear it out. */
const TELLING_MS = 800;

/**
 * For long work: lets the page answer to its reader meanwhile, and tells how far it is.
 *
 * @param tell Nothing is told when absent.
 * @returns To be called, and waited for, as often as something is done.
 */
export function tellProgress(tell?: ViewContext['tell']) {
  let last = performance.now();
  let told = last;
  return async (done: number, total: number): Promise<void> => {
    if (performance.now() - last < LONGEST_TASK_MS) return;
    if (tell && performance.now() - told > TELLING_MS) {
      told = performance.now();
      tell(`正在查找……${done}／${total} 篇`);
    }
    await new Promise((resolve) => setTimeout(resolve));
    last = performance.now();
  };
}
