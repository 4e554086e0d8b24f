import { expect, type Page, test } from './fixtures.ts';
import { findInPapers, foldPlainly } from './paper-texts.ts';

const PAPER = '/papers/02-xinxi-fuwu.html';

const readHits = (page: Page) =>
  page.evaluate(() => [...(CSS.highlights.get('hits') ?? [])].map(String));

test('提纲总览 is reached from the navigation, and each entry leads to its place', async ({
  page,
}) => {
  await page.goto('/');
  await page
    .getByRole('navigation', { name: '全站' })
    .getByRole('link', { name: '提纲总览' })
    .click();
  await expect(page.getByRole('heading', { name: '提纲总览' })).toBeVisible();
  await page.getByRole('link', { name: '四是健全预约反馈机制' }).click();
  await expect(page.locator('#s3-4')).toBeInViewport();
});

const SWITCHES = async (page: Page) => {
  await page.goto('/outline.html');
  const point = page.getByRole('link', { name: '一要抓调研促提升' });
  await expect(point).toBeVisible();
  await page.getByLabel('只看一级').check();
  await expect(point).toBeHidden();
  await expect(page.getByRole('link', { name: /^一、坚持学思践悟/ })).toBeVisible();
  await page.getByLabel('只看一级').uncheck();

  const color = (selector: string) =>
    point
      .locator(selector)
      .first()
      .evaluate((node) => getComputedStyle(node).color);
  const ink = () => point.evaluate((node) => getComputedStyle(node).color);
  expect(await color('.shared')).not.toBe(await ink());
  await page.getByLabel('不分浓淡').check();
  expect(await color('.shared')).toBe(await ink());
};

test('提纲总览 shows the first level alone, and all in one colour, on demand', async ({ page }) => {
  await SWITCHES(page);
});

test('提纲总览 stands in columns on a desk, in one on a phone', async ({ page }) => {
  await page.goto('/outline.html');
  const tops = () =>
    page
      .locator('main section')
      .first()
      .locator('ol')
      .first()
      .evaluate((list) => [...list.children].map((item) => item.getBoundingClientRect().top));
  await page.setViewportSize({ width: 1280, height: 900 });
  expect(new Set(await tops()).size).toBe(1);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(new Set(await tops()).size).toBe(3);
});

test('a line of 提法与文件 lands on its paragraph with that very place marked', async ({
  page,
}) => {
  await page.goto('/terms.html');
  const lines = page
    .locator('dl > div', { has: page.getByText('大普法', { exact: true }) })
    .locator('dd a');
  await expect(lines).toHaveCount(3);
  await lines.nth(1).click();
  await expect(page).toHaveURL(/#p\d+$/);
  await expect.poll(() => readHits(page)).toEqual(['大普法', '大普法', '大普法']);
  await expect(page.locator('[data-hits] output')).toHaveText('2／3 处');
});

test('a wording leads to its search, which finds as many', async ({ page }) => {
  await page.goto('/terms.html');
  const entry = page.locator('dl > div').first();
  await expect(entry.locator('dt')).toHaveText('三抓三促11 处，6 篇');
  await entry.locator('dt a').click();
  await expect(page.locator('#status')).toContainText('11 处');
  const counts = Object.values(findInPapers('三抓三促').counts);
  expect([counts.length, counts.reduce((sum, count) => sum + count, 0)]).toEqual([6, 11]);
});

const PARALLELS = async (page: Page) => {
  await page.goto(PAPER);
  const link = page.locator('.prose .parallel-link').first();
  await expect(link).toBeHidden();
  await page.getByRole('checkbox', { name: '同文' }).check();
  await expect(link).toBeVisible();
  const run = await page.locator('.prose .parallel').allTextContents();
  await link.click();
  await expect(page).not.toHaveURL(/02-xinxi/);
  return foldPlainly(run.join('')).replaceAll(/[^\p{L}\p{N}]/gu, '');
};

test('同文 is off until asked for, and leads to the same words in the other paper', async ({
  page,
}) => {
  const runs = await PARALLELS(page);
  await expect.poll(async () => (await readHits(page)).length).toBe(1);
  const [hit = ''] = await readHits(page);
  expect(hit.length).toBeGreaterThanOrEqual(12);
  expect(runs).toContain(foldPlainly(hit).replaceAll(/[^\p{L}\p{N}]/gu, ''));
  await expect(page.locator(':target')).toContainText(hit);
});

test('a permanent link shows under the pointer and to the keyboard, and names its place', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(PAPER);
  const link = page.getByRole('link', { name: '链接：第1段' });
  await expect(link).toHaveCSS('opacity', '0');
  await page.locator('#p1').hover();
  await expect(link).toHaveCSS('opacity', '1');
  await page.mouse.move(0, 0);
  await expect(link).toHaveCSS('opacity', '0');
  await page.getByRole('link', { name: '跳到提纲' }).focus();
  for (let press = 0; press < 20; press++) {
    await page.keyboard.press('Tab');
    if (await link.evaluate((node) => node === document.activeElement)) break;
  }
  await expect(link).toBeFocused();
  await expect(link).toHaveCSS('opacity', '1');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#p1$/);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('permanent links are there to touch', async ({ page }) => {
    await page.goto(PAPER);
    await page.locator('#s2').getByRole('link', { name: '链接' }).tap();
    await expect(page).toHaveURL(/#s2$/);
    const box = await page.getByRole('link', { name: '链接：第1段' }).boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(-4);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('提纲总览 and its switches work', async ({ page }) => {
    await SWITCHES(page);
  });

  test('提法与文件 is whole and its lines lead to their paragraphs', async ({ page }) => {
    await page.goto('/terms.html');
    await page.locator('dd a', { hasText: '保一稳三' }).click();
    await expect(page.locator(':target')).toContainText('齐心协力“保一稳三”。');
  });

  test('同文 shows and leads to the other paper', async ({ page }) => {
    await PARALLELS(page);
    await expect(page.locator(':target')).toBeVisible();
  });
});

test('printed, a paper has neither permanent links nor 同文', async ({ page }) => {
  await page.goto(PAPER);
  await page.getByRole('checkbox', { name: '同文' }).check();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.prose .permalink').first()).toBeHidden();
  await expect(page.locator('.prose .parallel-link').first()).toBeHidden();
});
