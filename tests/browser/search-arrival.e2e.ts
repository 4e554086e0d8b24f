import { expect, type Page, test, type Way } from './fixtures.ts';
import { findViolations, MODES, setMode, THOROUGH, tagMode } from './modes.ts';
import { findInPapers, foldPlainly, papers } from './paper-texts.ts';

const PAPER = '04-sixue-sanban-siyan';
const PHONE = { width: 390, height: 844 };

const bar = (page: Page) => page.getByRole('complementary', { name: '检索到的各处' });
const count = (page: Page) => bar(page).locator('output');
const step = (page: Page, name: '上一处' | '下一处') => bar(page).getByRole('button', { name });

function addressOf(id: string, query: string, hit?: number, anchor = ''): string {
  const parameters = new URLSearchParams({ q: query, ...(hit && { hit: String(hit) }) });
  return `/papers/${id}.html?${parameters}${anchor}`;
}

/** What is painted on the page, and where the current hit is. */
function readMarks(page: Page): Promise<Marks> {
  return page.evaluate(() => {
    const read = (name: string) => [...(CSS.highlights.get(name) ?? [])] as Range[];
    const hits = read('hits');
    const [range, ...others] = read('current-hit');
    const isSame = (hit: Range) =>
      range?.compareBoundaryPoints(Range.START_TO_START, hit) === 0 &&
      range.compareBoundaryPoints(Range.END_TO_END, hit) === 0;
    const target = document.getElementById(location.hash.slice(1));
    const { top = -1, bottom = Number.POSITIVE_INFINITY } = range?.getBoundingClientRect() ?? {};
    return {
      texts: hits.map(String),
      current: others.length === 0 ? hits.findIndex(isSame) + 1 : Number.NaN,
      isInTarget: Boolean(range && target?.contains(range.commonAncestorContainer)),
      isInView: top >= 0 && bottom <= innerHeight,
    };
  });
}

interface Marks {
  texts: string[];
  /** Which of the hits is the current one, from 1; 0 for none. */
  current: number;
  isInTarget: boolean;
  isInView: boolean;
}

/** Which of the hits on the page one of a paper's is, and how many those are. */
function numberOnPage(way: Way, { counts, id, hit }: HitOfPaper): { hit: number; total: number } {
  const held = way === 'portable' ? papers.map((paper) => paper.id) : [id];
  const sum = (ids: readonly string[]) => ids.reduce((all, each) => all + (counts[each] ?? 0), 0);
  return { hit: sum(held.slice(0, held.indexOf(id))) + hit, total: sum(held) };
}

interface HitOfPaper {
  /** Hits by the papers' ids. */
  counts: Readonly<Record<string, number>>;
  id: string;
  /** From 1. */
  hit: number;
}

for (const query of ['“三抓三促”', '創新', '作风', '三是严作风', 'xx', '，推动', '"下 功 夫"']) {
  const tag = ['“三抓三促”', '創新'].includes(query) ? [] : [THOROUGH];
  test(`each line found for ${query} leads to its place, where all hits are marked`, {
    tag,
  }, async ({ page, way }) => {
    const search = `/search.html?${new URLSearchParams({ q: query })}`;
    await page.goto(search);
    const sections = page.locator('#results [data-paper]');
    await expect(sections).not.toHaveCount(0);
    const found = await sections.evaluateAll((all) =>
      all.map((section) => {
        let hitsBefore = 0;
        // The line of a title leads to the paper's beginning.
        const lines = [...section.querySelectorAll('li:has(a[data-hit])')].map((line) => {
          const hit = hitsBefore + 1;
          hitsBefore += line.querySelectorAll('mark').length;
          return { hit, marks: [...line.querySelectorAll('mark')].map((mark) => mark.textContent) };
        });
        const id = section.getAttribute('data-paper') ?? '';
        return { id, count: Number(section.getAttribute('data-count')), lines };
      }),
    );
    const counts = Object.fromEntries(found.map(({ id, count: each }) => [id, each]));
    for (const { id, lines } of found) {
      for (const line of lines) {
        await page.goto(search);
        await page.locator(`[data-paper="${id}"] a[data-hit="${line.hit}"]`).click();
        const { hit, total } = numberOnPage(way, { counts, id, hit: line.hit });
        await expect(count(page)).toHaveText(`${hit}／${total} 处`);
        await expect.poll(async () => (await readMarks(page)).isInView).toBe(true);
        const { texts, current, isInTarget } = await readMarks(page);
        expect([id, current, isInTarget]).toEqual([id, hit, true]);
        expect(texts).toHaveLength(total);
        expect(texts.slice(hit - 1).slice(0, line.marks.length)).toEqual(line.marks);
        expect(new Set(texts.map(foldPlainly)).size).toBe(1);
      }
    }
  });
}

test('what stands in quotes in the title alone is not marked without them in the text @network', async ({
  page,
}) => {
  await page.route('**/05-shizhi-bianxiu.html*', async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    await route.fulfill({ response, body: html.replace('<h1', '<p>“能力”</p><h1') });
  });
  await page.goto(addressOf('05-shizhi-bianxiu', '能力'));
  await expect.poll(async () => (await readMarks(page)).texts.length).toBeGreaterThan(3);
  await page.goto(addressOf('05-shizhi-bianxiu', '"能力"'));
  await expect(page.locator('[data-hits]')).toBeAttached();
  await page.waitForLoadState('networkidle');
  expect((await readMarks(page)).texts).toEqual([]);
});

test('clicking a hit opens its paper with the paragraph in sight', async ({ page, place }) => {
  await page.goto('/search.html?q=纪律');
  await page.locator(`[data-paper="${PAPER}"] li a`).last().click();
  const { hash, element } = place(`/papers/${PAPER}.html#p9`);
  await expect(page).toHaveURL(new RegExp(`\\.html\\?q=[^&]+&hit=3${hash}$`));
  await expect(element).toBeInViewport();
  await expect(count(page)).toHaveText('3／5 处');
  expect((await readMarks(page)).texts).toEqual(Array(5).fill('纪律'));
});

test('the outline marks the point a hit stands in', async ({ page }) => {
  await page.goto('/search.html?q=严作风');
  await page.locator('#results li a', { hasText: '三是严作风。' }).click();
  const current = page.locator('#outline [aria-current]');
  await expect(current).toHaveText(/三是严作风/);
  // Points run into one paragraph: the address names it, the hit one of them.
  await page.goto('/search.html?q=跟班学习的范围');
  await page.locator('#results li a').click();
  await expect(current).toHaveText(/三是健全跟班学习/);
});

test('clicking a paper’s name starts at its first hit', async ({ page }) => {
  await page.goto('/search.html?q=纪律');
  await page.locator('#results').getByRole('link', { name: '第四篇' }).click();
  await expect(count(page)).toHaveText('1／5 处');
  expect((await readMarks(page)).current).toBe(1);
});

test('stepping goes from hit to hit, and round', async ({ page }) => {
  await page.goto(addressOf(PAPER, '纪律', 4));
  for (const [name, expected] of [
    ['下一处', 5],
    ['下一处', 1],
    ['下一处', 2],
    ['上一处', 1],
    ['上一处', 5],
    ['上一处', 4],
  ] as const) {
    await step(page, name).click();
    await expect(count(page)).toHaveText(`${expected}／5 处`);
    const { current, isInView } = await readMarks(page);
    expect([current, isInView]).toEqual([expected, true]);
  }
});

test('the keyboard steps as well', async ({ page }) => {
  await page.goto(addressOf(PAPER, '纪律'));
  await step(page, '下一处').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(count(page)).toHaveText('3／5 处');
  await expect(step(page, '下一处')).toBeFocused();
});

test('× takes marks, bar and query away, and leaves the place', async ({ page, place }) => {
  await page.goto(addressOf(PAPER, '作风', 4, '#p11'));
  await expect(bar(page)).toBeVisible();
  // Until the fonts are there the text may still move.
  await page.waitForLoadState('load');
  const before = await page.evaluate(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);
    return scrollY;
  });
  await bar(page).getByRole('button', { name: '去掉标记' }).click();
  await expect(bar(page)).toBeHidden();
  const { hash } = place(`/papers/${PAPER}.html#p11`);
  await expect(page).toHaveURL(new RegExp(`\\.html${hash}$`));
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
  expect(await page.evaluate(() => scrollY)).toBe(before);
  await page.reload();
  await expect(page.locator('.prose').first()).toBeVisible();
  await expect(bar(page)).toBeHidden();
});

test('the bar leads back to the search', async ({ page }) => {
  for (const query of ['作风', '"严 作 风"', '四是健全预约反馈机制。完善约稿制度']) {
    const found = papers.find(({ id }) => findInPapers(query.replace(/["\s]/g, '')).counts[id]);
    await page.goto(addressOf(found?.id ?? PAPER, query));
    const back = bar(page).getByRole('link');
    await expect(back).toContainText(query.slice(0, 12));
    await back.click();
    await expect(page.getByRole('searchbox')).toBeInViewport();
    await expect(page.getByRole('searchbox')).toHaveValue(query);
    await expect(page.locator(`[data-paper="${found?.id}"]`)).toBeVisible();
  }
});

test('a hit over several elements is marked exactly', async ({ page }) => {
  await page.goto(addressOf(PAPER, '三是严作风。'));
  await expect(count(page)).toHaveText('1／1 处');
  const ranges = await page.evaluate(() =>
    [...(CSS.highlights.get('hits') ?? [])].map((range) => ({
      text: String(range),
      isInOneNode: range.startContainer === range.endContainer,
    })),
  );
  expect(ranges).toEqual([{ text: '三是严作风。', isInOneNode: false }]);
});

for (const { id, paragraphs } of papers) {
  const tag = id === PAPER ? [] : [THOROUGH];
  test(`stretches from all over ${id} are marked as often as they stand there`, { tag }, async ({
    page,
    way,
  }) => {
    for (const [index, paragraph] of paragraphs.entries()) {
      const start = Math.floor((paragraph.length * ((index % 3) + 1)) / 4);
      const query = paragraph.slice(start, start + 2 + (index % 9));
      await page.goto(addressOf(id, query));
      await expect(bar(page)).toBeVisible();
      const { texts } = await readMarks(page);
      const { total } = numberOnPage(way, { counts: findInPapers(query).counts, id, hit: 1 });
      expect([query, texts.map(foldPlainly)]).toEqual([
        query,
        Array(total).fill(foldPlainly(query)),
      ]);
    }
  });
}

test('all terms of a query are marked, in the order of the text', async ({ page }) => {
  await page.goto(addressOf(PAPER, '严作风 学理论'));
  await expect(count(page)).toHaveText('1／4 处');
  expect((await readMarks(page)).texts).toEqual(['学理论', '学理论', '严作风', '严作风']);
});

test('a hit that does not exist gives way to the first', async ({ page }) => {
  for (const hit of [0, 6, -1, Number.NaN]) {
    await page.goto(`/papers/${PAPER}.html?q=纪律&hit=${hit}`);
    await expect(count(page)).toHaveText('1／5 处');
  }
});

test('an address whose place is no well-formed name shows the hits all the same @site', async ({
  page,
}) => {
  await page.goto(addressOf(PAPER, '四学', undefined, '#%E4%B8'));
  await expect(count(page)).toHaveText(/^1／/);
});

test('a query that is not in the paper shows nothing', async ({ page }) => {
  for (const query of ['史志编修', '"史志 编修"', '', ' ', '<img src=x onerror=alert(1)>', '\\']) {
    await page.goto(addressOf('01-fazhi-xuanchuan', query));
    await page.waitForLoadState('networkidle');
    await expect(bar(page)).toBeHidden();
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
  }
});

test('a paper opened without a query loads nothing for it @site', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  for (const more of ['', '#p3', '?hit=2']) {
    await page.goto('/');
    await page.goto(`/papers/${PAPER}.html${more}`);
    await page.waitForLoadState('networkidle');
    await expect(bar(page)).toBeHidden();
  }
  expect(requests.filter((path) => path.endsWith(`/papers/${PAPER}.html`))).toHaveLength(3);
  expect(requests.filter((path) => path.includes('/scripts/reader-'))).toEqual([]);
});

test('an engine that cannot paint still steps', async ({ page, place }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'Highlight'));
  await page.goto(addressOf(PAPER, '四严', 2));
  await expect(count(page)).toHaveText('2／2 处');
  const last = place(`/papers/${PAPER}.html#s3`).element;
  await expect(last).toBeInViewport();
  await step(page, '下一处').click();
  await expect(count(page)).toHaveText('1／2 处');
  await expect(last).not.toBeInViewport();
  await bar(page).getByRole('button', { name: '去掉标记' }).click();
  await expect(bar(page)).toBeHidden();
});

test.describe('on a phone', () => {
  test.use({ viewport: PHONE, hasTouch: true });

  test('the bar leaves the page’s own tools and the hit in sight', async ({ page }) => {
    await page.goto(addressOf(PAPER, '纪律', 4));
    await step(page, '下一处').tap();
    await expect(count(page)).toHaveText('5／5 处');
    await expect(bar(page)).toBeInViewport({ ratio: 1 });
    await page.getByRole('button', { name: '提纲' }).click({ trial: true });
    const overlap = await page.evaluate(() => {
      const [range] = [...(CSS.highlights.get('current-hit') ?? [])] as Range[];
      const { bottom = Number.POSITIVE_INFINITY } = range?.getBoundingClientRect() ?? {};
      const top = document.querySelector('[data-hits]')?.getBoundingClientRect().top ?? 0;
      return bottom - top;
    });
    expect(overlap).toBeLessThan(0);
  });
});

for (const mode of MODES) {
  test(`axe finds nothing where hits are marked, in ${mode} mode`, { tag: tagMode(mode) }, async ({
    page,
  }) => {
    test.slow();
    await setMode(page, mode);
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(addressOf(PAPER, '作风', 3));
      await expect(bar(page)).toBeVisible();
      expect(await findViolations(page)).toEqual([]);
    }
  });
}
