import { readdirSync } from 'node:fs';
import { expect, type Page, siteTest, test } from './fixtures.ts';
import { findInPapers, foldPlainly } from './paper-texts.ts';

const PAPER = '/papers/02-xinxi-fuwu.html';

const PAPERS = readdirSync('content/papers').map(
  (name) => `/papers/${name.replace(/\.md$/, '.html')}`,
);

const readHits = (page: Page) =>
  page.evaluate(() => [...(CSS.highlights.get('hits') ?? [])].map(String));

test('提纲总览 is reached from the navigation, and each entry leads to its place @site', async ({
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
  const outlines = page.locator('main section');
  const point = outlines.getByRole('link', { name: '一要抓调研促提升' });
  await expect(point).toBeVisible();
  await page.getByLabel('只看一级').check();
  await expect(point).toBeHidden();
  await expect(outlines.getByRole('link', { name: /^一、坚持学思践悟/ })).toBeVisible();
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
      .locator('main section > ol')
      .first()
      .evaluate((list) => [...list.children].map((item) => item.getBoundingClientRect().top));
  await page.setViewportSize({ width: 1280, height: 900 });
  expect(new Set(await tops()).size).toBe(1);
  for (const width of [1920, 2560]) {
    await page.setViewportSize({ width, height: 1200 });
    expect(new Set(await tops()).size).toBe(1);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  expect(new Set(await tops()).size).toBe(3);
});

test('a line of 提法与文件 lands on its paragraph with that very place marked @site', async ({
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

test('a line of 提法与文件 leads to its search, which finds as many @site', async ({ page }) => {
  await page.goto('/terms.html');
  const entry = page.locator('dl > div').first();
  await expect(entry.locator('dt')).toHaveText('三抓三促11 处，6 篇');
  await entry.locator('dt a').click();
  await expect(page.locator('#status')).toContainText('11 处');
  const counts = Object.values(findInPapers('三抓三促').counts);
  expect([counts.length, counts.reduce((sum, count) => sum + count, 0)]).toEqual([6, 11]);
});

const lettersOf = (text: string) => foldPlainly(text).replaceAll(/[^\p{L}\p{N}]/gu, '');

test('同文 is loaded when asked for, and leads to the same words in the other paper @site', async ({
  page,
}) => {
  const loaded: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/parallels/')) loaded.push(request.url());
  });
  await page.goto(PAPER);
  const text = await page.locator('.prose').textContent();
  expect(await page.locator('.parallel-link').count()).toBe(0);
  expect(loaded).toEqual([]);
  await page.getByRole('checkbox', { name: '同文' }).check();
  const link = page.locator('.prose .parallel-link').first();
  await expect(link).toBeVisible();
  expect(await page.locator('.prose').textContent()).toBe(text);
  const runs = lettersOf((await page.locator('.prose .parallel').allTextContents()).join(''));
  await link.click();
  await expect(page).not.toHaveURL(/02-xinxi/);
  await expect.poll(async () => (await readHits(page)).length).toBe(1);
  const [hit = ''] = await readHits(page);
  expect(hit.length).toBeGreaterThanOrEqual(12);
  expect(runs).toContain(lettersOf(hit));
  await expect(page.locator(':target')).toContainText(hit);
});

test('同文 names every other paper a passage stands in, and shows where each begins @site', async ({
  page,
}) => {
  await page.goto(PAPER);
  await page.getByRole('checkbox', { name: '同文' }).check();
  const links = page.locator('.prose .parallel-link');
  await expect(links.first()).toBeVisible();
  const labels = await links.evaluateAll((all) => all.map((each) => each.ariaLabel));
  // 进一步理清思路、明确方向、找准路径 stands in three papers.
  expect(labels).toContain('同文：第三篇');
  expect(labels.filter((label) => label === '同文：第一篇')).toHaveLength(2);
  const begins = page.locator('.prose .parallel[data-begin]');
  await expect(begins).toHaveCount(2);
  expect(await begins.allTextContents()).toEqual([
    expect.stringMatching(/^进一步/),
    expect.stringMatching(/^良好/),
  ]);
});

test('a full stop stays with its words, ahead of the links of 同文 @site', async ({ page }) => {
  for (const paper of PAPERS) {
    await page.goto(paper);
    const box = page.getByRole('checkbox', { name: '同文' });
    if ((await box.count()) === 0) continue;
    await box.check();
    await expect(page.locator('.prose .parallel-link').first()).toBeVisible();
    const behind = await page
      .locator('.prose .parallel-link')
      .evaluateAll((all) => all.map((each) => each.nextSibling?.textContent?.[0] ?? ''));
    expect(behind.filter((mark) => /[，。；：、！？”》]/u.test(mark))).toEqual([]);
  }
});

test('同文 turned on far from any says how many there are and leads to the nearest @site', async ({
  page,
}) => {
  await page.goto(`${PAPER}#s3`);
  await page.getByRole('checkbox', { name: '同文' }).check();
  const note = page.getByRole('status').filter({ hasText: '本篇' });
  await expect(note).toContainText('本篇 2 处');
  await note.getByRole('button', { name: '最近的在上面' }).click();
  await expect(page.locator('.prose .parallel').first()).toBeInViewport();
  await expect(note.getByRole('button')).toHaveCount(0);
  await page.getByRole('checkbox', { name: '同文' }).uncheck();
  await expect(note).toHaveCount(0);
});

siteTest(
  '同文 that cannot be loaded says so, and can be asked for again @network',
  async ({ page }) => {
    await page.goto(PAPER);
    const box = page.getByRole('checkbox', { name: '同文' });
    await page.route('**/parallels/*', (route) => route.abort());
    await box.click();
    await expect(box).not.toBeChecked();
    await page.unroute('**/parallels/*');
    await expect(page.getByText('同文没有读到，请联网后再试。')).toBeVisible();
    await box.click();
    await expect(page.getByText('本篇 2 处')).toBeVisible();
  },
);

test('a permanent link shows under the pointer and to the keyboard, and names its place', async ({
  page,
  place,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(PAPER);
  const { hash, element } = place(`${PAPER}#p1`);
  const link = element.getByRole('link', { name: '第1段', exact: true });
  await expect(link).toHaveCSS('opacity', '0');
  await element.hover();
  await expect(link).toHaveCSS('opacity', '1');
  await page.mouse.move(0, 0);
  await expect(link).toHaveCSS('opacity', '0');
  await place(`${PAPER}#p2`).element.getByRole('link').first().focus();
  await page.keyboard.press('Shift+Tab');
  await expect(link).toBeFocused();
  await expect(link).toHaveCSS('opacity', '1');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${hash}$`));
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a permanent link stands by no text until it is touched, and then wholly on the screen', async ({
    page,
    place,
  }) => {
    await page.goto(PAPER);
    await expect(page.locator('.prose a[href^="#"]:empty:visible')).toHaveCount(0);
    const { hash, element } = place(`${PAPER}#p1`);
    await element.tap();
    const link = element.getByRole('link', { name: '第1段', exact: true });
    await expect(link).toBeVisible();
    const box = await link.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
    await link.tap();
    await expect(page).toHaveURL(new RegExp(`${hash}$`));
  });

  test('提法与文件 is jumped through by letter, from anywhere @site', async ({ page }) => {
    await page.goto('/terms.html');
    const letters = page.getByRole('navigation', { name: '提法，按拼音' });
    await letters.getByRole('link', { name: 'Y', exact: true }).tap();
    await expect(page.locator('#t-Y h3')).toBeInViewport();
    await expect(letters).toBeInViewport();
    const covered = await page.locator('#t-Y h3').evaluate((heading) => {
      const { left, top, height } = heading.getBoundingClientRect();
      return document.elementFromPoint(left + 4, top + height / 2) !== heading;
    });
    expect(covered).toBe(false);
  });
});

test('a heading is read out without its link, and no two links share a name', async ({
  page,
  place,
}) => {
  await page.goto(PAPER);
  const heading = place(`${PAPER}#s1`).element;
  await expect(heading).toHaveAccessibleName('一、突出政治性，让信息服务更有高度。');
  await expect(heading.locator('a[href^="#"]:empty')).toHaveAccessibleName(
    '一、突出政治性，让信息服务更有高度。',
  );
  const names = await place(PAPER)
    .element.locator('.prose a[href^="#"]:empty')
    .evaluateAll((links) =>
      links.map((link) => link.ariaLabel ?? link.getAttribute('aria-labelledby')),
    );
  expect(new Set(names).size).toBe(names.length);
});

test('no last line is stretched behind a permanent link', async ({ page }) => {
  for (const paper of PAPERS) {
    await page.goto(paper);
    for (let width = 320; width <= 2560; width += width < 1400 ? 40 : 290) {
      await page.setViewportSize({ width, height: 900 });
      const stretched = await page.evaluate(() => {
        const range = document.createRange();
        return [...document.querySelectorAll('.prose p')].flatMap((paragraph) => {
          const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
          let last: Text | undefined;
          while (walker.nextNode()) last = walker.currentNode as Text;
          if (!last) return [];
          const { length } = last.data;
          // The last character's left edge and that of the one before it, on one line.
          const boxes = [2, 1].map((back) => {
            range.setStart(last, Math.max(0, length - back));
            range.setEnd(last, Math.max(1, length - back + 1));
            return range.getBoundingClientRect();
          });
          const [before, after] = boxes as [DOMRect, DOMRect];
          const gap = before.top === after.top ? after.left - before.right : 0;
          return gap > 4 ? [paragraph.id] : [];
        });
      });
      expect([width, ...stretched]).toEqual([width]);
    }
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('提纲总览 and its switches work', async ({ page }) => {
    await SWITCHES(page);
  });

  test('提法与文件 is whole and its lines lead to their paragraphs @site', async ({ page }) => {
    await page.goto('/terms.html');
    await page.locator('dd a', { hasText: '保一稳三' }).click();
    await expect(page.locator(':target')).toContainText('齐心协力“保一稳三”。');
  });

  test('同文, which needs it, is not offered', async ({ page }) => {
    await page.goto(PAPER);
    await expect(page.getByText('同文', { exact: true })).toBeHidden();
  });
});

test('printed, no heading ends a page, and no card and no line of a term is divided @site', async ({
  page,
}) => {
  await page.emulateMedia({ media: 'print' });
  const styles = (selector: string, property: 'breakAfter' | 'breakInside') =>
    page
      .locator(selector)
      .evaluateAll(
        (all, name) => [...new Set(all.map((each) => getComputedStyle(each)[name]))],
        property,
      );
  await page.goto('/index.html');
  expect(await styles('main :is(h1, h2)', 'breakAfter')).toEqual(['avoid']);
  expect(await styles('main > ol > li', 'breakInside')).toEqual(['avoid']);
  await page.goto('/terms.html');
  expect(await styles('main :is(h1, h2, h3, dt)', 'breakAfter')).toEqual(['avoid']);
  expect(await styles('main dd', 'breakInside')).toEqual(['avoid']);
});

test('printed, a paper has neither permanent links nor 同文 @site', async ({ page }) => {
  await page.goto(PAPER);
  await page.getByRole('checkbox', { name: '同文' }).check();
  await expect(page.locator('.prose .parallel-link').first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.prose a[href^="#"]:empty').first()).toBeHidden();
  await expect(page.locator('.prose .parallel-link').first()).toBeHidden();
});
