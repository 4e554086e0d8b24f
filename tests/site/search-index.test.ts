import { statSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openIndex } from '../../src/search/browser/open-index.ts';
import { SearchEngine } from '../../src/search/browser/search-engine.ts';
import type { Searchable } from '../../src/search/browser/searchable.ts';
import { makePart } from '../../src/search/indexing/index-part.ts';
import { pairToken, writePassage } from '../../src/search/tokens.ts';
import { readSource } from '../source/read-source.ts';

/*
 * The site's index is what Pagefind has indexed, written anew and read by our own reader. Here
 * Pagefind's own engine reads the files as Pagefind itself writes them, and both must find the same
 * papers.
 */

let index: Searchable;
let engine: SearchEngine;
let folder: string;
let pagefind: PagefindEngine;
beforeAll(async () => {
  const manifest = (await readdir('dist/search')).find((name) => name.startsWith('manifest-'));
  const load = async (path: string) => gunzipSync(await readFile(join('dist/search', path)));
  index = await openIndex(load, manifest ?? '');
  engine = new SearchEngine(index);

  folder = await mkdtemp(join(tmpdir(), 'pagefind-'));
  const pages = async function* () {
    for (const paragraphs of readSource()) {
      yield paragraphs.flatMap((text) => writePassage([...engine.fold(text).text])).join(' ');
    }
  };
  for (const [path, content] of await makePart(pages())) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  vi.stubGlobal('fetch', async (path: string) => {
    return new Response(new Uint8Array(await readFile(path.replace(/\?.*/, ''))));
  });
  await copyFile(join(folder, 'pagefind.js'), join(folder, 'pagefind.mjs'));
  const module = await import(pathToFileURL(join(folder, 'pagefind.mjs')).href);
  pagefind = module.createInstance({ basePath: `${folder}/`, noWorker: true });
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await rm(folder, { recursive: true });
});

test('finds what Pagefind’s own engine finds', async () => {
  let asked = 0;
  for (const [paper, paragraphs] of readSource().entries()) {
    for (const paragraph of paragraphs) {
      for (let at = 0; at + 6 < paragraph.length; at += 41) {
        const query = engine.fold(paragraph.slice(at, at + 6)).text;
        const characters = [...query];
        if (characters.length < 3) continue;
        asked += 1;
        const phrase = characters.slice(1).map((next, i) => pairToken(characters[i] ?? '', next));
        const { results } = await pagefind.search(`"${phrase.join(' ')}"`);
        const found = await Promise.all(results.map((result) => result.data()));
        const papers = found.map(({ url }) => Number(/\d+/.exec(url)?.[0]));
        const ours = (await engine.find([{ text: query }])).papers.filter(({ body }) => body > 0);
        expect([query, ...papers.sort()]).toEqual([query, ...ours.map((each) => each.paper)]);
        expect(papers).toContain(paper);
      }
    }
  }
  expect(asked).toBeGreaterThan(100);
});

interface PagefindEngine {
  search: (query: string) => Promise<{ results: { data: () => Promise<{ url: string }> }[] }>;
}

test('whoever types pinyin loads 20 KB at most', async () => {
  const name = (await readdir('dist/search')).find((each) => each.startsWith('pinyin-'));
  expect(statSync(join('dist/search', name ?? '')).size).toBeLessThan(20 * 1024);
});
