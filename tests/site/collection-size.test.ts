import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { selectAll } from 'hast-util-select';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePapers } from '../bench/make-papers.ts';
import { copyProject, type ProjectCopy, UNCOMPRESSED } from './build-copy.ts';
import { readPage } from './read-page.ts';

/** More than a page of a list holds. */
const MANY = 240;

const copies: ProjectCopy[] = [];

async function buildOf(count: number): Promise<string> {
  const project = await copyProject();
  copies.push(project);
  await makePapers(project.folder, count);
  const { code, output } = await project.build(UNCOMPRESSED);
  expect(output).not.toMatch(/warn|error/i);
  expect(code).toBe(0);
  return join(project.folder, 'dist');
}

let small: string;
let large: string;
beforeAll(async () => {
  small = await buildOf(6);
  large = await buildOf(MANY);
});
afterAll(async () => {
  await Promise.all(copies.map((copy) => copy.remove()));
});

test('a paper page is as large among many papers as among six', () => {
  // Few papers have their styles in the page, many link them.
  const size = (dist: string) =>
    readFileSync(join(dist, 'papers/00003.html'), 'utf8').replaceAll(
      /<style>[\s\S]*?<\/style>/g,
      '',
    ).length;
  expect(size(large) / size(small)).toBeGreaterThan(0.9);
  // Among more papers more passages are found again, and marked; these are made of each other's.
  expect(size(large) / size(small)).toBeLessThan(1.25);
});

test('the home page of many papers stays within 20 KiB, compressed, and 1,500 elements', () => {
  const home = join(large, 'index.html');
  expect(brotliCompressSync(readFileSync(home)).length).toBeLessThan(20 * 1024);
  expect(selectAll('*', readPage(home)).length).toBeLessThan(1500);
});

test('a list of more papers than fit goes on in further pages, which name every paper once', () => {
  const pages = ['lists/order.html', 'lists/order/2.html'].map((path) =>
    readPage(join(large, path)),
  );
  const links = pages.flatMap((page) => selectAll('[data-rows] a', page));
  expect(
    new Set(links.map(({ properties }) => String(properties['href']).split('/').at(-1))).size,
  ).toBe(MANY);
  expect(links).toHaveLength(MANY);
  expect(selectAll('nav[aria-label=分页] a', pages[0] as (typeof pages)[0])).toHaveLength(2);
});
