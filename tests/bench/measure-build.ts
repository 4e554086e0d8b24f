import { performance } from 'node:perf_hooks';
import type { ProjectCopy } from '../site/build-copy.ts';
import { watchMemory } from './watch-memory.ts';

/** Lines that tell of one file among many: Astro's tree of pages. */
const OF_ONE_FILE = /^(?:\S+\s+)?[├└]─|^\s*\(\+[\d.]+m?s\)/;

/**
 * Builds a copy of the project and notes when it printed what.
 *
 * @throws When the build fails, with all it printed.
 */
export async function measureBuild(project: ProjectCopy): Promise<BuildMeasure> {
  const start = performance.now();
  const child = project.startBuild();
  const stopWatch = watchMemory(child.pid);
  const lines: BuildMeasure['lines'] = [];
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => {
      const seconds = (performance.now() - start) / 1000;
      output += data.toString();
      for (const text of data.toString().split(/[\r\n]+/)) {
        if (text.trim() !== '' && !OF_ONE_FILE.test(text)) lines.push({ seconds, text });
      }
    });
  }
  const code = await new Promise((done) => child.on('close', done));
  const megabytes = stopWatch();
  if (code !== 0) throw new Error(output);
  const seconds = (performance.now() - start) / 1000;
  return { seconds, megabytes, lines: [...lines, { seconds, text: 'end' }] };
}

/** What a build cost. */
export interface BuildMeasure {
  seconds: number;
  /** The most that all its processes held at a time; unknown where there is no `/proc`. */
  megabytes: number | undefined;
  /** What it printed, each line with the seconds from the start. */
  lines: { seconds: number; text: string }[];
}

/**
 * Where the time of a build went: the lines before which at least a hundredth of it passed. Of lines
 * that say how far one thing is the last counts.
 */
export function listPhases({ seconds: total, lines }: BuildMeasure): string[] {
  let last = 0;
  const shapeOf = (text: string | undefined) => text?.replaceAll(/\d+/g, '0');
  return lines.flatMap(({ seconds, text }, at) => {
    if (shapeOf(text) === shapeOf(lines[at + 1]?.text)) return [];
    const passed = seconds - last;
    if (passed < total / 100) return [];
    last = seconds;
    return [`${seconds.toFixed(1).padStart(8)} s  +${passed.toFixed(1).padStart(6)}  ${text}`];
  });
}
