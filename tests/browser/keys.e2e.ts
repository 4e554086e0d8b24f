import { expect, type Page, test } from './fixtures.ts';

const PAPER = '/papers/04-sixue-sanban-siyan.html';
const PHONE = { width: 390, height: 844 };

const bar = (page: Page) => page.getByRole('complementary', { name: '检索到的各处' });
const count = (page: Page) => bar(page).locator('output');

test('n, p and Enter step through the hits, and the address follows', async ({ page }) => {
  await page.goto(`${PAPER}?q=纪律`);
  await expect(count(page)).toHaveText('1／5 处');
  for (const [key, hit] of [
    ['n', 2],
    ['n', 3],
    ['p', 2],
    ['Enter', 3],
    ['Shift+Enter', 2],
    ['p', 1],
    ['p', 5],
  ] as const) {
    await page.keyboard.press(key);
    await expect(count(page)).toHaveText(`${hit}／5 处`);
    const { searchParams } = new URL(page.url());
    expect([searchParams.get('q'), searchParams.get('hit')]).toEqual(['纪律', String(hit)]);
    const isInPlace = await page.evaluate(() => {
      const [range] = [...(CSS.highlights.get('current-hit') ?? [])] as Range[];
      const place = document.getElementById(location.hash.slice(1));
      return place?.contains(range?.startContainer ?? null);
    });
    expect([hit, isInPlace]).toEqual([hit, true]);
  }
  await page.reload();
  await expect(count(page)).toHaveText('5／5 处');
});

test('the bar’s buttons are the next to come on arrival, and Escape closes it', async ({
  page,
}) => {
  await page.goto(`${PAPER}?q=纪律&hit=3#p11`);
  await expect(count(page)).toHaveText('3／5 处');
  await page.keyboard.press('Tab');
  await expect(bar(page).getByRole('link')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(bar(page).getByRole('button', { name: '上一处' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(bar(page)).toBeHidden();
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
  await page.keyboard.press('n');
  await expect(bar(page)).toBeHidden();
});

test('keys that are typed, or that close what lies over the page, are left alone', async ({
  page,
}) => {
  await page.goto(`${PAPER}?q=纪律`);
  await expect(count(page)).toHaveText('1／5 处');
  await page.getByRole('searchbox').fill('');
  await page.getByRole('searchbox').press('n');
  await expect(page.getByRole('searchbox')).toHaveValue('n');
  await expect(count(page)).toHaveText('1／5 处');
  await page.getByRole('button', { name: '阅读设置' }).first().click();
  await page.keyboard.press('Escape');
  await expect(page.locator('#settings')).toBeHidden();
  await expect(bar(page)).toBeVisible();
});

test('one hit has no buttons to step', async ({ page }) => {
  await page.goto(`${PAPER}?q=三是严作风。`);
  await expect(count(page)).toHaveText('1／1 处');
  await expect(bar(page).getByRole('button', { name: '下一处' })).toBeHidden();
});

test('in a wide window the bar stands under the text, not over the outline', async ({
  page,
  place,
}) => {
  for (const width of [1024, 1280, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${PAPER}?q=作风`);
    const box = await bar(page).boundingBox();
    const text = await place(PAPER).element.locator('.prose').boundingBox();
    expect(Math.abs((box?.x ?? 0) - (text?.x ?? 0))).toBeLessThan(16);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(
      (text?.x ?? 0) + (text?.width ?? 0) + 16,
    );
  }
});

test('/ brings a search box into sight and the cursor into it', async ({ page }) => {
  await page.goto(PAPER);
  await page.evaluate(() => scrollTo({ top: 2000, behavior: 'instant' }));
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await expect(page.getByRole('searchbox')).toBeInViewport({ ratio: 1 });
});

test('headings are named by their words alone, and so are their links', async ({ page, place }) => {
  await page.goto('/papers/02-xinxi-fuwu.html');
  const name = '二、突出全面性，让信息来源更有广度。';
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  const { element } = place('/papers/02-xinxi-fuwu.html#s2');
  await expect(element.locator('> a[href^="#"]:empty')).toHaveAccessibleName(name);
});

test('with forced colours the view shown is the only one marked', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/search.html?q=作风');
  const views = page.locator('[data-views] button');
  await expect(views.first()).toBeVisible();
  const widths = await views.evaluateAll((all) =>
    all.map((view) => getComputedStyle(view).borderBottomWidth),
  );
  expect(widths).toEqual(['2px', '0px', '0px', '0px']);
});

test('with forced colours the current entry of an outline is the only one marked', async ({
  page,
  place,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const { hash } = place('/papers/02-xinxi-fuwu.html#s2');
  await page.goto('/papers/02-xinxi-fuwu.html#s2');
  await expect(page.locator('#outline li [aria-current]')).toHaveAttribute('href', hash);
  const marked = await page.locator('#outline li a').evaluateAll((all) =>
    all.flatMap((link) => {
      const { borderLeftColor } = getComputedStyle(link);
      const { backgroundColor } = getComputedStyle(document.documentElement);
      return borderLeftColor === backgroundColor ? [] : [link.getAttribute('href')];
    }),
  );
  expect(marked).toEqual([hash]);
});

for (const viewport of [PHONE, { width: 1280, height: 800 }]) {
  test(`what is to be hit is at least 24 px each way, ${viewport.width} px`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.goto(`${PAPER}?q=作风#p11`);
    await expect(count(page)).toHaveText(/处/);
    const small = await page
      .locator(
        ':target > a[href^="#"]:empty, [data-hits] > :not(output), .tools > :not(output, span)',
      )
      .evaluateAll((all) =>
        all.flatMap((each) => {
          const { width, height } = each.getBoundingClientRect();
          return height > 0 && (width < 24 || height < 24) ? [each.outerHTML.slice(0, 80)] : [];
        }),
      );
    expect(small).toEqual([]);
  });
}
