import { expect, type Page, test } from './fixtures.ts';

const PAPER = '/papers/02-xinxi-fuwu.html';
const PHONE = { width: 390, height: 844 };

const outlineEntry = (page: Page, text: string) =>
  page.getByRole('navigation', { name: '提纲' }).getByRole('link', { name: text });
const current = (page: Page) => page.locator('nav[aria-label="提纲"] [aria-current]');

test('an outline link lands on its heading or point, below the top of the window', async ({
  page,
}) => {
  await page.goto(PAPER);
  for (const [text, id] of [
    ['二、突出全面性', '#s2'],
    ['四是健全预约反馈机制', '#s3-4'],
  ] as const) {
    await outlineEntry(page, text).click();
    await expect(page).toHaveURL(new RegExp(`${id}$`));
    await expect(page.locator(id)).toBeInViewport();
    await expect(page.locator(id)).toContainText(text);
    await expect
      .poll(async () => (await page.locator(id).boundingBox())?.y ?? -1)
      .toBeGreaterThanOrEqual(0);
  }
});

test('the outline marks what is being read while scrolling', async ({ page }) => {
  await page.goto(PAPER);
  await expect(current(page)).toHaveCount(0);
  for (const id of ['s1', 's2-2', 's3-1']) {
    await page.evaluate((anchor) => {
      const top = document.getElementById(anchor)?.getBoundingClientRect().top ?? 0;
      scrollTo({ top: scrollY + top - 60, behavior: 'instant' });
    }, id);
    await expect(current(page)).toHaveAttribute('href', `#${id}`);
  }
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await expect(current(page)).toHaveCount(0);
});

test('before the first entry the paper itself is marked', async ({ page }) => {
  await page.goto(PAPER);
  const marked = page.locator('#outline [aria-current]');
  await expect(marked).toHaveText('第二篇');
  await outlineEntry(page, '一、突出').click();
  await expect(marked).toHaveAttribute('href', '#s1');
});

test('an entry that is followed is the one marked, however near the end it stands', async ({
  page,
}) => {
  await page.goto(PAPER);
  const entries = page.locator('nav[aria-label="提纲"] a');
  const ids = (
    await entries.evaluateAll((all) => all.map((link) => link.getAttribute('href')))
  ).slice(-6);
  for (const id of ids) {
    await page.locator(`nav[aria-label="提纲"] a[href="${id}"]`).click();
    await expect(page.locator(id ?? '')).toBeInViewport();
    await expect(current(page)).toHaveAttribute('href', id ?? '');
  }
  for (const id of ids) {
    await page.goto('/');
    await page.goto(`${PAPER}${id}`);
    await expect(current(page)).toHaveAttribute('href', id ?? '');
  }
  // A paragraph's address marks the entry it stands under.
  const paragraph = await page.locator('#s3 + p').getAttribute('id');
  await page.goto('/');
  await page.goto(`${PAPER}#${paragraph}`);
  await expect(current(page)).toHaveAttribute('href', '#s3');
});

test('the end of a paper marks its last entry, once the reader has gone there', async ({
  page,
}) => {
  // A wheel that turns while the page still glides to its anchor is not heard.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${PAPER}#s3-3`);
  await expect(current(page)).toHaveAttribute('href', '#s3-3');
  await page.mouse.move(900, 400);
  await page.mouse.wheel(0, -3000);
  await expect(current(page)).toHaveCount(0);
  await page.mouse.wheel(0, 90_000);
  await expect(current(page)).toHaveAttribute('href', '#s3-5');
});

test('the text is never narrower in a wider window', async ({ page }) => {
  await page.goto(PAPER);
  let before = 0;
  for (let width = 320; width <= 2560; width += 32) {
    await page.setViewportSize({ width, height: 800 });
    const box = await page.locator('.prose').boundingBox();
    expect([width, (box?.width ?? 0) >= before - 1]).toEqual([width, true]);
    before = box?.width ?? 0;
  }
  await page.setViewportSize({ width: 1024, height: 768 });
  await expect(page.getByRole('navigation', { name: '提纲' })).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: PHONE, hasTouch: true });

  test('the sheet opens at the current entry and has a button to close it', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 480 });
    await page.goto(`${PAPER}#s3-4`);
    await page.getByRole('button', { name: '提纲' }).tap();
    await expect(current(page)).toHaveAttribute('href', '#s3-4');
    await expect(current(page)).toBeInViewport({ ratio: 1 });
    await page.getByRole('button', { name: '关闭' }).tap();
    await expect(page.locator('#outline')).toBeHidden();
  });

  test('the outline is one touch away and closes when an entry is chosen', async ({ page }) => {
    await page.goto(PAPER);
    const outline = page.locator('#outline');
    await expect(outline).toBeHidden();
    await page.getByRole('button', { name: '提纲' }).tap();
    await expect(outline).toBeVisible();
    await outlineEntry(page, '三、突出精准性').tap();
    await expect(outline).toBeHidden();
    await expect(page.locator('#s3')).toBeInViewport();
  });
});

test('只看提要 leaves headings and leads, and an outline link unfolds one point', async ({
  page,
}) => {
  await page.goto(PAPER);
  const intro = page.locator('#p1');
  const rest = page.locator('#s1-1 > .rest');
  await expect(intro).toBeVisible();
  await page.getByLabel('只看提要').check();
  await expect(intro).toBeHidden();
  await expect(rest).toBeHidden();
  await expect(page.locator('#s1')).toBeVisible();
  await expect(page.locator('#s1-1 > .lead')).toBeVisible();
  await outlineEntry(page, '一是紧扣').click();
  await expect(rest).toBeVisible();
  await expect(page.locator('#s1-2 > .rest')).toBeHidden();
  await page.getByLabel('只看提要').uncheck();
  await expect(intro).toBeVisible();
});

test('a paper without headings folds to its points, one without points to its headings', async ({
  page,
}) => {
  await page.goto('/papers/03-yibao-fuwu.html');
  await page.getByLabel('只看提要').check();
  await expect(page.locator('#s2 > .lead')).toBeVisible();
  await expect(page.locator('#p1')).toBeHidden();
  await page.goto('/papers/05-shizhi-bianxiu.html');
  await page.getByLabel('只看提要').check();
  await expect(page.locator('#s2')).toBeVisible();
  await expect(page.locator('.prose p').first()).toBeHidden();
});

test('previous and next lead through the papers in their order', async ({ page }) => {
  await page.goto('/');
  await page
    .getByRole('link', { name: /三坚持三创新/ })
    .first()
    .click();
  for (const name of ['第二篇', '第三篇', '第四篇', '第五篇', '第六篇']) {
    await page.locator('a[rel=next]').click();
    await expect(page.locator('.kicker')).toContainText(name);
  }
  await expect(page.locator('a[rel=next]')).toHaveCount(0);
  await page.locator('a[rel=prev]').click();
  await expect(page.locator('.kicker')).toContainText('第五篇');
});

test('the home page leads to the very point', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: '三是争当遵规守纪的表率' }).click();
  await expect(page).toHaveURL(/06-dangzheng-ban\.html#s3-3$/);
  await expect(page.locator('#s3-3')).toBeInViewport();
});

test('printing gives the paper alone, points run together as in the source', async ({ page }) => {
  await page.goto(PAPER);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation', { name: '全站' })).toBeHidden();
  await expect(page.locator('#outline')).toBeHidden();
  await expect(page.locator('#s1-2')).toHaveCSS('display', 'inline');
  await expect(page.getByText('来源：')).toBeVisible();
  await expect(page.locator('#s1')).toHaveCSS('font-family', /^SimHei/);
  // GB/T 9704: 28 characters a line of 156 mm.
  const { size, width } = await page.locator('.prose').evaluate((prose) => {
    const style = getComputedStyle(prose);
    return { size: Number.parseFloat(style.fontSize), width: prose.getBoundingClientRect().width };
  });
  expect(Math.round(width / size)).toBe(28);
});
