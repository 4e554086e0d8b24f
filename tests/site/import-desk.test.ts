import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DeskAnswer, DeskReceipt } from '../../src/importing/desk/desk-answer.ts';
import { makeDocx, paragraph } from '../unit/importing/make-docx.ts';
import { copyProject, type ProjectCopy } from './build-copy.ts';

const PORT = 4331;
const ORIGIN = `http://localhost:${PORT}`;

let project: ProjectCopy;
let server: ChildProcessWithoutNullStreams;

beforeAll(async () => {
  project = await copyProject();
  server = project.dev(PORT);
});
afterAll(async () => {
  if (server.pid) process.kill(-server.pid);
  await project.remove();
});

async function post<Answer>(path: string, body: Uint8Array<ArrayBuffer> | string, origin = ORIGIN) {
  const response = await fetch(ORIGIN + path, { method: 'POST', body, headers: { origin } });
  return (await response.json()) as Answer;
}

test('the desk of the development server shows a document, writes it as mended, and is nowhere else', async () => {
  const page = () =>
    fetch(`${ORIGIN}/import`).then(
      (answer) => answer.text(),
      () => '',
    );
  await expect.poll(page, { timeout: 60_000, interval: 250 }).toContain('<h1');
  expect(await page()).toContain('导入文稿');

  const docx = new Uint8Array(
    makeDocx({
      body: paragraph('关于工作的想法') + paragraph('一、抓学习') + paragraph('一要学。二要用。'),
    }),
  );
  const path = `/import/read?name=${encodeURIComponent('想法.docx')}&folder=${encodeURIComponent('学习')}`;
  const { papers } = await post<DeskAnswer>(path, docx);
  const [paper] = papers;
  expect(paper?.facts).toEqual({
    title: '关于工作的想法',
    date: '',
    topic: '学习',
    source: '',
    order: 7,
  });
  expect(paper?.html).toContain('<h2 id="s1">');
  expect(paper?.outline).toEqual(['一、抓学习', '　一要学', '　二要用']);

  const save = (facts: object, origin?: string) =>
    post<DeskReceipt>(
      '/import/save',
      JSON.stringify({ token: paper?.token, facts: { ...paper?.facts, ...facts } }),
      origin,
    );
  expect((await save({}, 'http://elsewhere.example')).failure).toContain('只能从本机');
  expect((await save({ date: '三月' })).failure).toContain('2023-03-01');
  const written = join(project.folder, 'content/papers');
  expect(await readdir(written)).toHaveLength(6);

  const { file, address } = await save({ title: '改好的题目', date: '2023-03-01', order: 9 });
  expect(await readFile(join(written, file ?? ''), 'utf8')).toBe(
    '---\ntitle: 改好的题目\norder: 9\ntopic: 学习\ndate: 2023-03-01\n---\n\n一、抓学习\n\n一要学。二要用。\n',
  );
  const made = () =>
    fetch(ORIGIN + address).then(
      (answer) => answer.text(),
      () => '',
    );
  await expect.poll(made, { timeout: 60_000, interval: 250 }).toContain('改好的题目');
  const again = await post<DeskAnswer>(path, docx);
  expect(again.papers[0]?.known).toBe(file);

  expect(existsSync('dist/import.html')).toBe(false);
});
