import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { select } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject, type ProjectCopy, UNCOMPRESSED } from './build-copy.ts';
import { readPage } from './read-page.ts';

/** One paper that has neither headings nor points, neither wordings nor works. */
const PAPER = '---\ntitle: 短文\norder: 1\n---\n\n只有一句话。\n';

let project: ProjectCopy;
beforeAll(async () => {
  project = await copyProject();
  const papers = join(project.folder, 'content/papers');
  await rm(papers, { recursive: true });
  await mkdir(papers);
  await project.write('content/papers/短文.md', PAPER);
  const { code, output } = await project.build(UNCOMPRESSED);
  expect(output).not.toMatch(/warn|error/i);
  expect(code, output).toBe(0);
});
afterAll(() => project.remove());

const read = (page: string) => {
  const main = select('main', readPage(join(project.folder, 'dist', page)));
  return textOf(main ?? { type: 'root', children: [] });
};

test('the home page and the paper name what there is, and no zeros', () => {
  expect(read('index.html')).toContain('短文');
  expect(read('index.html')).not.toMatch(/(?<![\d,])0 /);
  expect(read('papers/短文.html')).toContain('只有一句话。');
});

test('the pages that compare say so where there is nothing to compare', () => {
  expect(read('outline.html')).toContain('短文');
  expect(read('terms.html')).toContain('文稿里还没有可列的提法和文件。');
});
