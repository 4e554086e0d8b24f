import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIndex } from '../../src/search/indexing/build-index.ts';
import type { IndexedPaper } from '../../src/search/search-document.ts';
import { expect, type Page, test } from './fixtures.ts';

/*
 * More hits than can be drawn: the one built site's search page is given the index of another
 * collection.
 */

const PAPERS = 20;
const HITS = 600;

/** Each paragraph has one hit, and another word behind it. */
function makePaper(index: number): IndexedPaper {
  return {
    id: `paper-${index}`,
    name: `第${index + 1}篇`,
    distinction: '',
    label: `第${index + 1}篇`,
    title: `题目${index + 1}`,
    topic: '',
    date: `${2020 + (index % 3)}-01-01`,
    characters: HITS * 10,
    digest: String(index),
    read: async () => ({
      passages: Array.from({ length: HITS }, (_, at) => ({
        id: `p${at + 1}`,
        text: `应当赔偿${'损失费用责任义务'[(at * 7 + index) % 8]}第${index * HITS + at + 1}项。`,
        places: [],
      })),
      entries: {},
    }),
  };
}

let folder: string;
let manifest: string;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lines-'));
  const papers = Array.from({ length: PAPERS }, (_, index) => makePaper(index));
  manifest = await buildIndex({ papers, variants: '' }, folder);
});
test.afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function openLarge(page: Page, address: string): Promise<void> {
  await page.route('**/search.html*', async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    const body = text.replace(/data-manifest="[^"]+"/, `data-manifest="${manifest}"`);
    await route.fulfill({ response, body });
  });
  await page.route('**/search/**', async (route) => {
    const file = new URL(route.request().url()).pathname.replace(/^.*\/search\//, '');
    await route.fulfill({ body: await readFile(join(folder, file)) });
  });
  await page.goto(address);
}

test('of 12,000 lines those near the screen are drawn, and each is reached @network', async ({
  page,
}) => {
  await openLarge(page, '/search.html?q=赔偿&view=kwic&align=place');
  await expect(page.locator('#status')).toHaveText('“赔偿”在 20 篇中出现 12000 处。');
  const lines = page.locator('#results ol[data-lines] li');
  await expect(lines.first()).toContainText('第1项');
  expect(await lines.count()).toBeLessThan(200);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect(lines.last()).toContainText('第12000项');
  await expect(lines.last()).toBeInViewport();
  expect(await lines.count()).toBeLessThan(200);
  await page.getByRole('button', { name: '分布' }).click();
  await page.getByText('看成表格').click();
  await expect(page.locator('[data-years] rect')).toHaveCount(3);
  await expect(page.getByRole('table', { name: '各年' }).getByRole('rowheader')).toHaveText([
    '2020',
    '2021',
    '2022',
  ]);
});

test('what takes its time tells how far it is, and can be stopped @network', async ({ page }) => {
  await openLarge(page, '/search.html?q=赔偿');
  await expect(page.locator('#status')).toHaveText('“赔偿”在 20 篇中出现 12000 处。');
  await page.route('**/search/texts/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await route.fallback();
  });
  let downloads = 0;
  page.on('download', () => downloads++);
  await page.getByRole('button', { name: '存为表格' }).click();
  const stop = page.getByRole('button', { name: '停止' });
  await expect(page.locator('#status')).toHaveText(/^正在查找……\d+／20 篇停止$/);
  await stop.press('Enter');
  await expect(page.locator('#status')).toHaveText('“赔偿”在 20 篇中出现 12000 处。');
  await page.unroute('**/search/texts/**');
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: '存为表格' }).click();
  await coming;
  await expect(page.locator('#status')).toHaveText('已存为表格，12000 行。');
  expect(downloads).toBe(1);
});
