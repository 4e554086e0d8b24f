import { expect, type Page, test } from './fixtures.ts';
import type { LargeSource } from './large-site.ts';

const PHONE = { width: 390, height: 844 };

const outline = (page: Page) => page.getByRole('navigation', { name: '提纲' });
const current = (page: Page) => page.locator('#outline [aria-current]');
const article = (page: Page, number: number | string) =>
  page.locator(`nav[aria-label="提纲"] [data-article="${number}"]`);

/** The paper with the most articles. */
function findLongest(sources: readonly LargeSource[]): string {
  const count = ({ paragraphs }: LargeSource) =>
    paragraphs.filter((paragraph) => /^第.{1,7}条[\s　]/.test(paragraph)).length;
  const [longest] = sources.toSorted((one, other) => count(other) - count(one));
  return `/papers/${longest?.id}.html`;
}

test('levels are folded, the one being read is open, and what the reader opened stays', async ({
  page,
  sources,
}) => {
  await page.goto(findLongest(sources));
  await expect(article(page, 1)).toBeHidden();
  const chapters = outline(page).locator('> ol > .level');
  const last = chapters.last();
  await last.getByRole('button').first().click();
  await expect(last.locator('ol').first()).toBeVisible();
  await expect(last.getByRole('button').first()).toHaveAttribute('aria-expanded', 'true');
  await page.locator('#a1').evaluate((node) => node.scrollIntoView({ behavior: 'instant' }));
  await expect(article(page, 1)).toBeVisible();
  await expect(article(page, 1)).toHaveAttribute('aria-current', 'location');
  await expect(last.locator('ol').first()).toBeVisible();
  const first = chapters.first();
  await last.locator(':scope > a').click();
  await expect(first.locator('ol').first()).toBeHidden();
});

test('the field leads to an article however its number is written, by keyboard alone', async ({
  page,
  sources,
}) => {
  await page.goto(findLongest(sources));
  const field = page.locator('#outline').getByRole('textbox', { name: '跳到第几条' });
  for (const [typed, number] of [
    ['12', 12],
    ['二十', 20],
    ['第七条', 7],
    ['第 ３ 条', 3],
  ] as const) {
    await field.fill(typed);
    await field.press('Enter');
    await expect(page).toHaveURL(new RegExp(`#a${number}$`));
    await expect(page.locator(`#a${number}`)).toBeInViewport();
    await expect(current(page)).toHaveCount(1);
    await expect(article(page, number)).toHaveAttribute('aria-current', 'location');
    await expect(page.locator('[data-running] b')).toHaveText(/^第.+条/);
  }
  for (const typed of ['99999', '总则']) {
    await field.fill(typed);
    await field.press('Enter');
    await expect(page.locator('#outline').getByRole('alert')).toContainText('没有这一条');
    await expect(page).toHaveURL(/#a3$/);
  }
});

test('title, outline and controls share the window and never lie over each other', async ({
  page,
  sources,
}) => {
  await page.goto(findLongest(sources));
  for (const height of [900, 560]) {
    await page.setViewportSize({ width: 1280, height });
    for (const top of [0, 40, 2000]) {
      await page.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), top);
      await expect
        .poll(async () => {
          const parts = ['#outline .head', '#outline nav', '#outline .controls'];
          const boxes = await Promise.all(parts.map((part) => page.locator(part).boundingBox()));
          return boxes.every((box, index) => {
            const next = boxes[index + 1];
            const end = (box?.y ?? 0) + (box?.height ?? 0);
            return (box?.height ?? 0) > 20 && end <= (next ? next.y + 1 : height + 1);
          });
        })
        .toBe(true);
    }
  }
});

test.describe('on a phone', () => {
  test.use({ viewport: PHONE, hasTouch: true });

  test('the sheet opens at the current entry, has a field to jump and a button to close', async ({
    page,
    sources,
  }) => {
    await page.goto(findLongest(sources));
    const field = page.locator('.tools').getByRole('textbox', { name: '跳到第几条' });
    await field.fill('30');
    await page.locator('.tools').getByRole('button', { name: '跳到' }).tap();
    await expect(page.locator('#a30')).toBeInViewport();
    await page.getByRole('button', { name: '提纲', exact: true }).tap();
    await expect(article(page, 30)).toBeInViewport();
    await expect(page.locator('#outline').getByRole('textbox')).toBeInViewport();
    const box = await page.locator('#outline').boundingBox();
    expect(Math.round(((box?.height ?? 0) / PHONE.height) * 100)).toBe(82);
    await page.getByRole('button', { name: '关闭' }).tap();
    await expect(page.locator('#outline')).toBeHidden();
    await page.getByRole('button', { name: '提纲', exact: true }).tap();
    await article(page, 30).tap();
    await expect(page.locator('#outline')).toBeHidden();
    await expect(page.locator('#a30')).toBeInViewport();
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('all levels are open and every entry leads to its place', async ({ page, sources }) => {
    await page.goto(findLongest(sources));
    await expect(outline(page).getByRole('button')).toHaveCount(0);
    await expect(page.getByRole('textbox', { name: '跳到第几条' })).toHaveCount(0);
    await article(page, 25).click();
    await expect(page.locator('#a25')).toBeInViewport();
    await expect(page.getByLabel('只看提要')).toBeInViewport();
  });
});
