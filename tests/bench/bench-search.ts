import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from '@playwright/test';
import { build } from 'esbuild';
import { OLDEST_BROWSER } from '../../src/browsers.ts';
import type { SearchSource } from '../../src/search/search-document.ts';
import { foldText } from '../../src/text/fold.ts';
import { readVariants } from '../../src/text/variants.ts';
import { findChromium } from '../browser/find-chromium.ts';
import { measureIndexing } from './measure-indexing.ts';
import { drawViewQueries, findLongTerm, measureViews } from './measure-views.ts';
import { makeSearchSource } from './search-papers.ts';
import { type CountingServer, serveCompressed } from './serve-compressed.ts';

const SCALES = [6, 1000, 10_000];
const OCCURRING = 210;
const ABSENT = 50;
const COLD_QUERIES = 7;

/** What must hold of ours, as the README says. */
const LIMITS: Readonly<Record<number, Limits>> = {
  6: { cold: 140, warm: 5, views: { patterns: 5, 'scoped pairs': 5, continuations: 5 } },
  10000: { cold: 420, warm: 50, views: { patterns: 60, 'scoped pairs': 60, continuations: 60 } },
};

/** A longer task on a page full of lines is felt, ms. */
const LONGEST_TASK = 100;

/**
 * Prints what search costs and finds on stock Pagefind and on ours, over the same papers in the same
 * run. Fails when ours misses what it promises.
 *
 * @param scales Numbers of papers; 6, 1,000 and 10,000 when none is given.
 */
export async function benchSearch(scales: number[]): Promise<void> {
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    for (const count of scales.length > 0 ? scales : SCALES) await benchScale(count, browser);
  } finally {
    await browser.close();
  }
}

async function benchScale(count: number, browser: Browser): Promise<void> {
  const source = await makeSearchSource(count);
  const queries = drawQueries(source);
  const rows: Record<string, Measures> = {};
  for (const kind of ['stock', 'ours'] as const) {
    const folder = mkdtempSync(join(tmpdir(), `bench-${kind}-`));
    process.stderr.write(`${count} papers, ${kind}: indexing\n`);
    const indexing = await measureIndexing(kind, count, folder);
    const bytes = measureFiles(folder);
    const names = kind === 'stock' ? readFragmentNames(folder) : undefined;
    await writePage(kind, folder);
    const server = await serveCompressed(folder);
    process.stderr.write(`${count} papers, ${kind}: asking\n`);
    const asked = await measureAsking(browser, server, queries, names);
    const views =
      kind === 'ours'
        ? await measureViews(browser, server, drawViewQueries(source), findLongTerm(source))
        : undefined;
    server.close();
    rmSync(folder, { recursive: true });
    rows[kind] = { ...indexing, bytes, ...asked, views };
  }
  const { stock, ours } = rows;
  if (stock && ours) print(count, stock, ours);
}

interface Limits {
  /** KB on the wire. */
  cold: number;
  /** ms in the median; so are those of the views. */
  warm: number;
  views: Record<string, number>;
}

interface Measures extends Asked {
  seconds: number;
  megabytes: number | undefined;
  bytes: number;
  views: Awaited<ReturnType<typeof measureViews>> | undefined;
}

interface Asked {
  recall: number;
  precision: number;
  falseHits: number;
  areCountsTrue: boolean;
  coldKilobytes: number;
  coldParts: string;
  median: number;
  p95: number;
}

interface Query {
  text: string;
  /** Papers it stands in, each with how many times. */
  truth: ReadonlyMap<number, number>;
}

/** Stretches of two to eight characters drawn from the papers, and others that stand nowhere. */
function drawQueries({ documents, variants }: SearchSource): Query[] {
  const forms = readVariants(variants);
  const folded = documents.map(({ passages }) =>
    passages.map(({ text }) => foldText(text, forms).text).join('\n'),
  );
  let seed = 20230224;
  const draw = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const drawStretch = (length: number): string => {
    const { passages = [] } = documents[draw(documents.length)] ?? {};
    const { text = '' } = passages[draw(passages.length)] ?? {};
    const start = draw(Math.max(1, text.length - length));
    const stretch = text.slice(start, start + length);
    return /^\S+$/.test(stretch) && stretch.length === length ? stretch : drawStretch(length);
  };
  const find = (text: string): Query => {
    const term = foldText(text, forms).text;
    const truth = new Map<number, number>();
    for (const [paper, body] of folded.entries()) {
      let hits = 0;
      for (let at = body.indexOf(term); at >= 0; at = body.indexOf(term, at + 1)) hits += 1;
      if (hits > 0) truth.set(paper, hits);
    }
    return { text, truth };
  };
  const queries = Array.from({ length: OCCURRING }, (_, index) =>
    find(drawStretch(2 + (index % 7))),
  );
  while (queries.length < OCCURRING + ABSENT) {
    const query = find(drawStretch(1 + draw(2)) + drawStretch(1 + draw(2)));
    if (query.truth.size === 0) queries.push(query);
  }
  return queries;
}

async function measureAsking(
  browser: Browser,
  server: CountingServer,
  queries: readonly Query[],
  names: ReadonlyMap<string, number> | undefined,
): Promise<Asked> {
  const cold = [];
  for (const { text } of queries
    .filter(({ text: { length } }) => length === 4)
    .slice(0, COLD_QUERIES)) {
    cold.push(await measureCold(browser, server, text));
  }
  cold.sort((one, other) => one.total - other.total);
  const middle = cold[Math.floor(cold.length / 2)];

  const page = await browser.newPage();
  await page.goto(`${server.origin}/ask.html`);
  let found = 0;
  let expected = 0;
  let right = 0;
  let falseHits = 0;
  let areCountsTrue = true;
  for (const { text, truth } of queries) {
    const answer = await ask(page, text);
    const papers = new Map(
      answer.map(([id, hits]) => [names ? (names.get(String(id)) ?? -1) : Number(id), hits]),
    );
    if (truth.size === 0 && papers.size > 0) falseHits += 1;
    if (truth.size === 0) continue;
    found += papers.size;
    expected += truth.size;
    for (const [paper, hits] of truth) {
      if (papers.has(paper)) right += 1;
      if (papers.get(paper) !== hits) areCountsTrue = false;
    }
  }
  const times = await page.evaluate(async (texts) => {
    const { ask: askAgain } = globalThis as unknown as { ask: (text: string) => Promise<unknown> };
    const measured = [];
    for (const text of texts) {
      const start = performance.now();
      await askAgain(text);
      measured.push(performance.now() - start);
    }
    return measured.sort((one, other) => one - other);
  }, queries.flatMap(({ text, truth }) => (truth.size > 0 ? [text] : [])).reverse());
  await page.close();
  return {
    recall: right / expected,
    precision: right / found,
    falseHits,
    areCountsTrue,
    coldKilobytes: (middle?.total ?? 0) / 1024,
    coldParts: middle?.parts ?? '',
    median: times[Math.floor(times.length / 2)] ?? 0,
    p95: times[Math.floor(times.length * 0.95)] ?? 0,
  };
}

/** Bytes on the wire from a page without anything to the first ten papers found. */
async function measureCold(
  browser: Browser,
  server: CountingServer,
  text: string,
): Promise<{ total: number; parts: string }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  server.sent.clear();
  await page.goto(`${server.origin}/ask.html`);
  await ask(page, text);
  await context.close();
  const sizes = new Map<string, number>();
  for (const [path, bytes] of server.sent) {
    const kind = describeFile(path);
    sizes.set(kind, (sizes.get(kind) ?? 0) + bytes);
  }
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const parts = [...sizes].map(([kind, size]) => `${kind} ${(size / 1024).toFixed(0)}`).join(', ');
  return { total, parts };
}

function describeFile(url: string): string {
  if (/\.(?:html|js)$/.test(url)) return 'script';
  if (/\.pagefind/.test(url)) return 'WebAssembly';
  if (/\.pf_index|words\//.test(url)) return 'index';
  if (/texts\/|pf_fragment/.test(url)) return 'texts';
  return 'lists';
}

function ask(page: Page, text: string): Promise<[id: string | number, hits: number][]> {
  return page.evaluate((query) => {
    const { ask: askPage } = globalThis as unknown as {
      ask: (text: string) => Promise<[string | number, number][]>;
    };
    return askPage(query);
  }, text);
}

async function writePage(kind: 'stock' | 'ours', folder: string): Promise<void> {
  if (kind === 'ours') {
    await writeScript('ask-ours', join(folder, 'ask.js'));
    await writeScript('ask-views', join(folder, 'views.js'));
    writeFileSync(join(folder, 'views.html'), makePage('views'));
  } else {
    writeFileSync(
      join(folder, 'ask.js'),
      `const opened = import('/pagefind.js').then(async (pagefind) => (await pagefind.init(), pagefind));
      globalThis.ask = async (query) => {
        const { results } = await (await opened).search(query);
        await Promise.all(results.slice(0, 10).map((result) => result.data()));
        return results.map(({ id }) => [id, 0]);
      };`,
    );
  }
  writeFileSync(join(folder, 'ask.html'), makePage('ask'));
}

async function writeScript(name: string, path: string): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [`tests/bench/${name}.ts`],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: OLDEST_BROWSER,
  });
  writeFileSync(path, outputFiles[0]?.contents ?? '');
}

function makePage(script: string): string {
  return `<!doctype html><html lang="zh-CN"><link rel="icon" href="data:,"><script src="/${script}.js"></script><body>`;
}

/** Papers by the ids of Pagefind's results. */
function readFragmentNames(folder: string): ReadonlyMap<string, number> {
  return new Map(
    readdirSync(join(folder, 'fragment')).map((name) => {
      const fragment = gunzipSync(readFileSync(join(folder, 'fragment', name))).subarray(12);
      const { url } = JSON.parse(fragment.toString()) as { url: string };
      return [name.replace('.pf_fragment', ''), Number(/(\d+)\.html/.exec(url)?.[1])];
    }),
  );
}

/** Bytes of an index on disk, without the interfaces that stock Pagefind brings along. */
function measureFiles(folder: string): number {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => !/ui\.(?:js|css)$|pagefind-(?:highlight|worker)\.js$|texts\.js$/.test(name))
    .map((name) => statSync(join(folder, name)))
    .filter((entry) => entry.isFile())
    .reduce((sum, { size }) => sum + size, 0);
}

function print(count: number, stock: Measures, ours: Measures): void {
  const limits: Partial<Limits> = LIMITS[count] ?? {};
  const isLarge = count === 10_000;
  const write = (line: string) => process.stdout.write(`${line}\n`);
  const row = (
    name: string,
    one: number | undefined,
    other: number | undefined,
    digits: number,
    isKept?: boolean,
  ) => {
    const ratio = one && other ? (other / one).toFixed(2) : '–';
    const verdict = isKept === undefined ? '' : isKept ? 'ok' : 'MISSED';
    if (isKept === false) process.exitCode = 1;
    const cells = [one, other].map((value) => value?.toFixed(digits) ?? '–');
    write(
      `${name.padEnd(34)}${cells.map((cell) => cell.padStart(12)).join('')}${ratio.padStart(9)}  ${verdict}`,
    );
  };
  write(
    `\n${count} papers${' '.repeat(34 - String(count).length - 7)}       stock        ours    ratio`,
  );
  row('recall %', stock.recall * 100, ours.recall * 100, 1, ours.recall === 1);
  row('precision %', stock.precision * 100, ours.precision * 100, 1, ours.precision === 1);
  row(`found of ${ABSENT} that stand nowhere`, stock.falseHits, ours.falseHits, 0, !ours.falseHits);
  write(
    `${'all counts true'.padEnd(34)}${'–'.padStart(12)}${(ours.areCountsTrue ? 'yes' : 'NO').padStart(12)}`,
  );
  if (!ours.areCountsTrue) process.exitCode = 1;
  row('index on disk, KB', stock.bytes / 1024, ours.bytes / 1024, 0);
  row(
    'cold query of four, KB on the wire',
    stock.coldKilobytes,
    ours.coldKilobytes,
    0,
    limits.cold === undefined ? undefined : ours.coldKilobytes <= limits.cold,
  );
  row(
    'warm query, ms median',
    stock.median,
    ours.median,
    1,
    limits.warm === undefined ? undefined : ours.median <= limits.warm,
  );
  row('warm query, ms p95', stock.p95, ours.p95, 1);
  row(
    'indexing, s',
    stock.seconds,
    ours.seconds,
    1,
    isLarge ? ours.seconds <= 2 * stock.seconds : undefined,
  );
  row(
    'indexing, peak MB',
    stock.megabytes,
    ours.megabytes,
    0,
    isLarge && ours.megabytes ? ours.megabytes <= 4096 : undefined,
  );
  for (const [name, { kilobytes, coldTime, warmTime }] of Object.entries(ours.views?.kinds ?? {})) {
    row(`${name}, KB cold`, undefined, kilobytes, 0);
    row(`${name}, ms cold`, undefined, coldTime, 0);
    const limit = limits.views?.[name];
    const isKept = limit === undefined ? undefined : warmTime <= limit;
    row(`${name}, ms warm`, undefined, warmTime, 1, isKept);
  }
  const longest = ours.views?.longestTask;
  if (longest !== undefined) {
    row('longest task of 10,000 lines, ms', undefined, longest, 0, longest <= LONGEST_TASK);
  }
  write(`cold, stock: ${stock.coldParts} KB`);
  write(`cold, ours: ${ours.coldParts} KB`);
}
