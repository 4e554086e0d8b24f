import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type KeptPaper, renderAndKeep, type SourceToRender } from './paper-bodies.ts';

/** Below this many papers starting workers takes longer than they save. */
const WORTH_WORKERS = 60;

/** How often those who wait are told how far it is. */
const PROGRESS_MS = 5000;

/**
 * Renders sources and keeps their bodies, on all processors when there are many.
 *
 * @param root The project's root.
 * @param bodies Folder the bodies go into.
 * @param onProgress Told every few seconds how many are done.
 * @returns For each source what was made of it.
 */
export async function renderPapers(
  sources: readonly SourceToRender[],
  { root, bodies, onProgress }: RenderOptions,
): Promise<KeptPaper[]> {
  const made: KeptPaper[] = [];
  const queue = sources.entries();
  let done = 0;
  let told = performance.now();
  const work = async (render: (source: SourceToRender) => Promise<KeptPaper>) => {
    for (const [index, source] of queue) {
      made[index] = await render(source);
      done += 1;
      if (performance.now() - told < PROGRESS_MS) continue;
      told = performance.now();
      onProgress(done);
    }
  };
  if (sources.length < WORTH_WORKERS) {
    await work((source) => renderAndKeep(source, bodies));
    return made;
  }
  await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      const worker = new Worker(new URL('src/model/render-worker.ts', root), {
        workerData: { bodies },
      });
      try {
        await work(
          (source) =>
            new Promise((resolve, reject) => {
              worker.once('message', resolve);
              worker.once('error', reject);
              worker.postMessage(source);
            }).finally(() => worker.removeAllListeners()) as Promise<KeptPaper>,
        );
      } finally {
        await worker.terminate();
      }
    }),
  );
  return made;
}

/** Where papers are rendered, and into what. */
interface RenderOptions {
  root: URL;
  bodies: string;
  onProgress: (done: number) => void;
}
