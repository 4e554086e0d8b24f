import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openIndex } from '../../../src/search/browser/open-index.ts';
import { SearchEngine } from '../../../src/search/browser/search-engine.ts';
import { buildIndex } from '../../../src/search/indexing/build-index.ts';
import type { SearchDocument } from '../../../src/search/search-document.ts';
import { parseQuery } from '../../../src/text/parse-query.ts';

const document = (id: string, title: string, ...passages: string[]): SearchDocument => ({
  id,
  label: '',
  title,
  topic: '',
  passages: passages.map((text, index) => ({ id: `p${index + 1}`, text, places: [] })),
  entries: {},
});

const LONG = '坚持把学习贯彻作为首要政治任务，持续深入学习，把学习作为提升政治能力的重要抓手。';

/** Made to be cut in two: an index of a large collection has several parts. */
const first = [
  document('0', '甲乙丙', '哈哈哈哈。', '甲', '乙丁', '丙'),
  document('1', '办法', 'XX市2023年𠮷祥😀', '甲乙甲乙甲'),
];
const second = [
  document('2', '丁', `${LONG}${LONG}`, '甲乙'),
  document('3', '哈哈', `${LONG.slice(0, -1)}！`),
  document('4', '甲乙丙'),
];

let folder: string;
let engine: SearchEngine;
let readId: (paper: number) => Promise<string>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'index-'));
  const [one, other] = [join(folder, 'one'), join(folder, 'other')];
  await buildIndex({ documents: first, variants: '' }, one);
  await buildIndex({ documents: second, variants: '' }, other);
  const read = async (path: string) => JSON.parse(await readFile(path, 'utf8'));
  const manifest = await read(join(one, 'manifest.json'));
  const { parts, headLength } = await read(join(other, 'manifest.json'));
  expect(headLength).toBe(manifest.headLength);
  await cp(join(other, '0'), join(one, '1'), { recursive: true });
  await cp(join(other, 'papers'), join(one, 'papers'), { recursive: true });
  manifest.parts.push(parts[0].replace('0/', '1/'));
  await writeFile(join(one, 'manifest.json'), JSON.stringify(manifest));

  const index = await openIndex(async (path) => new Uint8Array(await readFile(join(one, path))));
  engine = new SearchEngine(index);
  readId = async (paper) => (await index.readPaper(paper)).id;
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** Papers by their ids, each with its hits in head and body. */
async function find(query: string) {
  const { papers } = await engine.find(parseQuery(query));
  return Object.fromEntries(
    await Promise.all(
      papers.map(async ({ paper, head, body }) => [await readId(paper), `${head} ${body}`]),
    ),
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

test('tells the longest part that is found', async () => {
  expect(await engine.findLongestPart('没有深入学习把')).toBe('深入学习');
  expect(await engine.findLongestPart('没有没有')).toBe('');
  expect(await engine.findLongestPart('没有'.repeat(5000))).toBe('');
});
