import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { selectAll } from 'hast-util-select';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePapers } from '../bench/make-papers.ts';
import { copyProject, type ProjectCopy } from './build-copy.ts';
import { readPage } from './read-page.ts';

const copies: ProjectCopy[] = [];

async function buildOf(count: number): Promise<string> {
  const project = await copyProject();
  copies.push(project);
  await makePapers(project.folder, count);
  const { code, output } = await project.build();
  expect(output).not.toMatch(/warn|error/i);
  expect(code).toBe(0);
  return join(project.folder, 'dist');
}

let small: string;
let large: string;
beforeAll(async () => {
  small = await buildOf(6);
  large = await buildOf(600);
});
afterAll(async () => {
  await Promise.all(copies.map((copy) => copy.remove()));
});

test('a paper page is as large among 600 papers as among six', () => {
  const size = (dist: string) => statSync(join(dist, 'papers/00003.html')).size;
  expect(size(large) / size(small)).toBeGreaterThan(0.9);
  // Among more papers more passages are found again, and marked; these are made of each other's.
  expect(size(large) / size(small)).toBeLessThan(1.25);
});

test('the home page lists all 600 within 64 KiB, compressed', () => {
  const home = readPage(join(large, 'index.html'));
  expect(selectAll('main h2 a', home)).toHaveLength(600);
  expect(selectAll('nav[aria-label=跳到] a', home)).toHaveLength(12);
  const bytes = brotliCompressSync(readFileSync(join(large, 'index.html'))).length;
  expect(bytes).toBeLessThan(64 * 1024);
});
