import { expect, test } from './fixtures.ts';
import { findViolations, MODES, setMode } from './modes.ts';
import { findInPapers } from './paper-texts.ts';

const PORTABLE = '/研讨材料.html';

test.use({ offline: true });

for (const mode of MODES) {
  for (const width of [1280, 390]) {
    test(`axe finds nothing in the portable edition, ${mode}, ${width} px @portable`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      await setMode(page, mode);
      await page.goto(PORTABLE);
      expect(await findViolations(page)).toEqual([]);
      await page.getByRole('searchbox').fill('工作');
      await expect(page.locator('#results mark').first()).toBeVisible();
      expect(await findViolations(page)).toEqual([]);
    });
  }
}

test('the portable edition does not scroll sideways at 320 px @portable', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(PORTABLE);
  for (const size of ['100%', '200%']) {
    await page.evaluate((value) => {
      document.documentElement.style.fontSize = value;
    }, size);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  }
});

test('a line found in the portable edition leads to its place, and on to the next @portable', async ({
  page,
}) => {
  await page.goto(PORTABLE);
  await page.getByRole('searchbox').fill('抓典型');
  const line = page.locator('#results li a[href*="#"]:has(mark)').first();
  await line.click();
  await expect(page.locator(':target')).toBeInViewport();
  const bar = page.getByRole('complementary', { name: '检索到的各处' });
  const [count = 0] = Object.values(findInPapers('抓典型').counts);
  await expect(bar.locator('output')).toHaveText(`1／${count} 处`);
  await expect
    .poll(() => page.evaluate(() => [...(CSS.highlights.get('hits') ?? [])].map(String)))
    .toEqual(Array.from({ length: count }, () => '抓典型'));
  if (count > 1) {
    await bar.getByRole('button', { name: '下一处' }).click();
    await expect(bar.locator('output')).toHaveText(`2／${count} 处`);
  }
});

test('the contents of the portable edition lead to each entry @portable', async ({ page }) => {
  await page.goto(PORTABLE);
  await page
    .getByRole('navigation', { name: '目录' })
    .getByRole('link', { name: '五是健全考核奖惩机制' })
    .click();
  await expect(page.locator(':target')).toBeInViewport();
  await expect(page.locator(':target')).toContainText('五是健全考核奖惩机制');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the portable edition is whole, and says how else to search @portable', async ({ page }) => {
    await page.goto(PORTABLE);
    await expect(page.locator('article')).toHaveCount(6);
    await expect(page.locator('noscript p')).toBeVisible();
  });
});
