import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIndex } from '../../src/search/indexing/build-index.ts';
import type { IndexedPaper } from '../../src/search/search-document.ts';
import { expect, type Page, test } from './fixtures.ts';
import { findViolations } from './modes.ts';

/*
 * Results of a large collection, on the one built site: its search page is given the index of another
 * collection.
 */

const COUNT = 60;
const TOPICS = ['行政法', '社会法', ''];

/** The n-th has n % 7 + 1 hits of 赔偿, an article each. */
function makePaper(index: number): IndexedPaper {
  const hits = (index % 7) + 1;
  const title = index < 2 ? '国家赔偿法' : `第${index}号条例`;
  return {
    id: `law (${index})`,
    name: title,
    distinction: index < 2 ? String(2010 + index) : '',
    label: '',
    title,
    topic: TOPICS[index % 3] ?? '',
    date: index % 10 === 9 ? '' : `${2010 + (index % 10)}-03-01`,
    characters: 100,
    digest: String(index),
    read: async () => ({
      passages: [
        { id: 's1', text: '第一章 总则', places: [] },
        ...Array.from({ length: hits }, (_, hit) => ({
          id: `p${hit + 1}`,
          text: `第${hit + 1}条　应当赔偿损失。`,
          places: [[0, `a${hit + 1}`]] as [number, string][],
        })),
      ],
      entries: {
        s1: { text: '第一章 总则', ordinal: '第一章' },
        ...Object.fromEntries(
          Array.from({ length: hits }, (_, hit) => {
            const ordinal = `第${hit + 1}条`;
            return [`a${hit + 1}`, { text: ordinal, ordinal, isArticle: true, parent: 's1' }];
          }),
        ),
      },
    }),
  };
}

let folder: string;
let manifest: string;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'large-'));
  const papers = Array.from({ length: COUNT }, (_, index) => makePaper(index));
  manifest = await buildIndex({ papers, variants: '' }, folder);
});
test.afterAll(async () => {
  await rm(folder, { recursive: true });
});

const status = (page: Page) => page.locator('#status');
const sections = (page: Page) => page.locator('#results section:visible');
const requests: string[] = [];

async function openSearch(page: Page, query: string, more = ''): Promise<void> {
  requests.length = 0;
  await page.route('**/search.html*', async (route) => {
    const response = await route.fetch();
    const body = (await response.text())
      .replace(/data-manifest="[^"]+"/, `data-manifest="${manifest}" data-large`)
      .replace('<main ', '<main data-large ');
    await route.fulfill({ response, body });
  });
  await page.route('**/search/**', async (route) => {
    const path = decodeURIComponent(new URL(route.request().url()).pathname);
    const file = path.slice(path.lastIndexOf('/search/') + '/search/'.length);
    requests.push(file);
    await route.fulfill({ body: await readFile(join(folder, file)) });
  });
  await page.goto(`/search.html?${new URLSearchParams({ q: query })}${more}`);
  await expect(page.locator('#results')).toHaveAttribute('aria-busy', 'false');
}

test.describe('a large collection @network', () => {
  test('shows every paper’s count, and draws ten of them, by their titles', async ({ page }) => {
    await openSearch(page, '赔偿');
    const expected = Array.from({ length: COUNT }, (_, index) => [
      `law (${index})`,
      String((index % 7) + 1),
    ]);
    const counts = await page
      .locator('#results [data-paper]')
      .evaluateAll((all) =>
        all.map((each) => [each.getAttribute('data-paper'), each.getAttribute('data-count')]),
      );
    expect(counts.sort()).toEqual(expected.sort());
    await expect(status(page)).toContainText('在 60 篇中出现');
    await expect(sections(page)).toHaveCount(10);
    await expect(sections(page).first().locator('h2')).toHaveText('国家赔偿法〔2011〕');
    await expect(sections(page).first().locator('header p')).toHaveText(/社会法2011-03-012 处/);
    await page.getByRole('button', { name: '再看 10 篇（还有 50 篇）' }).click();
    await expect(sections(page)).toHaveCount(20);
    await expect(sections(page).nth(10).locator('h2 a')).toBeFocused();
    await expect(sections(page).nth(10).locator('li')).not.toHaveCount(0);
  });

  test('draws three hits of each under chapter and article, and more on demand', async ({
    page,
  }) => {
    await openSearch(page, '赔偿', '&topic=&year=2015');
    const first = sections(page).first();
    await expect(first.locator('li')).toHaveCount(3);
    await expect(first.locator('li').first()).toHaveText('第一章 总则第1条应当赔偿损失。');
    const count = Number(await first.getAttribute('data-count'));
    await first.getByRole('button', { name: `还有 ${count - 3} 处` }).click();
    await expect(first.locator('li')).toHaveCount(count);
    await expect(first.locator('li').nth(3).locator('a')).toBeFocused();
    await expect(first.getByRole('button')).toHaveCount(0);
  });

  test('has as many papers, with their hits, on the way back from one', async ({ page }) => {
    await openSearch(page, '赔偿');
    await page.getByRole('button', { name: /再看 10 篇/ }).click();
    const last = sections(page).nth(19);
    await last.scrollIntoViewIfNeeded();
    await expect(last.locator('li')).not.toHaveCount(0);
    const link = last.locator('h2 a');
    const before = await link.boundingBox();
    await page.goto('/index.html');
    await page.goBack();
    await expect(sections(page)).toHaveCount(20);
    await expect.poll(async () => (await link.boundingBox())?.y).toBe(before?.y);
  });

  test('is narrowed by topic and year, with true counts, in the address', async ({ page }) => {
    await openSearch(page, '赔偿');
    const rail = page.locator('#narrowing');
    await expect(rail.getByRole('button', { name: '关闭' })).toBeHidden();
    const choice = (name: string) => rail.getByRole('button', { name, exact: true });
    await expect(rail.getByRole('list').first().getByRole('button')).toHaveText([
      '不限60',
      '行政法20',
      '社会法20',
      '没有主题20',
    ]);
    await choice('社会法 20').click();
    await expect(page.locator('#results [data-paper]')).toHaveCount(20);
    await expect(choice('社会法 20')).toBeFocused();
    await choice('2013 2').click();
    await expect(page.locator('#results [data-paper]')).toHaveCount(2);
    await expect(status(page)).toContainText('现在只看社会法、2013的 2 篇');
    const address = new URL(page.url()).searchParams;
    expect([address.get('topic'), address.get('year')]).toEqual(['社会法', '2013']);
    await page.goBack();
    await expect(page.locator('#results [data-paper]')).toHaveCount(20);
    await page.getByRole('button', { name: '按日期' }).click();
    await expect(sections(page).first().locator('header p')).toContainText('2018-03-01');
  });

  test('is narrowed on a phone in a sheet, which then is closed', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await openSearch(page, '赔偿');
    await expect(page.locator('#narrowing')).toBeHidden();
    await page.getByRole('button', { name: /^主题/ }).click();
    await page
      .locator('#narrowing')
      .getByRole('button', { name: /行政法/ })
      .click();
    await expect(page.locator('#results [data-paper]')).toHaveCount(20);
    await expect(page.locator('#narrowing')).toBeHidden();
    await expect(page.getByRole('button', { name: /^主题/ })).toHaveText('主题行政法');
    await expect(page.getByRole('button', { name: /^主题/ })).toBeFocused();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBe(0);
  });

  test('is not asked while somebody types, but at once by Enter', async ({ page }) => {
    await page.clock.install();
    await openSearch(page, '没有');
    // However slow the machine is, no key is followed by a pause.
    await page.clock.pauseAt(Date.now() + 60_000);
    const box = page.getByRole('searchbox');
    await box.fill('');
    requests.length = 0;
    await box.pressSequentially('应当赔偿');
    expect(requests).toEqual([]);
    await box.press('Enter');
    await expect(status(page)).toContainText('“应当赔偿”在 60 篇中');
    expect(requests.filter((path) => path.startsWith('words/')).length).toBeLessThanOrEqual(2);
  });

  test('seeks the longest part of what it does not find on request only', async ({ page }) => {
    await openSearch(page, '无应当赔偿无');
    await expect(status(page)).toHaveText('没有找到“无应当赔偿无”。');
    await page.getByRole('button', { name: '找最长的一段' }).click();
    await expect(page.locator('#results ul a')).toHaveText('应当赔偿');
    await expect(page.locator('#results ul a')).toBeFocused();
  });

  test('offers its titles by pinyin, told apart by year', async ({ page }) => {
    await openSearch(page, 'peichangfa');
    await expect(page.locator('#offers a')).toHaveText([
      '国家赔偿法〔2010〕',
      '国家赔偿法〔2011〕',
    ]);
  });

  test('has nothing axe finds', async ({ page }) => {
    await openSearch(page, '赔偿', '&topic=行政法');
    expect(await findViolations(page)).toEqual([]);
  });
});
