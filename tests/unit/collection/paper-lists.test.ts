import { expect, test } from 'vitest';
import type { Paper } from '../../../src/collection/paper.ts';
import {
  describeYears,
  listAddress,
  listPages,
  listPapers,
  ROWS_A_PAGE,
  sortByTitle,
} from '../../../src/collection/paper-lists.ts';

const make = (papers: Partial<Paper>[]) =>
  papers.map((paper, index) => ({
    id: `p${index}`,
    title: `第${index}号`,
    distinction: '',
    position: index + 1,
    characters: 100,
    ...paper,
  })) as Paper[];

const repeat = (count: number, paper: (index: number) => Partial<Paper>) =>
  make(Array.from({ length: count }, (_, index) => paper(index)));

const namesOf = (groups: readonly { name: string }[]) => groups.map(({ name }) => name);

test('topics stand by their share, papers without one last', () => {
  const { topics } = listPapers(
    make([{ topic: '小' }, { topic: '大' }, {}, { topic: '大' }, { topic: '大' }]),
  );
  expect(namesOf(topics.groups)).toEqual(['大', '小', '未注主题']);
  expect(topics.groups[0]?.address).toBe(`/lists/topic/${encodeURI('大')}.html`);
});

test('a collection without topics or dates has neither ways, and one list of all by title', () => {
  const { all, topics, years } = listPapers(repeat(30, () => ({})));
  expect(topics.groups).toEqual([]);
  expect(years.groups).toEqual([]);
  expect(all.map(({ path }) => path)).toEqual(['title']);
});

test('of 300 topics the smaller share a list, each at an address that is on a page', () => {
  const papers = repeat(900, (index) => ({ topic: `主题${index % 300}` }));
  const lists = listPapers(papers);
  expect(lists.topics.groups).toHaveLength(300);
  const pages = listPages(lists);
  expect(pages.length).toBeLessThan(60);
  const places = new Set(
    pages.flatMap(({ path, sections }) => [
      listAddress(path),
      ...sections.flatMap(({ anchor }) => (anchor ? [`${listAddress(path)}#${anchor}`] : [])),
    ]),
  );
  for (const { address } of lists.topics.groups) expect(places).toContain(address);
});

test('every paper stands once in the pages of each order, of the topics and of the years', () => {
  const papers = repeat(450, (index) => ({
    ...(index % 3 !== 0 && { topic: `主题${index % 7}` }),
    ...(index % 4 !== 0 && { date: `${1950 + (index % 75)}-01-01` }),
  }));
  const pages = listPages(listPapers(papers));
  for (const kind of ['date', 'title', 'topic', 'year']) {
    const ids = pages
      .filter(({ list }) => (list.order ?? list.kind) === kind)
      .flatMap(({ sections }) => sections.flatMap((section) => section.papers.map(({ id }) => id)));
    expect([kind, ids.toSorted()]).toEqual([kind, papers.map(({ id }) => id).toSorted()]);
  }
  for (const { sections } of pages) {
    expect(sections.flatMap((section) => section.papers).length).toBeLessThanOrEqual(ROWS_A_PAGE);
  }
});

test('years before the last five decades share a list', () => {
  const { years } = listPapers(
    make([{ date: '2024-01-01' }, { date: '1979-05-01' }, { date: '1952-05-01' }, {}]),
  );
  expect(years.groups.map(({ name, address }) => [name, address])).toEqual([
    ['2024', '/lists/year/2024.html'],
    ['1979', '/lists/year/before-1980.html#group-1'],
    ['1952', '/lists/year/before-1980.html#group-2'],
    ['未注日期', '/lists/year/none.html'],
  ]);
});

test('topics that no file could be named by, or that differ in capitals alone, have addresses too', () => {
  const names = ['a/b', 'a:b', 'ABC', 'abc', 'none', '?', '50%#1', '甲'.repeat(80)];
  const { topics } = listPapers(make(names.map((topic) => ({ topic }))));
  const addresses = topics.groups.map(({ address }) => decodeURI(address).toLowerCase());
  expect(new Set(addresses).size).toBe(names.length);
  for (const address of addresses)
    expect(address).toMatch(/^\/lists\/topic\/[^/\\:*?"<>|#%]+\.html$/);
});

test('titles stand in the order of pinyin and of their numbers, the newer of equals first', () => {
  const papers = make([
    { title: '中医条例' },
    { title: '第10号' },
    { title: '安全法', date: '2001-01-01' },
    { title: '第2号' },
    { title: '安全法', date: '2021-01-01' },
  ]);
  expect(sortByTitle(papers).map(({ title, date = '' }) => title + date)).toEqual([
    '安全法2021-01-01',
    '安全法2001-01-01',
    '第2号',
    '第10号',
    '中医条例',
  ]);
});

test('years of some papers are told as a span', () => {
  expect(describeYears(make([{ date: '2001-01-01' }, {}, { date: '1958-01-01' }]))).toBe(
    '1958—2001',
  );
  expect(describeYears(make([{ date: '2001-01-01' }]))).toBe('2001');
  expect(describeYears(make([{}]))).toBe('');
});
