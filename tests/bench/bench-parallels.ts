import { performance } from 'node:perf_hooks';
import { collectLetters } from '../../src/study/collect-letters.ts';
import { findParallels } from '../../src/study/find-parallels.ts';
import { foldText } from '../../src/text/fold.ts';
import { readSource } from '../source/read-source.ts';
import { recombine } from './make-papers.ts';

const SIZES = [600, 1200] as const;
const RUNS = 5;
const LIMIT = 2.5;

/** Prints how the time to find 同文 grows from 600 generated papers, the baseline, to 1,200. */
export async function benchParallels(): Promise<void> {
  const originals = readSource().map((paragraphs) => paragraphs.join('\n'));
  const collections = SIZES.map((size) => joinLetters([...recombine(originals, size)]));
  const best = collections.map(() => Number.POSITIVE_INFINITY);
  let runs = 0;
  for (let run = 0; run < RUNS; run++) {
    for (const [index, { letters, starts }] of collections.entries()) {
      const start = performance.now();
      const find = findParallels(letters, starts);
      runs = starts.reduce((sum, _, paper) => sum + find(paper).length, 0);
      best[index] = Math.min(best[index] ?? 0, performance.now() - start);
    }
  }
  const [baseline = 0, twice = 0] = best;
  const ratio = twice / baseline;
  process.stdout.write(
    `papers  best of ${RUNS}, s\n` +
      best
        .map((ms, index) => `${String(SIZES[index]).padStart(6)}  ${(ms / 1000).toFixed(2)}\n`)
        .join('') +
      `ratio ${ratio.toFixed(2)}, limit ${LIMIT}: ${ratio <= LIMIT ? 'ok' : 'TOO SLOW'}; ${runs} runs in 1,200 papers\n`,
  );
  if (ratio > LIMIT) process.exitCode = 1;
}

function joinLetters(bodies: readonly string[]): { letters: Uint32Array; starts: number[] } {
  const lists = bodies.map((body) => {
    const passages = body.split('\n').map((text) => ({ text }));
    const list = collectLetters(passages, (text) => foldText(text, new Map()));
    return list.subarray(0, list.length / 3);
  });
  const starts: number[] = [];
  let length = 1;
  for (const list of lists) {
    starts.push(length);
    length += list.length;
  }
  const letters = new Uint32Array(length);
  for (const [index, list] of lists.entries()) letters.set(list, starts[index]);
  return { letters, starts };
}
