import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { select } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { serveFolder } from '../../src/hosting/serve-folder.ts';
import { findChromium } from '../browser/find-chromium.ts';
import { copyProject } from '../site/build-copy.ts';
import { readBody, readPage } from '../site/read-page.ts';

const RUNS = 3;

/** What the page may take, and its whole first visit move, at most. */
const MOST = { paintMs: 950, bytes: 64 * 1024 };

/**
 * Prints what Lighthouse says of the second paper, as a phone on a slow network opens it first, beside the
 * floor: the same text without styles, fonts and scripts.
 */
export async function benchReading(): Promise<void> {
  const project = await copyProject();
  const bare = await mkdtemp(join(tmpdir(), 'bare-'));
  try {
    const { code, output } = await project.build();
    if (code !== 0) throw new Error(output);
    const dist = join(project.folder, 'dist');
    const names = (await readdir(join(dist, 'papers'))).filter((name) => name.endsWith('.html'));
    const path = `papers/${names.sort()[1]}`;
    await writeBarePage(join(dist, path), join(bare, 'index.html'));
    print([
      [path, await measure(dist, path)],
      ['the same text, bare', await measure(bare, 'index.html')],
      ['at most', { ...MOST, shift: 0, scores: CATEGORIES.map(() => 100) }],
    ]);
  } finally {
    await Promise.all([project.remove(), rm(bare, { recursive: true })]);
  }
}

async function writeBarePage(from: string, to: string): Promise<void> {
  const tree = readPage(from);
  const encode = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const title = encode(textOf(select('h1', tree) ?? tree));
  const html = [
    '<!doctype html><html lang="zh-CN"><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${title}</title><h1>${title}</h1>`,
    ...readBody(tree).map((text) => `<p>${encode(text)}</p>`),
  ].join('\n');
  await writeFile(to, html);
  await writeFile(`${to}.br`, brotliCompressSync(html));
}

/** The middle of several runs, each with a browser of its own; of shifts the largest. */
async function measure(folder: string, path: string): Promise<Measure> {
  const server = await serveFolder(folder, 0);
  const { port } = server.address() as AddressInfo;
  try {
    const runs: Measure[] = [];
    for (let run = 0; run < RUNS; run++) {
      runs.push(await runLighthouse(`http://localhost:${port}/${path}`));
    }
    const middle = (of: (run: Measure) => number) =>
      runs.map(of).sort((one, other) => one - other)[Math.floor(RUNS / 2)] ?? 0;
    return {
      paintMs: middle(({ paintMs }) => paintMs),
      shift: Math.max(...runs.map(({ shift }) => shift)),
      bytes: middle(({ bytes }) => bytes),
      scores: CATEGORIES.map((_, index) => middle(({ scores }) => scores[index] ?? 0)),
    };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** Now and then a trace lacks its beginning, and Lighthouse asks to be run again. */
async function runLighthouse(url: string, tries = 5): Promise<Measure> {
  try {
    return await askLighthouse(url);
  } catch (error) {
    const said = String((error as { stderr?: unknown }).stderr ?? error);
    if (tries > 1 && said.includes('NO_NAVSTART')) return runLighthouse(url, tries - 1);
    throw new Error(said);
  }
}

/** With Lighthouse's own settings: a phone of the middle class, 1.6 Mbit/s and 150 ms, simulated. */
async function askLighthouse(url: string): Promise<Measure> {
  const flags = [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
  ];
  const { stdout } = await promisify(execFile)(
    'lighthouse',
    [
      url,
      '--output=json',
      '--quiet',
      '--no-enable-error-reporting',
      `--only-categories=${CATEGORIES}`,
      `--chrome-flags=${flags.join(' ')}`,
    ],
    { env: { ...process.env, CHROME_PATH: await findChromium() }, maxBuffer: 64 * 1024 * 1024 },
  );
  const { audits, categories } = JSON.parse(stdout) as LighthouseResult;
  const audit = (name: string) => audits[name]?.numericValue ?? Number.NaN;
  return {
    paintMs: audit('largest-contentful-paint'),
    shift: audit('cumulative-layout-shift'),
    bytes: audit('total-byte-weight'),
    scores: CATEGORIES.map((name) => Math.round((categories[name]?.score ?? 0) * 100)),
  };
}

function print(rows: readonly [string, Measure][]): void {
  const heads = ['largest paint, ms', 'shift', 'first visit, KB', ...CATEGORIES];
  process.stdout.write(`${' '.repeat(30)}${heads.join('  ')}\n`);
  for (const [name, { paintMs, shift, bytes, scores }] of rows) {
    const cells = [paintMs.toFixed(0), shift.toFixed(3), (bytes / 1024).toFixed(1), ...scores];
    const line = cells.map((cell, index) => String(cell).padStart(heads[index]?.length ?? 0));
    process.stdout.write(`${name.padEnd(30)}${line.join('  ')}\n`);
  }
}

interface Measure {
  /** Largest contentful paint. */
  paintMs: number;
  /** Cumulative layout shift. */
  shift: number;
  /** All that is transferred. */
  bytes: number;
  /** From 0 to 100, in the order of the categories. */
  scores: number[];
}

/** What is read of Lighthouse's report. */
interface LighthouseResult {
  audits: Record<string, { numericValue?: number } | undefined>;
  categories: Record<string, { score: number | null } | undefined>;
}
