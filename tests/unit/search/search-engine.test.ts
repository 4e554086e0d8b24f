import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openIndex } from '../../../src/search/browser/open-index.ts';
import { readHits } from '../../../src/search/browser/read-hits.ts';
import { SearchEngine } from '../../../src/search/browser/search-engine.ts';
import type { Searchable } from '../../../src/search/browser/searchable.ts';
import { buildIndex } from '../../../src/search/indexing/build-index.ts';
import type { IndexedPaper } from '../../../src/search/search-document.ts';
import { parseQuery } from '../../../src/text/parse-query.ts';

/** Said to be so long that each is a part of the index for itself, as in a large collection. */
const paper = (id: string, title: string, ...passages: string[]): IndexedPaper => ({
  id,
  name: title,
  distinction: '',
  label: '',
  title,
  topic: '',
  date: '',
  characters: 1_250_000,
  digest: passages.join(),
  read: async () => ({
    passages: passages.map((text, index) => ({ id: `p${index + 1}`, text, places: [] })),
    entries: {},
  }),
});

const LONG = '坚持把学习贯彻作为首要政治任务，持续深入学习，把学习作为提升政治能力的重要抓手。';

/** Longer than a piece of a text is in a collection of this size. */
const FILLING = Array.from({ length: 1000 }, (_, index) => `第${index}段填充文字，无关紧要。`);

const papers = [
  paper('0', '甲乙丙', '哈哈哈哈。', '甲', '乙丁', '丙'),
  paper('1', '办法', 'XX市2023年𠮷祥😀', '甲乙甲乙甲'),
  paper('2', '丁', `${LONG}${LONG}`, '甲乙'),
  paper('3', '哈哈', `${LONG.slice(0, -1)}！`),
  paper('4', '甲乙丙'),
  paper('5', '长', '头戊己', ...FILLING, '身戊己', ...FILLING, '尾戊己庚'),
];

let folder: string;
let texts: Searchable;
let engine: SearchEngine;
let loaded: string[];
let indexed = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'index-'));
  const manifest = await buildIndex({ papers, variants: '' }, folder, {
    onIndexed: () => (indexed += 1),
  });
  texts = await openIndex(async (path) => {
    loaded?.push(path);
    return gunzipSync(await readFile(join(folder, path)));
  }, manifest);
  engine = new SearchEngine(texts);
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** Papers by their ids, each with its hits in head and body. */
async function find(query: string) {
  const { papers } = await engine.find(parseQuery(query));
  return Object.fromEntries(
    papers.map((found) => [texts.papers[found.paper]?.id, `${found.head} ${found.body}`]),
  );
}

test('finds one character, two and more, in every part of the index', async () => {
  expect(await find('甲')).toEqual({ 0: '1 1', 1: '0 3', 2: '0 1', 4: '1 0' });
  expect(await find('甲乙')).toEqual({ 0: '1 0', 1: '0 2', 2: '0 1', 4: '1 0' });
  expect(await find('甲乙丙')).toEqual({ 0: '1 0', 4: '1 0' });
  expect(await find('2023年𠮷')).toEqual({ 1: '0 1' });
  expect(await find('😀')).toEqual({ 1: '0 1' });
});

test('counts hits that overlap', async () => {
  expect(await find('哈哈')).toEqual({ 0: '0 3', 3: '1 0' });
  expect(await find('哈哈哈')).toEqual({ 0: '0 2' });
  expect(await find('甲乙甲')).toEqual({ 1: '0 2' });
});

test('no match reaches from one passage into the next', async () => {
  for (const query of ['甲乙丁', '丁丙', '。甲', '乙丁丙']) expect(await find(query)).toEqual({});
});

test('finds long passages exactly', async () => {
  expect(await find(LONG)).toEqual({ 2: '0 2' });
  expect(await find(LONG.slice(0, -1))).toEqual({ 2: '0 2', 3: '0 1' });
  expect(await find(`${LONG.slice(0, -1)}？`)).toEqual({});
  expect(await find(LONG.slice(20) + LONG.slice(0, 20))).toEqual({ 2: '0 1' });
});

test('several terms must all be there, and each counts', async () => {
  expect(await find('甲 乙')).toEqual({ 0: '2 2', 1: '0 5', 2: '0 2', 4: '2 0' });
  expect(await find('甲 甲')).toEqual(await find('甲'));
  expect(await find('甲 坚持')).toEqual({ 2: '0 3' });
  expect(await find('甲 没有')).toEqual({});
});

test('a term in straight quotes is found without them where it is not found with them', async () => {
  expect(await find('"甲 乙 丙"')).toEqual({ 0: '1 0', 4: '1 0' });
  expect(await find('“甲乙丙”')).toEqual({});
});

test('finds nothing for nothing', async () => {
  for (const query of ['', ' ', '\u200b', '\ud800', '𠮸', '""']) {
    expect(await find(query)).toEqual({});
  }
});

test('tells the longest parts that are found', async () => {
  const findParts = async (term: string) => (await engine.findParts(term)).map(({ text }) => text);
  expect(await findParts('没有深入学习把')).toEqual(['深入学习']);
  expect(await findParts('没有没有')).toEqual([]);
  expect(await findParts('没有'.repeat(5000))).toEqual([]);
});

test('says how far the index is', () => {
  expect(indexed).toBe(6);
});

test('loads of a long text what has hits, and counts them from its beginning', async () => {
  loaded = [];
  const list = async (query: string) => {
    const { terms, papers: found } = await engine.find(parseQuery(query));
    const lines = [];
    for (const each of found) {
      for await (const { passage, parts, firstHit } of readHits(texts, each, terms, engine.fold)) {
        lines.push([passage, parts.map(({ text }) => text).join(''), firstHit]);
      }
    }
    return lines;
  };
  expect(await list('戊己')).toEqual([
    ['p1', '头戊己', 1],
    ['p1002', '身戊己', 2],
    ['p2003', '尾戊己庚', 3],
  ]);
  const ofTexts = () => loaded.flatMap((path) => /^texts\/(\d+)/.exec(path)?.[1] ?? []);
  // The first is known from an earlier query, and the one before the last has no hit.
  expect(ofTexts()).toEqual(['1', '3']);
  loaded = [];
  expect(await list('第100段 戊己庚')).toHaveLength(3);
  expect(ofTexts()).toEqual([]);
});

test('loads no text to count, and nothing more for what stands nowhere', async () => {
  loaded = [];
  expect(await find('首要政治')).toEqual({ 2: '0 2', 3: '0 1' });
  expect(await find('己戊己')).toEqual({});
  expect(loaded.filter((path) => !path.startsWith('words/'))).toEqual([]);
});
