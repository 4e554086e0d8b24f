import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type FindPlace, type Page, siteTest, test } from './fixtures.ts';
import { findViolations, MODES, setMode, THOROUGH, tagMode } from './modes.ts';

const PAPERS = [
  '01-fazhi-xuanchuan',
  '02-xinxi-fuwu',
  '03-yibao-fuwu',
  '04-sixue-sanban-siyan',
  '05-shizhi-bianxiu',
  '06-dangzheng-ban',
];
const FIRST = '/papers/01-fazhi-xuanchuan.html';
const SECOND = '/papers/02-xinxi-fuwu.html';
const PAGES = [
  '/',
  FIRST,
  '/papers/06-dangzheng-ban.html',
  '/search.html',
  '/outline.html',
  '/terms.html',
  '/offline.html',
];
/** The pages there are in what is tested, each once. */
const listPages = (place: FindPlace) => new Set(PAGES.map((path) => place(path).page));
const outlineEntry = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '提纲' }).getByRole('link', { name });

for (const mode of MODES) {
  for (const width of [1280, 390]) {
    const tag = width === 1280 ? tagMode(mode) : [THOROUGH];
    test(`axe finds nothing in ${mode} mode at ${width} px`, { tag }, async ({ page, place }) => {
      await page.setViewportSize({ width, height: 900 });
      await setMode(page, mode);
      for (const path of listPages(place)) {
        await page.goto(path);
        expect(await findViolations(page)).toEqual([]);
      }
      await page.getByRole('button', { name: '阅读设置' }).first().click();
      expect(await findViolations(page)).toEqual([]);
    });
  }
}

test('nothing scrolls sideways at 320 px, nor with doubled text', async ({ page, place }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const size of ['100%', '200%']) {
    for (const path of listPages(place)) {
      await page.goto(path);
      await page.evaluate((value) => {
        document.documentElement.style.fontSize = value;
      }, size);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect([path, size, overflow]).toEqual([path, size, 0]);
    }
  }
});

test('the keyboard alone reaches the text, the outline and the settings', async ({
  page,
  place,
}) => {
  await page.goto(place(FIRST).page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator(':target').getByText('亮点纷呈')).toBeInViewport();

  await page.goto('about:blank');
  await page.goto(place(FIRST).page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到提纲' })).toBeFocused();
  await page.keyboard.press('Enter');
  const entry = outlineEntry(page, '二要抓典型促示范');
  for (let press = 0; press < 14; press++) {
    await page.keyboard.press('Tab');
    if (await entry.evaluate((node) => node === document.activeElement)) break;
  }
  await expect(entry).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(place(`${FIRST}#s3-2`).element).toBeInViewport();

  await page.getByRole('button', { name: '阅读设置' }).first().focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#settings')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByLabel('大', { exact: true })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(page.locator('#settings')).toBeHidden();
  await expect(page.getByRole('button', { name: '阅读设置' }).first()).toBeFocused();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a paper is whole, its outline leads to its places and it folds', async ({
    page,
    place,
  }) => {
    await page.goto(SECOND);
    await expect(place(SECOND).element).toContainText('齐心协力“保一稳三”。');
    await outlineEntry(page, '五是健全考核奖惩机制').click();
    await expect(place(`${SECOND}#s3-5`).element).toBeInViewport();
    await page.getByLabel('只看提要').check();
    await expect(place(`${SECOND}#p1`).element).toBeHidden();
    await expect(page.getByRole('button', { name: '阅读设置' })).toHaveCount(0);
  });

  test('the outline opens on a phone', async ({ page, place }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(SECOND);
    await page.getByRole('button', { name: '提纲' }).click();
    await outlineEntry(page, '三、突出精准性').click();
    await expect(place(`${SECOND}#s3`).element).toBeInViewport();
  });
});

/** How far what is seen has moved by itself since the page began to load, as the browser measures it. */
function measureShift(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    await document.fonts.ready;
    for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame);
    return sum;
  });
}

test('nothing moves while a paper loads, fonts included', async ({ page }) => {
  for (const width of [1280, 390]) {
    await page.goto('about:blank');
    await page.setViewportSize({ width, height: 800 });
    await page.goto(SECOND);
    expect([width, await measureShift(page)]).toEqual([width, 0]);
  }
});

siteTest(
  'nothing moves when the head of a page comes bit by bit @network',
  async ({ page, root }) => {
    const path = 'papers/02-xinxi-fuwu.html';
    const slow = createServer(async (request, response) => {
      const file = await fetch(new URL(`.${request.url}`, root));
      response.setHeader('content-type', file.headers.get('content-type') ?? '');
      if (request.url !== `/${path}`) {
        response.end(Buffer.from(await file.arrayBuffer()));
        return;
      }
      // Behind the box, and behind the first link of the navigation.
      const parts = (await file.text()).match(/^.*?<\/form>|.*?<nav .*?<\/a>|.+$/gs) ?? [];
      for (const part of parts) {
        response.write(part);
        await new Promise((next) => setTimeout(next, 300));
      }
      response.end();
    });
    await new Promise<void>((ready) => slow.listen(0, ready));
    try {
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(`http://localhost:${(slow.address() as AddressInfo).port}/${path}`);
        expect([width, await measureShift(page)]).toEqual([width, 0]);
      }
    } finally {
      slow.close();
    }
  },
);

test('lines of a paper are whole characters wide', async ({ page, place }) => {
  for (const width of [1280, 820, 390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(FIRST);
    const characters = await place(FIRST)
      .element.locator('.prose')
      .evaluate(
        (prose) =>
          prose.getBoundingClientRect().width / Number.parseFloat(getComputedStyle(prose).fontSize),
      );
    expect(Math.abs(characters - Math.round(characters))).toBeLessThan(0.02);
    expect(characters).toBeLessThanOrEqual(34.02);
  }
});

test('every character of titles, skeletons and bodies is in the site’s own fonts @network', async ({
  page,
}) => {
  const client = await page.context().newCDPSession(page);
  await client.send('DOM.enable');
  await client.send('CSS.enable');
  // An installed Noto would serve as well, and hide what ours lacks.
  const [faces = ''] = readdirSync('dist/fonts').filter((name) => /^faces\..*css$/.test(name));
  const body = readFileSync(`dist/fonts/${faces}`, 'utf8').replaceAll(/local\([^)]*\),/g, '');
  await page.route('**/faces.*.css', (route) => route.fulfill({ contentType: 'text/css', body }));
  const foreign: string[] = [];
  for (const [path, selector] of [
    ['/', 'h1, h2, .logo, .numeral, .skeleton > ol > li > a'],
    ...PAPERS.map(
      (id) =>
        [
          `/papers/${id}.html`,
          'h1, .prose :not([data-editorial], a[href^="#"]:empty), a[rel] b',
        ] as const,
    ),
  ] as const) {
    await page.goto(path);
    // They are asked for once the page is laid out.
    await page.evaluate(async () => {
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
      await document.fonts.ready;
    });
    const { root } = await client.send('DOM.getDocument');
    const { nodeIds } = await client.send('DOM.querySelectorAll', {
      nodeId: root.nodeId,
      selector,
    });
    expect(nodeIds.length).toBeGreaterThan(0);
    for (const nodeId of nodeIds) {
      const { fonts } = await client.send('CSS.getPlatformFontsForNode', { nodeId });
      for (const font of fonts) {
        if (!font.isCustomFont) foreign.push(`${path} ${font.familyName}`);
      }
    }
  }
  expect(foreign).toEqual([]);
});

siteTest(
  'an address that does not exist says so and leads back @network',
  async ({ page, root }) => {
    for (const path of ['none.html', 'papers/none.html', 'papers/deep/none.html']) {
      const response = await page.goto(`${root}${path}`);
      expect(response?.status()).toBe(404);
      await expect(page.getByRole('heading', { name: '没有这一页' })).toBeVisible();
      await page.getByRole('main').getByRole('link', { name: '目录' }).click();
      await expect(page).toHaveURL(`${root}index.html`);
    }
  },
);
