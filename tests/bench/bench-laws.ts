import { appendFile, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copyProject } from '../site/build-copy.ts';
import { writeLaws } from './make-laws.ts';
import { type BuildMeasure, listPhases, measureBuild } from './measure-build.ts';
import { measureOutput, type OutputMeasure } from './measure-output.ts';
import { measureReading, type ReadingMeasure } from './measure-reading.ts';

const SIZES = [100, 1000, 3500];

/**
 * Prints what collections of made-up laws cost to build, to host and to read, beside what 3,500
 * documents with 20 million characters may cost, and how it grows.
 *
 * @param sizes Numbers of documents; 100, 1,000 and 3,500 when none is given.
 */
export async function benchLaws(sizes: number[]): Promise<void> {
  const measures: Measure[] = [];
  for (const size of sizes.length > 0 ? sizes : SIZES) measures.push(await measure(size));
  print(measures);
}

async function measure(size: number): Promise<Measure> {
  const say = (what: string) => process.stderr.write(`${size} documents: ${what}\n`);
  const project = await copyProject();
  try {
    const papers = join(project.folder, 'content/papers');
    await writeLaws(papers, size);
    say('building');
    const cold = await measureBuild(project);
    printPhases(`${size} documents, cold build`, cold);
    const [changed = ''] = (await readdir(papers)).sort();
    await appendFile(join(papers, changed), '\n本文件后来有改动。\n');
    say('building after a change');
    const warm = await measureBuild(project);
    printPhases(`${size} documents, one changed`, warm);
    const bodies = await readBodies(papers);
    const dist = join(project.folder, 'dist');
    const output = measureOutput(dist, bodies);
    say('reading');
    const texts = [...bodies.values()];
    const reading = await measureReading(dist, texts);
    const characters = texts.reduce((sum, text) => sum + text.replaceAll(/\s/g, '').length, 0);
    return { size, characters, cold, warm, output, reading };
  } finally {
    await project.remove();
  }
}

interface Measure {
  size: number;
  /** Of all bodies, white space aside. */
  characters: number;
  cold: BuildMeasure;
  /** The build after one paper changed. */
  warm: BuildMeasure;
  output: OutputMeasure;
  reading: ReadingMeasure;
}

/** Texts by the papers' ids, without front matter. */
async function readBodies(folder: string): Promise<Map<string, string>> {
  const bodies = new Map<string, string>();
  for (const name of (await readdir(folder)).sort()) {
    const text = await readFile(join(folder, name), 'utf8');
    bodies.set(name.replace(/\.md$/, ''), text.slice(text.indexOf('\n---\n') + 5).trim());
  }
  return bodies;
}

function printPhases(title: string, build: BuildMeasure): void {
  process.stdout.write(`\n${title}\n${listPhases(build).join('\n')}\n`);
}

const KB = 1024;
const MB = 1024 * 1024;

/** What is told of each size, and what it may be at 3,500 documents. */
const ROWS: readonly Row[] = [
  { name: 'characters, thousands', of: ({ characters }) => characters / 1000 },
  { name: 'cold build, s', of: ({ cold }) => cold.seconds, atMost: 360 },
  { name: 'build after one changed, s', of: ({ warm }) => warm.seconds, atMost: 60 },
  { name: 'peak memory, cold, MB', of: ({ cold }) => cold.megabytes, atMost: 3072 },
  { name: 'peak memory, one changed, MB', of: ({ warm }) => warm.megabytes, atMost: 3072 },
  { name: 'dist, MB', of: ({ output }) => output.bytes / MB, atMost: 260 },
  { name: 'dist, files', of: ({ output }) => output.files, atMost: 9000 },
  { name: 'with copies, MB', of: ({ output }) => output.bytesWithCopies / MB, atMost: 360 },
  { name: 'with copies, files', of: ({ output }) => output.filesWithCopies, atMost: 16_000 },
  { name: 'home page, Brotli, KB', of: ({ output }) => output.homeBytes / KB, atMost: 20 },
  { name: 'home page, elements', of: ({ reading }) => reading.homeElements },
  {
    name: 'paper’s HTML ÷ (2 × text + 16 KB), worst',
    of: ({ output }) => output.worstPaper.share,
    atMost: 1,
  },
  {
    name: 'paper’s HTML ÷ (2 × text + 16 KB), median',
    of: ({ output }) => output.medianPaper,
    atMost: 1,
  },
  { name: 'cold query, requests', of: ({ reading }) => reading.coldRequests, atMost: 20 },
  { name: 'cold query, KB', of: ({ reading }) => reading.coldBytes / KB, atMost: 300 },
  { name: '– of search/, requests', of: ({ reading }) => reading.coldSearchRequests },
  { name: '– of search/, KB', of: ({ reading }) => reading.coldSearchBytes / KB },
  { name: 'warm new query, median ms', of: ({ reading }) => reading.warmMs, atMost: 15 },
  { name: 'warm new query, 95th ms', of: ({ reading }) => reading.warm95thMs, atMost: 60 },
  { name: '– whose files are loaded, median ms', of: ({ reading }) => reading.loadingMs },
  { name: '– whose files are loaded, 95th ms', of: ({ reading }) => reading.loading95thMs },
  { name: 'memory after 200 queries, MB', of: ({ reading }) => reading.heapBytes / MB, atMost: 80 },
  { name: '– of this the script’s heap, MB', of: ({ reading }) => reading.scriptHeapBytes / MB },
  { name: 'nodes after 200 queries', of: ({ reading }) => reading.nodes },
  { name: 'kept by the worker, MB', of: ({ reading }) => reading.keptBytes / MB, atMost: 1 },
];

interface Row {
  name: string;
  of: (measure: Measure) => number | undefined;
  atMost?: number;
}

/** A column for each size, behind all but the first how many times the size before it has. */
function print(measures: readonly Measure[]): void {
  const write = (cells: readonly string[]) => process.stdout.write(`${cells.join('')}\n`);
  write([
    '\n',
    'documents'.padEnd(44),
    ...measures.map(({ size }, at) => String(size).padStart(10) + (at > 0 ? '   times' : '')),
    '   at most',
  ]);
  for (const { name, of, atMost } of ROWS) {
    const values = measures.map(of);
    const last = values.at(-1);
    const isMissed = atMost !== undefined && last !== undefined && last > atMost;
    write([
      name.padEnd(44),
      ...values.map((value, at) => {
        const before = values[at - 1];
        const times = value && before ? (value / before).toFixed(2) : '–';
        return tell(value).padStart(10) + (at > 0 ? times.padStart(8) : '');
      }),
      (atMost === undefined ? '' : String(atMost)).padStart(10),
      isMissed ? '  MISSED' : '',
    ]);
  }
  for (const { size, output } of measures) {
    write([`worst page at ${size}: papers/${output.worstPaper.id}.html`]);
  }
}

function tell(value: number | undefined): string {
  if (value === undefined) return '–';
  return value.toFixed(Number.isInteger(value) || value >= 1000 ? 0 : value < 10 ? 2 : 1);
}
