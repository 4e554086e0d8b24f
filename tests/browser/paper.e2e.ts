import { expect, type Locator, type Page, test } from './fixtures.ts';

const PAPER = '/papers/02-xinxi-fuwu.html';
const LAST = '/papers/06-dangzheng-ban.html';
const PHONE = { width: 390, height: 844 };

const outlineEntry = (page: Page, text: string) =>
  page.getByRole('navigation', { name: '提纲' }).getByRole('link', { name: text });
const current = (page: Page) => page.locator('#outline li [aria-current]');

test('an outline link lands on its heading or point, below the top of the window', async ({
  page,
  place,
}) => {
  await page.goto(PAPER);
  for (const [text, id] of [
    ['二、突出全面性', '#s2'],
    ['四是健全预约反馈机制', '#s3-4'],
  ] as const) {
    const { hash, element } = place(PAPER + id);
    await outlineEntry(page, text).click();
    await expect(page).toHaveURL(new RegExp(`${hash}$`));
    await expect(element).toBeInViewport();
    await expect(element).toContainText(text);
    await expect.poll(async () => (await element.boundingBox())?.y ?? -1).toBeGreaterThanOrEqual(0);
  }
});

test('the outline marks what is being read while scrolling', async ({ page, place }) => {
  await page.goto(PAPER);
  await expect(current(page)).toHaveCount(0);
  for (const id of ['#s1', '#s2-2', '#s3-1']) {
    const { hash, element } = place(PAPER + id);
    await element.evaluate((node) => {
      const { top } = node.getBoundingClientRect();
      scrollTo({ top: scrollY + top - 60, behavior: 'instant' });
    });
    await expect(current(page)).toHaveAttribute('href', hash);
  }
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await expect(current(page)).toHaveCount(0);
});

test('before the first entry the paper itself is marked', async ({ page, place }) => {
  await page.goto(PAPER);
  const marked = page.locator('#outline [aria-current]');
  await expect(marked).toHaveText('第二篇');
  await outlineEntry(page, '一、突出').click();
  await expect(marked).toHaveAttribute('href', place(`${PAPER}#s1`).hash);
});

test('an entry that is followed is the one marked, however near the end it stands', async ({
  page,
  place,
}) => {
  const ids = ['#s3', '#s3-1', '#s3-2', '#s3-3', '#s3-4', '#s3-5'];
  await page.goto(PAPER);
  for (const id of ids) {
    const { hash, element } = place(PAPER + id);
    await page.locator(`#outline li a[href="${hash}"]`).click();
    await expect(element).toBeInViewport();
    await expect(current(page)).toHaveAttribute('href', hash);
  }
  for (const id of ids) {
    await page.goto('about:blank');
    await page.goto(PAPER + id);
    await expect(current(page)).toHaveAttribute('href', place(PAPER + id).hash);
  }
  // A paragraph's address marks the entry it stands under.
  const { hash, element } = place(`${PAPER}#s3`);
  const paragraph = await element.locator('+ p').getAttribute('id');
  await page.goto('about:blank');
  await page.goto(`${place(PAPER).page}#${paragraph}`);
  await expect(current(page)).toHaveAttribute('href', hash);
});

test('the end of a paper marks its last entry, once the reader has gone there', async ({
  page,
  place,
}) => {
  // A wheel that turns while the page still glides to its anchor is not heard.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${LAST}#s3-1`);
  await expect(current(page)).toHaveAttribute('href', place(`${LAST}#s3-1`).hash);
  await page.mouse.move(900, 400);
  await page.mouse.wheel(0, -90_000);
  await expect(current(page)).toHaveCount(0);
  await page.mouse.wheel(0, 90_000);
  await expect(current(page)).toHaveAttribute('href', place(`${LAST}#s3-3`).hash);
});

test('at 1024 px the outline stands beside the text', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.goto(PAPER);
  await expect(page.getByRole('navigation', { name: '提纲' })).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: PHONE, hasTouch: true });

  test('the sheet opens at the current entry and has a button to close it', async ({
    page,
    place,
  }) => {
    await page.setViewportSize({ width: 390, height: 480 });
    await page.goto(`${PAPER}#s3-4`);
    await page.getByRole('button', { name: '提纲' }).tap();
    await expect(current(page)).toHaveAttribute('href', place(`${PAPER}#s3-4`).hash);
    await expect(current(page)).toBeInViewport({ ratio: 1 });
    await page.getByRole('button', { name: '关闭' }).tap();
    await expect(page.locator('#outline')).toBeHidden();
  });

  test('the outline is one touch away and closes when an entry is chosen', async ({
    page,
    place,
  }) => {
    await page.goto(PAPER);
    const outline = page.locator('#outline');
    await expect(outline).toBeHidden();
    await page.getByRole('button', { name: '提纲' }).tap();
    await expect(outline).toBeVisible();
    await outlineEntry(page, '三、突出精准性').tap();
    await expect(outline).toBeHidden();
    await expect(place(`${PAPER}#s3`).element).toBeInViewport();
  });
});

test('只看提要 leaves headings and leads, and an outline link unfolds one point', async ({
  page,
  place,
}) => {
  await page.goto(PAPER);
  const [intro, heading, point, next] = ['#p1', '#s1', '#s1-1', '#s1-2'].map(
    (id) => place(PAPER + id).element,
  ) as [Locator, Locator, Locator, Locator];
  const rest = point.locator('> .rest');
  await expect(intro).toBeVisible();
  await page.getByLabel('只看提要').check();
  await expect(intro).toBeHidden();
  await expect(rest).toBeHidden();
  await expect(heading).toBeVisible();
  await expect(point.locator('> .lead')).toBeVisible();
  await outlineEntry(page, '一是紧扣').click();
  await expect(rest).toBeVisible();
  await expect(next.locator('> .rest')).toBeHidden();
  await page.getByLabel('只看提要').uncheck();
  await expect(intro).toBeVisible();
});

test('a paper without headings folds to its points, one without points to its headings', async ({
  page,
  place,
}) => {
  const [points, headings] = ['/papers/03-yibao-fuwu.html', '/papers/05-shizhi-bianxiu.html'];
  await page.goto(points);
  await page.getByLabel('只看提要').check();
  await expect(place(`${points}#s2`).element.locator('> .lead')).toBeVisible();
  await expect(place(`${points}#p1`).element).toBeHidden();
  await page.goto(headings);
  await page.getByLabel('只看提要').check();
  await expect(place(`${headings}#s2`).element).toBeVisible();
  await expect(place(headings).element.locator('.prose p').first()).toBeHidden();
});

test('previous and next lead through the papers in their order @site', async ({ page }) => {
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

test('the home page leads to the very point', async ({ page, place }) => {
  await page.goto('/');
  await page.getByRole('link', { name: '三是争当遵规守纪的表率', exact: true }).click();
  const { hash, element } = place(`${LAST}#s3-3`);
  await expect(page).toHaveURL(new RegExp(`${hash}$`));
  await expect(element).toBeInViewport();
});

test('printing gives the one paper alone, and where it comes from @site', async ({ page }) => {
  await page.goto(PAPER);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation', { name: '全站' })).toBeHidden();
  await expect(page.getByText('来源：')).toBeVisible();
});

test('printed, a paper has no outline beside it, and its points run together as in the source', async ({
  page,
  place,
}) => {
  await page.goto(PAPER);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#outline')).toBeHidden();
  await expect(place(`${PAPER}#s1-2`).element).toHaveCSS('display', 'inline');
  await expect(place(`${PAPER}#s1`).element).toHaveCSS('font-family', /^SimHei/);
  // GB/T 9704: 28 characters a line of 156 mm.
  const body = place(PAPER).element.locator('.prose');
  const { size, width } = await body.evaluate((prose) => {
    const style = getComputedStyle(prose);
    return { size: Number.parseFloat(style.fontSize), width: prose.getBoundingClientRect().width };
  });
  expect(Math.round(width / size)).toBe(28);
});
