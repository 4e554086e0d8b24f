import { expect, test } from './fixtures.ts';
import { setMode, tagMode } from './modes.ts';

const PAGES = [
  '/',
  '/papers/02-xinxi-fuwu.html',
  '/search.html',
  '/outline.html',
  '/terms.html',
  '/offline.html',
];

for (const mode of ['light', '长辈'] as const) {
  const tag = tagMode(mode);
  test(`the header stands still from page to page, in one row, ${mode}`, { tag }, async ({
    page,
  }) => {
    await setMode(page, mode);
    for (const width of [390, 820, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const places = new Set<string>();
      for (const path of PAGES) {
        await page.goto(path);
        const boxes = await page
          .locator('body > header :is(.logo, nav, nav > *)')
          .evaluateAll((all) =>
            all.flatMap((each) => {
              const { x, y, width, height } = each.getBoundingClientRect();
              return width > 0 ? [[x, y + height / 2].map(Math.round)] : [];
            }),
          );
        places.add(JSON.stringify(boxes));
        const rows = boxes.map(([, y = 0]) => y);
        expect([width, path, Math.max(...rows) - Math.min(...rows) < 4]).toEqual([
          width,
          path,
          true,
        ]);
      }
      expect([width, [...places]]).toEqual([width, [[...places][0]]]);
    }
  });
}

test('of link and button in the header one alone says 检索', async ({ page }) => {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/terms.html');
    const header = page.locator('body > header');
    await expect(header.getByText('检索', { exact: true })).toHaveCount(1 + 1);
    await expect(header.getByRole('link', { name: '检索' })).toBeVisible();
    await expect(header.getByRole('button', { name: '检索' })).toBeHidden();
  }
  await page.getByRole('searchbox').fill('作风');
  await page.getByRole('searchbox').press('Enter');
  await expect(page).toHaveURL(/search\.html\?q=/);
});

test('the bars of the home page lead to the parts they stand for, and say what those are', async ({
  page,
}) => {
  await page.goto('/');
  const bar = page.locator('main > ol > li').nth(1).locator('svg a').nth(2);
  await expect(bar.locator('title')).toHaveText(/^二、突出全面性，让信息来源更有广度，\d+ 字$/);
  await bar.click();
  await expect(page).toHaveURL(/02-xinxi-fuwu\.html#s2$/);
});

test('the size of an edition is not broken', async ({ page }) => {
  for (let width = 320; width < 500; width += 12) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/');
    const lines = await page
      .locator('header small > span')
      .evaluateAll((all) => all.map((each) => each.getClientRects().length));
    expect([width, ...lines]).toEqual([width, 1, 1, 1]);
  }
});
