import { expect, test } from './fixtures.ts';
import { findViolations, MODES, setMode, THOROUGH, tagMode } from './modes.ts';
import { findInPapers } from './paper-texts.ts';

const PORTABLE = '/研讨材料.html';

test.use({ offline: true });

for (const mode of MODES) {
  for (const width of [1280, 390]) {
    const tag = width === 1280 ? tagMode(mode) : [THOROUGH];
    test(`axe finds nothing in the portable edition, ${mode}, ${width} px @portable`, {
      tag,
    }, async ({ page }) => {
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

test('the portable edition opens at its contents, which are 提纲总览 @portable', async ({
  page,
}) => {
  await page.goto(PORTABLE);
  const contents = page.getByRole('navigation', { name: '目录' });
  const point = contents.getByRole('link', { name: '一要抓调研促提升' });
  await expect(contents.getByRole('heading', { name: '目录' })).toBeInViewport();
  await expect(point).toBeVisible();
  const colours = () =>
    point.evaluate((link) => [
      getComputedStyle(link).color,
      getComputedStyle(link.querySelector('.shared') ?? link).color,
    ]);
  const [ink, shared] = await colours();
  expect(shared).not.toBe(ink);
  await contents.getByLabel('不分浓淡').check();
  expect(await colours()).toEqual([ink, ink]);
  await contents.getByLabel('只看一级').check();
  await expect(point).toBeHidden();
  const heading = contents.getByRole('link', { name: /^一、坚持学思践悟/ });
  await expect(heading).toBeVisible();
  const columns = await contents
    .locator('section')
    .first()
    .locator('ol > li')
    .evaluateAll((items) => new Set(items.map((item) => item.getBoundingClientRect().left)).size);
  expect(columns).toBeGreaterThan(1);
  await expect(page.locator('#syntax')).toBeHidden();
  await page.getByRole('searchbox').focus();
  await expect(page.locator('#syntax')).toBeVisible();
});

test('只看提要 leaves headings and leads of all papers, and a hit unfolds them @portable', async ({
  page,
}) => {
  await page.goto(PORTABLE);
  const folded = page.locator('.rest, .prose > p:not(:has(.point))');
  await page.getByLabel('只看提要').check();
  await expect(folded.locator('visible=true')).toHaveCount(0);
  for (const lead of await page.locator('.lead').all()) await expect(lead).toBeVisible();
  await page.getByRole('searchbox').fill('清晨之问');
  await page.locator('#results a[data-hit]').first().click();
  await expect(page.getByLabel('只看提要')).not.toBeChecked();
  await expect(page.locator(':target')).toBeInViewport();
});

for (const elder of [false, true]) {
  test(`the tools of the portable edition are one row at every width, ${elder ? '长辈' : 'plain'} @portable`, async ({
    page,
  }) => {
    if (elder) await setMode(page, '长辈');
    await page.goto(PORTABLE);
    const tools = page.getByRole('complementary', { name: '阅读工具' });
    for (const width of [320, 330, 360, 390, 412, 820, 1024, 1280, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      const boxes = await tools.locator('> :visible').evaluateAll((all) =>
        all.map((each) => {
          const { left, right, top, height } = each.getBoundingClientRect();
          return { left, right, middle: top + height / 2 };
        }),
      );
      expect(boxes.length).toBeGreaterThanOrEqual(4);
      for (const [index, { left, right, middle }] of boxes.entries()) {
        expect([width, left >= (boxes[index - 1]?.right ?? 0), right <= width]).toEqual([
          width,
          true,
          true,
        ]);
        expect(Math.abs(middle - (boxes[0]?.middle ?? 0))).toBeLessThan(4);
      }
    }
  });
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
  const count = Object.values(findInPapers('抓典型').counts).reduce((sum, each) => sum + each, 0);
  await expect(bar.locator('output')).toHaveText(`1／${count} 处`);
  await expect
    .poll(() => page.evaluate(() => [...(CSS.highlights.get('hits') ?? [])].map(String)))
    .toEqual(Array.from({ length: count }, () => '抓典型'));
  if (count > 1) {
    await bar.getByRole('button', { name: '下一处' }).click();
    await expect(bar.locator('output')).toHaveText(`2／${count} 处`);
  }
});

test('stepping in the portable edition goes through the hits of all papers @portable', async ({
  page,
}) => {
  await page.goto(PORTABLE);
  await page.getByRole('searchbox').fill('作风');
  const { counts } = findInPapers('作风');
  const total = Object.values(counts).reduce((sum, each) => sum + each, 0);
  const papers = page.locator('#results [data-paper]:has(a[data-hit])');
  await papers.nth(1).locator('a[data-hit]').first().click();
  const output = page.locator('[data-hits] output');
  await expect(output).toHaveText(new RegExp(`^\\d+／${total} 处$`));
  const current = () =>
    page.evaluate(() => {
      const [range] = [...(CSS.highlights.get('current-hit') ?? [])] as Range[];
      return range?.startContainer.parentElement?.closest('article')?.dataset['label'];
    });
  const here = await current();
  await page.keyboard.press('p');
  expect(await current()).not.toBe(here);
  await page.keyboard.press('n');
  expect(await current()).toBe(here);
  // The address says which of the paper's own hits it is.
  await expect(page).toHaveURL(/[?&]hit=1#/);
  const said = await output.textContent();
  await page.reload();
  await expect(output).toHaveText(said ?? '');
  expect(await current()).toBe(here);
});

test('a permanent link in the portable edition copies the address on the disk @portable', async ({
  page,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(PORTABLE);
  await page.locator('[id="2-s2"]').hover();
  await page.locator('[id="2-s2"] > a[href^="#"]:empty').click();
  await expect(page.getByText('链接已复制')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^file:.+\.html#2-s2$/);
});

for (const width of [1280, 390]) {
  test(`contents, search and settings of the portable edition are always within reach, ${width} px @portable`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(PORTABLE);
    const away = () => page.evaluate(() => scrollTo({ top: 9000, behavior: 'instant' }));
    const tools = page.getByRole('complementary', { name: '阅读工具' });
    await away();
    await tools.getByRole('link', { name: '检索' }).click();
    await expect(page.getByRole('searchbox')).toBeFocused();
    await expect(page.getByRole('searchbox')).toBeInViewport();
    await away();
    // On a phone they are behind the outline.
    if (width === 390) await tools.getByRole('button', { name: '提纲' }).click();
    const toContents = width === 390 ? page.locator('#outline') : tools;
    await toContents.getByRole('link', { name: '目录' }).click();
    await expect(page.getByRole('heading', { name: '目录' })).toBeInViewport();
    await away();
    const size = () =>
      page
        .locator('.prose')
        .first()
        .evaluate((node) => Number.parseFloat(getComputedStyle(node).fontSize));
    const before = await size();
    await tools.getByRole('button', { name: '阅读设置' }).click();
    await page.getByLabel('特大').check();
    await page.keyboard.press('Escape');
    expect(await size()).toBeGreaterThan(before);
    expect(await page.evaluate(() => localStorage.getItem('reading'))).toContain('largest');
  });
}

test('what is selected in the portable edition is cited with its paper, without an address of a disk @portable', async ({
  page,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(PORTABLE);
  await page
    .locator('[id="2-s2-2"] .lead')
    .evaluate((node) => getSelection()?.selectAllChildren(node));
  await page.getByRole('button', { name: '复制引文' }).click();
  await expect(page.getByText('引文已复制')).toBeVisible();
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toBe('“二是深入开展好信息调研。”');
  expect(lines[1]).toMatch(
    /第二篇《不断提高信息报送和服务质效》，二、突出全面性.*，二是深入开展好信息调研$/,
  );
});

test('what is selected in the portable edition is looked for in it @portable', async ({ page }) => {
  await page.goto(PORTABLE);
  await page.locator('[id="2-s2-2"] .lead').evaluate((node) => {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const at = text.nodeValue?.indexOf('信息调研') ?? -1;
      if (at >= 0) getSelection()?.setBaseAndExtent(text, at, text, at + 4);
    }
  });
  const link = page.getByRole('link', { name: '查这个说法' });
  await page.setViewportSize({ width: 320, height: 640 });
  await expect(link).toBeInViewport({ ratio: 1 });
  await link.click();
  await expect(page.getByRole('searchbox')).toHaveValue('信息调研');
  await expect(page.locator('#results mark').first()).toBeInViewport();
  await expect(page).toHaveURL(/[?]q=/);
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
