import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { copyProject } from '../site/build-copy.ts';
import { makePapers } from './make-papers.ts';
import { measureBuild } from './measure-build.ts';

const compressed = (path: string) => brotliCompressSync(readFileSync(path)).length;

/** Builds `count` generated papers and measures what it costs. */
async function measure(count: number): Promise<Measure> {
  const project = await copyProject();
  try {
    await makePapers(project.folder, count);
    const { seconds } = await measureBuild(project);
    const dist = join(project.folder, 'dist');
    const pages = readdirSync(join(dist, 'papers'))
      .filter((name) => name.endsWith('.html'))
      .map((name) => compressed(join(dist, 'papers', name)));
    return {
      count,
      seconds,
      paperBytes: pages.reduce((sum, size) => sum + size, 0) / pages.length,
      homeBytes: compressed(join(dist, 'index.html')),
    };
  } finally {
    await project.remove();
  }
}

/** Prints what a build of 6, 60 and 600 generated papers costs, six being the measure of the others. */
export async function benchBuild(): Promise<void> {
  const baseline = await measure(6);
  const rows = [baseline, await measure(60), await measure(600)];
  process.stdout.write(
    'papers  build s  × six  paper page B  × six  home page B  × six   (pages: Brotli)\n',
  );
  for (const { count, seconds, paperBytes, homeBytes } of rows) {
    const cells = [
      String(count).padStart(6),
      seconds.toFixed(1).padStart(7),
      (seconds / baseline.seconds).toFixed(2).padStart(5),
      paperBytes.toFixed(0).padStart(12),
      (paperBytes / baseline.paperBytes).toFixed(2).padStart(5),
      String(homeBytes).padStart(11),
      (homeBytes / baseline.homeBytes).toFixed(2).padStart(5),
    ];
    process.stdout.write(`${cells.join('  ')}\n`);
  }
}

interface Measure {
  count: number;
  seconds: number;
  paperBytes: number;
  homeBytes: number;
}
