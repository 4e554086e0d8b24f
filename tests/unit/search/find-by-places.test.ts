import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findMatches } from '../../../src/search/browser/match-texts.ts';
import { openIndex } from '../../../src/search/browser/open-index.ts';
import { openTexts } from '../../../src/search/browser/open-texts.ts';
import type { Searchable } from '../../../src/search/browser/searchable.ts';
import { buildIndex } from '../../../src/search/indexing/build-index.ts';
import type { SearchDocument } from '../../../src/search/search-document.ts';
import { type Folded, foldText } from '../../../src/text/fold.ts';
import { parsePattern } from '../../../src/text/parse-pattern.ts';

const known = new Map<string, Folded>();
/** Each text once: all of them are read for every query. */
const fold = (text: string) => {
  const folded = known.get(text) ?? foldText(text, new Map());
  known.set(text, folded);
  return folded;
};

let seed = 20261125;
function draw(below: number): number {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
}
const pick = <Each>(list: readonly Each[]): Each => list[draw(list.length)] as Each;
const repeat = (times: number, make: () => string) => Array.from({ length: times }, make).join('');

/** Few characters, so that everything stands beside everything; marks, and what folding changes. */
const CHARACTERS = ['甲', '甲', '乙', '乙', '丙', '丁', '𠮷', 'Ａ', 'a', '1'];
const MARKS = ['。', '！', '；', '，', '。”', '？）', '“', '《', '》', ' ', '　', '\u200b', 'ﬁ'];
const write = (length: number) =>
  repeat(length, () => pick(draw(4) === 0 ? MARKS : CHARACTERS)) || '甲';

function makeDocument(index: number, passages: readonly string[]): SearchDocument {
  return {
    id: String(index),
    name: `第${index + 1}篇`,
    distinction: '',
    label: draw(2) ? write(4) : '',
    title: write(1 + draw(12)),
    topic: draw(2) ? write(3) : '',
    date: '',
    passages: passages.map((text, at) => ({ id: `p${at + 1}`, text, places: [] })),
    entries: {},
  };
}

/** Longer than what one file tells of where sentences end. */
const LONG = Array.from({ length: 2200 }, (_, at) => `第${at}段${'戊己庚辛。'.repeat(200)}`);

const documents = [
  ...Array.from({ length: 40 }, (_, index) =>
    makeDocument(
      index,
      Array.from({ length: draw(8) }, () => (draw(12) ? write(1 + draw(60)) : '\u200b')),
    ),
  ),
  makeDocument(40, ['甲乙丙', ...LONG, '甲丁乙。丙']),
  makeDocument(41, ['乙甲。丙甲', '丁']),
];

let folder: string;
let indexed: Searchable;
const read = openTexts(
  { documents, variants: '' },
  { readings: {}, titles: {}, formulations: [], entries: [], words: [] },
);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'index-'));
  const papers = documents.map((document) => ({
    ...document,
    characters: document.passages.reduce((sum, { text }) => sum + text.length, 0),
    digest: document.id,
    read: async () => document,
  }));
  const manifest = await buildIndex({ papers, variants: '' }, folder);
  indexed = await openIndex(
    async (path) => gunzipSync(await readFile(join(folder, path))),
    manifest,
  );
}, 60_000);
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const count = async (
  texts: Searchable,
  query: string,
  state: Parameters<typeof findMatches>[1],
) => {
  const context = { texts, fold, signal: undefined };
  const found = await findMatches(parsePattern(query), state, context);
  return Promise.all(
    found.map(async (each) => {
      const { groups } = await each.read();
      return [each.paper, each.head, each.body, groups.length];
    }),
  );
};

const word = () => repeat(1 + draw(3), () => pick([...CHARACTERS, '。', '，', '《']));
const SIGNS = ['*', '＿', '**', '_*', '＿＿', '|'];
const pattern = () => repeat(2 + draw(2), () => word() + pick(SIGNS)) + (draw(3) ? word() : '');

test('a query without a term finds nothing', async () => {
  expect(await count(indexed, ' ', {})).toEqual([]);
  expect(await count(read, ' ', {})).toEqual([]);
});

test('places tell of patterns what reading all texts tells', async () => {
  let found = 0;
  for (let asked = 0; asked < 100; asked++) {
    const query = pattern() + (draw(5) ? '' : ` ${word()}`) + (draw(6) ? '' : ` -${word()}`);
    const told = await count(indexed, query, {});
    expect([query, told]).toEqual([query, await count(read, query, {})]);
    if (told.length > 0) found++;
  }
  expect(found).toBeGreaterThan(25);
}, 60_000);

test('and of what stands together in a sentence, a paragraph or so many characters', async () => {
  const scopes = [
    { scope: 'sentence' },
    { scope: 'paragraph' },
    { within: 12 },
    { within: 30, order: 'typed' },
  ] as const;
  const places = [undefined, undefined, 'headings', 'works'] as const;
  let found = 0;
  for (let asked = 0; asked < 100; asked++) {
    const query = `${draw(3) ? word() : pattern()} ${word()}${draw(4) ? '' : ` ${word()}`}`;
    const state = { ...pick(scopes), where: pick(places) };
    const told = await count(indexed, query, state);
    expect([query, state, told]).toEqual([query, state, await count(read, query, state)]);
    if (told.length > 0) found++;
  }
  expect(found).toBeGreaterThan(25);
}, 60_000);
