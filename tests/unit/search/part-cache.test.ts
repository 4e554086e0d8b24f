import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildIndex } from '../../../src/search/indexing/build-index.ts';
import { divideIntoParts } from '../../../src/search/indexing/divide-into-parts.ts';
import { PartCache } from '../../../src/search/indexing/part-cache.ts';
import type { IndexedPaper } from '../../../src/search/search-document.ts';

const paper = (id: string, ...passages: string[]): IndexedPaper => ({
  id,
  name: id,
  distinction: '',
  label: '',
  title: id,
  topic: '',
  date: '',
  // So long that each is a part for itself.
  characters: 750_000,
  digest: passages.join(),
  read: async () => ({
    passages: passages.map((text, index) => ({ id: `p${index + 1}`, text, places: [] })),
    entries: {},
  }),
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parts-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function build(papers: IndexedPaper[], name: string, cache?: PartCache) {
  await buildIndex({ papers, variants: '' }, join(folder, name), cache ? { cache } : {});
  const files = (await readdir(join(folder, name), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      files.map(
        async (file) => [file.slice(join(folder, name).length), await readFile(file)] as const,
      ),
    ),
  );
}

test('a part is indexed again only when a paper of it has changed, and the index is the same', async () => {
  const cache = new PartCache(join(folder, 'cache'), 'one');
  const papers = [paper('甲', '学习贯彻', '贯彻'), paper('乙', '落实学习'), paper('丙', '学习')];
  await build(papers, 'first', cache);
  expect(await readdir(join(folder, 'cache'))).toHaveLength(3);

  const changed = [paper('甲', '学习贯彻落实到位', '贯彻'), ...papers.slice(1)];
  const warm = await build(changed, 'warm', cache);
  expect(await readdir(join(folder, 'cache'))).toHaveLength(4);
  expect(warm).toEqual(await build(changed, 'cold'));
});

test('another state of what makes the index has parts of its own', async () => {
  const papers = [paper('甲', '学习贯彻')];
  await build(papers, 'first', new PartCache(join(folder, 'cache'), 'one'));
  await build(papers, 'second', new PartCache(join(folder, 'cache'), 'two'));
  expect(await readdir(join(folder, 'cache'))).toHaveLength(2);
});

test('a paper more leaves most parts as they were', () => {
  const papers = Array.from({ length: 3000 }, (_, index) => ({
    id: `第${index}篇`,
    characters: 3000 + ((index * 7919) % 5000),
  }));
  const more = papers.toSpliced(100, 0, { id: '新的一篇', characters: 4000 });
  const namesOf = (list: typeof papers) =>
    divideIntoParts(list).map(([start, end]) =>
      list
        .slice(start, end)
        .map(({ id }) => id)
        .join(),
    );
  const before = namesOf(papers);
  const kept = namesOf(more).filter((part) => before.includes(part));
  expect(before.length).toBeGreaterThan(10);
  expect(kept.length).toBeGreaterThanOrEqual(before.length - 3);
  for (const [start, end] of divideIntoParts(papers)) {
    const sum = papers.slice(start, end).reduce((all, { characters }) => all + characters, 0);
    expect(sum).toBeLessThanOrEqual(750_000);
  }
});
