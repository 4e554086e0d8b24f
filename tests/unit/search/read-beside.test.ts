import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openIndex } from '../../../src/search/browser/open-index.ts';
import { readBeside } from '../../../src/search/browser/read-beside.ts';
import type { Searchable } from '../../../src/search/browser/searchable.ts';
import { buildIndex } from '../../../src/search/indexing/build-index.ts';
import { READ_UNASKED, TREE_CHARACTERS } from '../../../src/search/run-tree.ts';
import type { Side } from '../../../src/text/count-runs.ts';
import { findTerm } from '../../../src/text/find-term.ts';
import { foldText } from '../../../src/text/fold.ts';

const fold = (text: string) => foldText(text, new Map([['們', '们']]));

let seed = 20261126;
function draw(below: number): number {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
}
const pick = <Each>(list: readonly Each[]): Each => list[draw(list.length)] as Each;

/** Some words, so that long runs repeat; single characters; what folding changes; marks and space. */
const PIECES = [
  '推动高质量发展',
  '推动高质量',
  '坚持',
  '不懈',
  '我們',
  '我们',
  'ＧＤＰ',
  'gdp',
  '𠮷',
  '人',
  'ﬁ',
  'e\u0301',
];
const MARKS = ['。', '，', '“', '》', ' ', '　', '\u200b'];
const write = (pieces: number) =>
  Array.from({ length: pieces }, () => pick(draw(12) === 0 ? MARKS : PIECES)).join('');

const texts = Array.from({ length: READ_UNASKED + 30 }, () =>
  Array.from({ length: draw(12) }, () => write(1 + draw(30))),
);

let folder = '';
let index: Searchable;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beside-'));
  const papers = texts.map((passages, at) => ({
    ...{
      id: String(at),
      name: '',
      distinction: '',
      label: '推动',
      title: '推动',
      topic: '',
      date: '',
    },
    digest: '',
    characters: passages.join('').length,
    read: async () => ({
      passages: passages.map((text, each) => ({ id: `p${each + 1}`, text, places: [] })),
      entries: {},
    }),
  }));
  const manifest = await buildIndex({ papers, variants: '們们' }, folder);
  index = await openIndex(async (path) => gunzipSync(await readFile(join(folder, path))), manifest);
});

afterAll(() => rm(folder, { recursive: true }));

test('what stands beside a term is counted as by looking at every place', async () => {
  const terms = new Set<string>();
  while (terms.size < 400) {
    const characters = [...fold(pick(texts.flat()) ?? '').text];
    const start = draw(characters.length);
    const term = characters.slice(start, start + 1 + draw(10)).join('');
    // Half a ligature is found where the whole one is.
    if (/^(?!i|.*f$)./u.test(term)) terms.add(term);
  }
  let told = 0;
  for (const term of terms) {
    const occurrences = listOccurrences(term);
    const beside = await ask(term, occurrences.length);
    if (!beside) continue;
    told += 1;
    for (const side of ['before', 'after'] as const) {
      const { clauses, marks, least } = beside[side];
      const length = TREE_CHARACTERS - [...term].length;
      const expected = countAll(
        occurrences.map((each) => [clauseBeside(each[side], side).slice(0, length), 1]),
      );
      const frequent = [...expected].filter(([, count]) => count >= least);
      const found = countAll(Array.from(clauses, ([run, count]) => [characters(run, side), count]));
      expect(found, `${side} ${term}`).toEqual(new Map(frequent));
      const noClause = occurrences.filter(
        (each) => each[side] !== '' && clauseBeside(each[side], side).length === 0,
      );
      expect(marks, `${side} ${term}`).toBe(noClause.length >= least ? noClause.length : 0);
    }
  }
  expect(told).toBeGreaterThan(40);
});

test('what the index does not count whole is left to the texts', async () => {
  const askFor = (term: string) => ask(term, listOccurrences(term).length);
  expect(await askFor('高质量发展')).toBeDefined();
  expect(await askFor('我们')).toBeDefined();
  expect(await askFor('，坚持'), 'with a mark').toBeUndefined();
  expect(await askFor('坚持我们'), 'over white space').toBeUndefined();
  expect(await askFor('没有'), 'nowhere').toBeUndefined();
  expect(await askFor('推动高质量发展推动高质'), 'too long').toBeUndefined();
});

function ask(term: string, hits: number) {
  const readTree = index.index?.readTree;
  if (!readTree) throw new Error('no trees');
  return readBeside(term, hits, readTree, fold, new AbortController().signal);
}

/** What stands before and behind a folded term, wherever it stands. */
function listOccurrences(term: string): Record<Side, string>[] {
  return texts.flat().flatMap((text) =>
    findTerm(fold(text), term).map(({ start, end }) => ({
      before: text.slice(0, start),
      after: text.slice(end),
    })),
  );
}

/** The characters of a clause, folded, from what it stands beside. */
function clauseBeside(text: string, side: Side): string[] {
  const clause = (side === 'after' ? /^[^，。“》\s\u200b]*/u : /[^，。“》\s\u200b]*$/u).exec(text);
  return characters(clause?.[0] ?? '', side);
}

function characters(text: string, side: Side): string[] {
  const all = [...fold(text).text];
  return side === 'after' ? all : all.reverse();
}

/** How often each run stands with which so many clauses begin. */
function countAll(clauses: readonly (readonly [string[], number])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [clause, count] of clauses) {
    for (let length = 1; length <= clause.length; length++) {
      const run = clause.slice(0, length).join('');
      counts.set(run, (counts.get(run) ?? 0) + count);
    }
  }
  return counts;
}
