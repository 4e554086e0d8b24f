import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { copyProject } from '../site/build-copy.ts';
import { makePapers } from './make-papers.ts';
import { measureBuild } from './measure-build.ts';
import { watchMemory } from './watch-memory.ts';

/**
 * Prints what the Word editions of 6 and of 500 made-up papers cost: within a build, where it makes them,
 * and by `npm run docx`, one of the whole collection and one of each paper.
 */
export async function benchDocx(): Promise<void> {
  process.stdout.write(
    'papers  build s  docx in it MB  collection s      MB  each paper s      MB  peak MB\n',
  );
  for (const count of [6, 500]) {
    const { build, built, collection, papers } = await measure(count);
    const cells = [
      String(count).padStart(6),
      build.toFixed(1).padStart(7),
      built.toFixed(2).padStart(13),
      ...[collection, papers].flatMap(({ seconds, megabytes }) => [
        seconds.toFixed(1).padStart(12),
        megabytes.toFixed(2).padStart(6),
      ]),
      Math.max(collection.peak, papers.peak).toFixed(0).padStart(7),
    ];
    process.stdout.write(`${cells.join('  ')}\n`);
  }
}

async function measure(count: number) {
  const project = await copyProject();
  try {
    await makePapers(project.folder, count);
    const { seconds } = await measureBuild(project);
    const ids = readdirSync(join(project.folder, 'content/papers')).map((name) =>
      name.replace(/\.md$/, ''),
    );
    return {
      build: seconds,
      built: sumDocuments(join(project.folder, 'dist')),
      collection: await write(project.folder, 'one', []),
      papers: await write(project.folder, 'each', ids),
    };
  } finally {
    await project.remove();
  }
}

/** Runs `npm run docx`; the papers themselves are known from the build. */
async function write(project: string, out: string, ids: readonly string[]): Promise<Cost> {
  const start = performance.now();
  const child = spawn('npm', ['run', '--silent', 'docx', '--', '--out', out, ...ids], {
    cwd: project,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const stopWatch = watchMemory(child.pid);
  const [code] = await once(child, 'exit');
  const peak = stopWatch() ?? 0;
  if (code !== 0) throw new Error(`npm run docx ended with ${code}.`);
  return {
    seconds: (performance.now() - start) / 1000,
    megabytes: sumDocuments(join(project, out)),
    peak,
  };
}

/** Of all .docx in a folder, in MB. */
function sumDocuments(folder: string): number {
  const sizes = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.docx'))
    .map(({ parentPath, name }) => statSync(join(parentPath, name)).size);
  return sizes.reduce((sum, size) => sum + size, 0) / 1_000_000;
}

interface Cost {
  seconds: number;
  megabytes: number;
  /** The most memory held, in MB; 0 where there is no `/proc`. */
  peak: number;
}
