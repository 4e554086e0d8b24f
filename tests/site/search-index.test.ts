import { copyFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { close, createIndex } from 'pagefind';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openIndex } from '../../src/search/browser/open-index.ts';
import { SearchEngine } from '../../src/search/browser/search-engine.ts';
import { pairToken } from '../../src/search/tokens.ts';
import { readSource } from '../source/read-source.ts';

/*
 * The site reads Pagefind's files by itself. Here Pagefind's own engine reads the same files, and both
 * must find the same papers.
 */

const load = async (path: string) => new Uint8Array(await readFile(join('dist/search', path)));

let manifestName: string;
let folder: string;
let pagefind: PagefindEngine;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pagefind-'));
  // Any index brings the engine along; its entry file is then made to name ours.
  const { index } = await createIndex({ forceLanguage: 'qaa' });
  await index?.addHTMLFile({ url: '/', content: '<html><body>engine</body></html>' });
  await index?.writeFiles({ outputPath: folder });
  await close();
  [manifestName = ''] = (await readdir('dist/search')).filter((name) =>
    /^manifest.*json$/.test(name),
  );
  const manifest = JSON.parse(await readFile(join('dist/search', manifestName), 'utf8'));
  expect(manifest.parts).toHaveLength(1);
  await cp('dist/search/0', folder, { recursive: true });
  const entry = JSON.parse(await readFile(join(folder, 'pagefind-entry.json'), 'utf8'));
  entry.languages.qaa.hash = /pagefind\.(.+)\.pf_meta/.exec(manifest.parts[0])?.[1];
  await writeFile(join(folder, 'pagefind-entry.json'), JSON.stringify(entry));

  vi.stubGlobal('fetch', async (path: string) => {
    return new Response(new Uint8Array(await readFile(path.replace(/\?.*/, ''))));
  });
  await copyFile(join(folder, 'pagefind.js'), join(folder, 'pagefind.mjs'));
  const engine = await import(pathToFileURL(join(folder, 'pagefind.mjs')).href);
  pagefind = engine.createInstance({ basePath: `${folder}/`, noWorker: true });
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await rm(folder, { recursive: true });
});

test('finds what Pagefind’s own engine finds in the same index', async () => {
  const index = await openIndex(load, manifestName);
  const engine = new SearchEngine(index);
  const hashes = await Promise.all(
    readSource().map(async (_, paper) => (await index.readPaper(paper)).id),
  );
  const ids = new Map<string, string>();
  for (const [paper, paragraphs] of readSource().entries()) {
    for (const paragraph of paragraphs) {
      for (let at = 0; at + 6 < paragraph.length; at += 41) {
        const query = engine.fold(paragraph.slice(at, at + 6)).text;
        const characters = [...query];
        if (characters.length < 3) continue;
        const phrase = characters.slice(1).map((next, i) => pairToken(characters[i] ?? '', next));
        const { results } = await pagefind.search(`"${phrase.join(' ')}"`);
        const { papers } = await engine.find([{ text: query }]);
        expect([query, results.length]).toEqual([query, papers.length]);
        expect(papers.map((found) => found.paper)).toContain(paper);
        // Where one paper alone is found, its hash and its place are the same paper’s.
        if (results.length === 1) ids.set(results[0]?.id ?? '', hashes[paper] ?? '');
      }
    }
  }
  expect(ids.size).toBe(6);
  expect(new Set(ids.values()).size).toBe(6);
});

interface PagefindEngine {
  search: (query: string) => Promise<{ results: { id: string }[] }>;
}
