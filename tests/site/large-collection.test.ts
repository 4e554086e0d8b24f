import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { LinkChecker } from 'linkinator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject, type ProjectCopy, UNCOMPRESSED } from './build-copy.ts';
import { findHtmlErrors } from './find-html-errors.ts';
import { ESSAY, LONG_TITLE, LONGEST, makeCollection } from './make-collection.ts';
import { readOutline, readPage } from './read-page.ts';

const COUNT = 150;

let project: ProjectCopy;
let dist: string;
beforeAll(async () => {
  project = await copyProject();
  await makeCollection(project.folder, COUNT);
  const { code, output } = await project.build({
    ...UNCOMPRESSED,
    SITE_URL: 'https://example.org/laws/',
  });
  expect(output).not.toMatch(/warn|error/i);
  expect(code, output).toBe(0);
  dist = join(project.folder, 'dist');
}, 300_000);
afterAll(() => project.remove());

const read = (path: string) => readPage(join(dist, path));

/** Files the links of a part of a page lead to, from the site's root. */
const follow = (path: string, selector: string) =>
  selectAll(selector, read(path)).map(({ properties }) => {
    const address = decodeURI(String(properties['href']).replace(/[?#].*/, ''));
    return posix.join(posix.dirname(path), address);
  });

const titleOf = (path: string) => textOf(select('title', read(path)) ?? read(path));

test('the home page leads by topic, by year and to the newest, without a script', () => {
  const topics = follow('index.html', 'a[href*="lists/topic/"]');
  const years = follow('index.html', 'a[href*="lists/year/"]');
  expect(topics.length).toBeGreaterThan(5);
  expect(years.length).toBeGreaterThan(20);
  for (const path of [...topics, ...years])
    expect([path, existsSync(join(dist, path))]).toEqual([path, true]);
  const dates = selectAll('.paper-rows time', read('index.html')).map(textOf);
  expect(dates).toHaveLength(12);
  expect(dates).toEqual(dates.toSorted().reverse());
  expect(selectAll('.skeleton', read('index.html'))).toEqual([]);
});

test.for(['date', 'title'])('the list of all by %s leads to every paper', (order) => {
  const papers = follow(`lists/${order}.html`, '[data-rows] a');
  expect(new Set(papers).size).toBe(COUNT);
  for (const path of papers) expect([path, existsSync(join(dist, path))]).toEqual([path, true]);
});

test('topics and years hold each paper once, those without one included', () => {
  for (const kind of ['topic', 'year']) {
    const lists = new Set(follow('index.html', `a[href*="lists/${kind}/"]`));
    const papers = [...lists].flatMap((path) => follow(path, '[data-rows] a'));
    expect([kind, papers.length, new Set(papers).size]).toEqual([kind, COUNT, COUNT]);
  }
});

test('a title that comes again is told by its year, or by the whole date, wherever it is named', () => {
  const rows = selectAll('[data-rows] a', read('lists/title.html'));
  const names = rows.map(textOf);
  const again = rows.filter(
    (row) => names.filter((name) => name.startsWith(`${textOf(row).split('〔')[0]}〔`)).length > 1,
  );
  expect(again.length).toBeGreaterThan(40);
  expect(names.filter((name) => /〔\d{4}〕$/.test(name)).length).toBeGreaterThan(20);
  expect(names.filter((name) => /〔\d{4}-\d\d-\d\d〕$/.test(name)).length).toBeGreaterThan(2);
  for (const row of again.slice(0, 5)) {
    const path = posix.join('lists', decodeURI(String(row.properties['href'])));
    expect(titleOf(path)).toBe(`${textOf(row)} - 研讨材料`);
    const source = String(select('[data-source]', read(path))?.properties['dataSource']);
    expect(source.endsWith(textOf(row).slice(textOf(row).indexOf('〔')))).toBe(
      textOf(row).includes('〔'),
    );
  }
});

test('no page of a large collection calls a paper by a number', () => {
  for (const path of ['index.html', 'lists/title.html', `papers/${LONGEST}.html`]) {
    expect(textOf(select('body', read(path)) ?? read(path))).not.toMatch(
      /第[一二三四五六七八九十百\d]+篇/,
    );
  }
});

test('a paper leads to the others of its topic and year', () => {
  const ways = follow(`papers/${LONGEST}.html`, 'nav[aria-label=同类篇目] a');
  expect(ways).toEqual(['lists/topic/民法.html', 'lists/year/2020.html']);
  for (const path of ways) {
    expect(follow(path, '[data-rows] a')).toContain(`papers/${LONGEST}.html`);
  }
});

test('the outline of a long paper is whole, and no other page loads what it needs', () => {
  const outline = readOutline(read(`papers/${ESSAY}.html`));
  expect(outline).toHaveLength(48);
  expect(outline.slice(0, 3)).toEqual([
    '一、扎实做好第一方面的生成工作',
    '  （一）推进第1项工作',
    '  （二）推进第2项工作',
  ]);
  const scripts = (path: string) => selectAll('script[src*=folding]', read(path)).length;
  expect(scripts(`papers/${ESSAY}.html`)).toBe(1);
  expect(scripts('papers/空白.html')).toBe(0);
});

test('home, lists and a long paper are valid HTML', async () => {
  for (const path of [
    'index.html',
    'lists/date.html',
    'lists/topic/行政法.html',
    'lists/year/2001.html',
    'lists/year/before-1980.html',
    `papers/${ESSAY}.html`,
  ]) {
    expect([path, await findHtmlErrors(join(dist, path))]).toEqual([path, []]);
  }
});

test('titles of sixty characters stand in lists as they are', () => {
  expect(selectAll('[data-rows] a', read('lists/title.html')).map(textOf)).toContain(LONG_TITLE);
});

test('no link or fragment is dead, whatever papers and topics are called', async () => {
  const { links } = await new LinkChecker().check({
    path: '**/*.html',
    serverRoot: dist,
    recurse: true,
    checkFragments: true,
    // Those of the page for unknown addresses begin with the site's own path.
    linksToSkip: ['^https://example.org/', '/laws/'],
  });
  expect(links.filter(({ state }) => state === 'BROKEN').map(({ url }) => url)).toEqual([]);
  expect(links.length).toBeGreaterThan(COUNT);
});
