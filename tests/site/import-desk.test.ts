import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DeskAnswer, DeskReceipt } from '../../src/importing/desk/desk-answer.ts';
import { findChromium } from '../browser/find-chromium.ts';
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

/** @returns The page, once the server answers. */
async function waitForDesk(): Promise<string> {
  const page = () =>
    fetch(`${ORIGIN}/import`).then(
      (answer) => answer.text(),
      () => '',
    );
  await expect.poll(page, { timeout: 60_000, interval: 250 }).toContain('<h1');
  return page();
}

test('the desk of the development server shows a document, writes it as mended, and is nowhere else', async () => {
  expect(await waitForDesk()).toContain('导入文稿');

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
  expect((await save({ order: 3 })).failure).toMatch(/次序 3 已被 03-yibao-fuwu\.md 使用/);
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

test('a folder dropped on the desk is listed, mended and put away with the keyboard alone', async () => {
  await waitForDesk();
  const dropped = await mkdtemp(join(tmpdir(), 'dropped-'));
  await mkdir(join(dropped, '学习'));
  const body = (title: string) => paragraph(title) + paragraph('抓好“落实。');
  await writeFile(join(dropped, '学习/甲.docx'), makeDocx({ body: body('甲的想法') }));
  await writeFile(join(dropped, '乙.docx'), makeDocx({ body: body('乙的想法') }));
  await writeFile(join(dropped, '扫描.pdf'), '%PDF-1.7');
  await writeFile(join(dropped, '表.xlsx'), 'no document');

  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const said: string[] = [];
    page.on('console', (message) => {
      if (message.type() !== 'debug') said.push(message.text());
    });
    page.on('pageerror', (error) => said.push(error.message));
    await page.goto(`${ORIGIN}/import`, { waitUntil: 'networkidle' });
    await drop(page, dropped);

    const rows = page.locator('.papers > details');
    await expect.poll(() => rows.count()).toBe(2);
    const status = page.getByRole('status').first();
    await expect.poll(() => status.innerText()).toMatch(/^3 个文件：待存 2 篇.*没有收 1 个文件/);
    expect(await page.locator('.refused').innerText()).toMatch(/扫描\.pdf[\s\S]*PDF 转 Word/);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);

    const row = rows.filter({ hasText: '甲的想法' });
    await rows.last().locator('summary').first().focus();
    if (!(await row.evaluate((each) => each.matches(':focus-within')))) {
      await page.keyboard.press('Shift+Tab');
    }
    await page.keyboard.press('Enter');
    const value = (name: string) => row.locator(`input[name=${name}]`).inputValue();
    expect([await value('topic'), await value('title')]).toEqual(['学习', '甲的想法']);
    expect(await row.locator('.report').innerText()).toContain('不成对');
    expect(await row.locator('.sheet').innerText()).toContain('抓好“落实。');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('改过的题目');
    expect(await row.locator('.sheet h2').innerText()).toBe('改过的题目');
    await page.keyboard.press('Enter');
    await expect.poll(() => row.innerText()).toMatch(/已存入 甲\.md/);
    const written = join(project.folder, 'content/papers/甲.md');
    expect(await readFile(written, 'utf8')).toMatch(
      /^---\ntitle: 改过的题目\norder: \d+\ntopic: 学习\n---\n\n抓好“落实。\n$/,
    );
    expect(said).toEqual([]);
  } finally {
    await browser.close();
    await rm(dropped, { recursive: true });
  }
});

/** Drops a folder on the page, as a hand would. */
async function drop(page: Page, folder: string): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const box = await page.locator('.area').boundingBox();
  const place = { x: (box?.x ?? 0) + 40, y: (box?.y ?? 0) + 20 };
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await client.send('Input.dispatchDragEvent', { type, ...place, data });
  }
}
