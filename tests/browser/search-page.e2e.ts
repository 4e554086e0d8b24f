import { askSearch } from './ask-search.ts';
import { expect, type Page, siteTest, test } from './fixtures.ts';
import { findViolations, MODES, setMode, tagMode } from './modes.ts';
import { findInPapers, papers } from './paper-texts.ts';

const [FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH] = papers.map(({ id }) => id) as [
  string,
  string,
  string,
  string,
  string,
  string,
];
const ZUOFENG = '“作风”在 4 篇中出现 12 处。';
const LUOSHI = '“落实”在 5 篇中出现 24 处。';

const box = (page: Page) => page.getByRole('searchbox');
const status = (page: Page) => page.locator('#status');
const sections = (page: Page) => page.locator('#results [data-paper]');
const hits = (page: Page) => page.locator('#results li a');
const narrowing = (page: Page) => page.getByRole('group', { name: '按篇筛选' });
const chip = (page: Page, label: string) => narrowing(page).getByRole('button', { name: label });
const order = (page: Page, name: string) =>
  page.getByRole('group', { name: '排序' }).getByRole('button', { name });
const listPapers = (page: Page) =>
  sections(page).evaluateAll((all) => all.map((each) => each.getAttribute('data-paper')));
const sumCounts = (page: Page) =>
  sections(page).evaluateAll((all) =>
    all.reduce((sum, each) => sum + Number(each.getAttribute('data-count')), 0),
  );
const asked = (page: Page) => new URL(page.url()).searchParams;

async function openSearch(page: Page, query: string, more = ''): Promise<void> {
  await page.goto(`/search.html?${new URLSearchParams({ q: query })}${more}`);
}

/** Messages of the dialogs that open from now on. */
function listDialogs(page: Page): string[] {
  const messages: string[] = [];
  page.on('dialog', (dialog) => {
    messages.push(dialog.message());
    void dialog.dismiss();
  });
  return messages;
}

/** Paths of what the page asks the server for from now on. */
function listRequests(page: Page): string[] {
  const paths: string[] = [];
  page.on('request', (request) => paths.push(new URL(request.url()).pathname));
  return paths;
}

test.describe('results', () => {
  test('tell how many hits there are, and show each under its paper', async ({ page }) => {
    await openSearch(page, '作风');
    await expect(status(page)).toHaveText(ZUOFENG);
    await expect(page).toHaveTitle(/^作风 - /);
    await expect(box(page)).toHaveValue('作风');
    expect(await listPapers(page)).toEqual([FOURTH, SIXTH, FIRST, THIRD]);
    expect(await sumCounts(page)).toBe(12);
    await expect(page.locator('#results mark:visible')).toHaveText(Array(12).fill('作风'));
    await expect(page.locator('#help')).toBeHidden();
  });

  test('count in the status what they count by paper', async ({ page }) => {
    await page.goto('/search.html');
    for (const query of ['的', '三抓三促', '能力', '，', '二十大精神', '2', '“四学”']) {
      const [shown] = await askSearch(page, [query]);
      const { counts } = findInPapers(query);
      const sum = Object.values(counts).reduce((total, count) => total + count, 0);
      expect(shown?.counts).toEqual(counts);
      const name = query.startsWith('“') ? query : `“${query}”`;
      expect(shown?.status).toContain(
        `${name}在 ${Object.keys(counts).length} 篇中出现 ${sum} 处。`,
      );
    }
  });

  test('show a part of many hits, and the rest of a paper on demand', async ({ page }) => {
    await openSearch(page, '的');
    await expect(sections(page)).toHaveCount(6);
    for (const section of await sections(page).all()) {
      const count = Number(await section.getAttribute('data-count'));
      const visible = section.locator('li mark:visible');
      const before = await visible.count();
      expect(before).toBeLessThan(count);
      const shown = await section.locator('li:visible').count();
      await section.getByRole('button', { name: `还有 ${count - before} 处` }).click();
      await expect(visible).toHaveCount(count);
      await expect(section.getByRole('button')).toHaveCount(0);
      await expect(section.locator('li a').nth(shown)).toBeFocused();
    }
  });

  test('show all when there are no more than fifty', async ({ page }) => {
    await openSearch(page, '落实');
    await expect(status(page)).toHaveText(LUOSHI);
    await expect(page.locator('#results li[hidden]')).toHaveCount(0);
    await expect(page.locator('#results').getByRole('button')).toHaveCount(0);
  });

  test('stand under the heading and point they belong to', async ({ page }) => {
    await openSearch(page, '遵规守纪的表率');
    await expect(page.locator('#results li small span')).toHaveText(['争当“三个表率”']);
    await openSearch(page, '严作风 学理论');
    await expect(page.locator('#results li[data-heading]')).toHaveText([
      '“四学”：学理论、学业务、学法律、学方法',
      '“四严”：严纪律、严制度、严作风、严落实',
    ]);
  });

  test('are narrowed to one paper and widened again by its chip', async ({ page }) => {
    await openSearch(page, '作风');
    await expect(chip(page, '第四篇')).toHaveText('第四篇 7');
    await expect(chip(page, '第四篇')).toHaveAccessibleName('第四篇 7');
    await expect(chip(page, '第二篇')).toHaveCount(0);
    await chip(page, '第四篇').click();
    await expect(sections(page)).toHaveCount(1);
    expect(await listPapers(page)).toEqual([FOURTH]);
    await expect(chip(page, '第四篇')).toHaveAttribute('aria-pressed', 'true');
    await expect(chip(page, '第四篇')).toBeFocused();
    expect(asked(page).get('paper')).toBe('4');
    await expect(status(page)).toHaveText(`${ZUOFENG}现在只看第四篇的 7 处。`);
    await page.keyboard.press('Enter');
    await expect(sections(page)).toHaveCount(4);
    await expect(status(page)).toHaveText(ZUOFENG);
    await expect(chip(page, '第四篇')).toHaveAttribute('aria-pressed', 'false');
    expect(asked(page).has('paper')).toBe(false);
    await page.goBack();
    await expect(sections(page)).toHaveCount(1);
    await narrowing(page).getByRole('button', { name: '看全部' }).click();
    await expect(sections(page)).toHaveCount(4);
  });

  test('are of all papers again when something else is typed', async ({ page }) => {
    await openSearch(page, '作风', '&paper=4');
    await expect(sections(page)).toHaveCount(1);
    await box(page).fill('落实');
    await expect(status(page)).toHaveText(LUOSHI);
    await expect(sections(page)).toHaveCount(5);
    await expect.poll(() => asked(page).get('q')).toBe('落实');
    expect(asked(page).has('paper')).toBe(false);
  });

  test('stand by relevance, titles first, or in the order of the papers', async ({ page }) => {
    await openSearch(page, '能力');
    await expect(sections(page)).toHaveCount(5);
    expect(await listPapers(page)).toEqual([THIRD, FIFTH, SIXTH, FOURTH, FIRST]);
    await expect(order(page, '按相关')).toHaveAttribute('aria-pressed', 'true');
    await order(page, '按篇次').click();
    await expect(order(page, '按篇次')).toHaveAttribute('aria-pressed', 'true');
    await expect(order(page, '按篇次')).toBeFocused();
    await expect(order(page, '按相关')).toHaveAttribute('aria-pressed', 'false');
    expect(await listPapers(page)).toEqual([FIRST, THIRD, FOURTH, FIFTH, SIXTH]);
    expect(asked(page).get('sort')).toBe('order');
    await order(page, '按相关').click();
    await expect.poll(() => listPapers(page)).toEqual([THIRD, FIFTH, SIXTH, FOURTH, FIRST]);
    expect(asked(page).has('sort')).toBe(false);
  });
});

test.describe('the address', () => {
  test('follows typing without filling the history', async ({ page }) => {
    await page.goto('/');
    await page.goto('/search.html');
    const before = await page.evaluate(() => history.length);
    await box(page).pressSequentially('三抓三促行');
    await expect(status(page)).toContainText('“三抓三促行”');
    await expect.poll(() => asked(page).get('q')).toBe('三抓三促行');
    expect(await page.evaluate(() => history.length)).toBe(before + 1);
    await page.goBack();
    await expect(page).toHaveURL(/\.html$/);
    await expect(box(page)).toHaveValue('');
    await expect(page.locator('#help')).toHaveJSProperty('hidden', false);
    await expect(page.locator('#results > *')).toHaveCount(0);
  });

  test('takes back and forward from one finished query to another', async ({ page }) => {
    await page.goto('/search.html');
    for (const query of ['作风', '落实']) {
      await box(page).fill(query);
      await box(page).press('Enter');
    }
    await expect(status(page)).toHaveText(LUOSHI);
    await page.goBack();
    await expect(status(page)).toHaveText(ZUOFENG);
    await expect(box(page)).toHaveValue('作风');
    await expect(sections(page)).toHaveCount(4);
    expect(asked(page).get('q')).toBe('作风');
    await page.goForward();
    await expect(status(page)).toHaveText(LUOSHI);
    await expect(box(page)).toHaveValue('落实');
    await expect(sections(page)).toHaveCount(5);
  });

  test('brings the results back after a paper was looked at', async ({ page }) => {
    await page.goto('/search.html');
    await box(page).fill('作风');
    await order(page, '按篇次').click();
    await hits(page).nth(3).click();
    await expect(page).toHaveURL(/#/);
    await page.goBack();
    await expect(status(page)).toHaveText(ZUOFENG);
    await expect(box(page)).toHaveValue('作风');
    expect(await listPapers(page)).toEqual([FIRST, THIRD, FOURTH, SIXTH]);
  });

  test('brings back the place and what was unfolded, though the page is loaded anew @site', async ({
    page,
  }) => {
    await openSearch(page, '的');
    const section = sections(page).nth(4);
    await section.getByRole('button', { name: /还有/ }).click();
    const hit = section.locator('li a').last();
    await hit.scrollIntoViewIfNeeded();
    const shown = await page.locator('#results li:visible').count();
    const top = (await hit.boundingBox())?.y;
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(1000);
    await hit.click();
    await expect(page).toHaveURL(/\/papers\//);
    await page.goBack();
    await expect(hit).toBeVisible();
    await expect.poll(async () => (await hit.boundingBox())?.y).toBe(top);
    await expect(hit).toBeFocused();
    expect(await page.locator('#results li:visible').count()).toBe(shown);
    await page.goto('/search.html?q=的');
    await expect(section).toBeVisible();
    await expect(hit).toBeHidden();
  });

  test('shows whoever gets it the same, paper and order included', async ({ page, context }) => {
    await page.goto('/search.html');
    await box(page).fill('作风');
    await order(page, '按篇次').click();
    await chip(page, '第六篇').click();
    await expect(sections(page)).toHaveCount(1);
    const shown = await page.locator('#results').innerText();
    const other = await context.newPage();
    await other.goto(page.url());
    await expect(sections(other)).toHaveCount(1);
    expect(await other.locator('#results').innerText()).toBe(shown);
    await expect(chip(other, '第六篇')).toHaveAttribute('aria-pressed', 'true');
    await expect(order(other, '按篇次')).toHaveAttribute('aria-pressed', 'true');
  });

  test('that makes no sense shows what does', async ({ page }) => {
    for (const more of ['&paper=2', '&paper=99', '&paper=-1', '&paper=x', '&sort=x']) {
      await openSearch(page, '作风', more);
      await expect(status(page)).toHaveText(ZUOFENG);
      expect(await listPapers(page)).toEqual([FOURTH, SIXTH, FIRST, THIRD]);
    }
  });
});

test.describe('a query', () => {
  test('of several terms finds the papers that have them all', async ({ page }) => {
    await page.goto('/search.html');
    for (const terms of [
      ['作风', '能力'],
      ['三抓', '抓三', '服务'],
      ['，', '“四学”'],
    ]) {
      const [shown] = await askSearch(page, [terms.join(' ')]);
      const found = terms.map((term) => findInPapers(term).counts);
      const inAll = papers.filter(({ id }) => found.every((counts) => counts[id]));
      const counts = Object.fromEntries(
        inAll.map(({ id }) => [id, found.reduce((sum, each) => sum + (each[id] ?? 0), 0)]),
      );
      expect(inAll.length).toBeGreaterThan(0);
      expect(shown?.counts).toEqual(counts);
      expect(shown?.status).toContain(`同在 ${inAll.length} 篇中`);
    }
  });

  test('whose terms never meet shows where each stands', async ({ page }) => {
    await openSearch(page, '作风建设年 史志');
    await expect(status(page)).toHaveText('没有一篇同时有“作风建设年”“史志”。');
    await expect(sections(page)).toHaveCount(0);
    await expect(page.locator('#results a')).toHaveText(['作风建设年', '史志']);
  });

  test('in quotes is one term, spaces and all', async ({ page }) => {
    await page.goto('/search.html');
    const [quoted, apart, plain] = await askSearch(page, ['"作 风"', '作 风', '作风']);
    expect(quoted?.counts).toEqual(plain?.counts);
    expect(apart?.counts).not.toEqual(plain?.counts);
  });

  test('in quotes of the text is looked for with them', async ({ page }) => {
    await page.goto('/search.html');
    const [curly, straight, none] = await askSearch(page, ['“四学”', '"四学"', '四学']);
    expect(curly?.counts).toEqual(findInPapers('“四学”').counts);
    expect(straight?.counts).toEqual(curly?.counts);
    expect(none?.counts).toEqual(findInPapers('四学').counts);
    const [literal, syntax] = await askSearch(page, ['“作风”', '"作风"']);
    expect(literal?.counts).toEqual({});
    expect(syntax?.counts).toEqual(findInPapers('作风').counts);
  });

  test('that is found nowhere offers its longest part that is', async ({ page }) => {
    await openSearch(page, '工作作风建设年');
    await expect(status(page)).toHaveText('没有找到“工作作风建设年”。');
    await expect(sections(page)).toHaveCount(0);
    await page.getByRole('link', { name: '作风建设年' }).click();
    await expect(status(page)).toHaveText('“作风建设年”在 1 篇中出现 1 处。');
    await expect(box(page)).toHaveValue('作风建设年');
    expect(await listPapers(page)).toEqual([SIXTH]);
  });

  test('of which nothing is found anywhere leads to the contents', async ({ page }) => {
    await openSearch(page, '饕餮');
    await expect(status(page)).toHaveText('没有找到“饕餮”。');
    await page.locator('#results').getByRole('link', { name: '看目录' }).click();
    await expect(page).toHaveURL(/\/index\.html$|#contents$/);
  });

  test('that stands in titles alone finds their papers, without a hit', async ({ page }) => {
    for (const [query, order] of [
      ['医保经办服务', 3],
      ['计划快落实、能力', 5],
      ['第六篇', 6],
    ] as const) {
      expect(findInPapers(query).counts).toEqual({});
      await openSearch(page, query);
      const links = page.locator('#results section h2 a');
      await expect(links).toHaveCount(1);
      await expect(status(page)).toHaveText(`“${query}”只见于 1 篇的题目或主题。`);
      await expect(sections(page)).toHaveCount(0);
      await expect(page.locator('#results mark')).toHaveText([query]);
      await links.click();
      const title = papers[order - 1]?.title ?? '';
      await expect(page.locator('h1').filter({ hasText: title })).toBeInViewport();
    }
  });

  test('that stands in a title and a body shows both', async ({ page }) => {
    await openSearch(page, '信息报送和服务质效');
    await expect(status(page)).toHaveText('“信息报送和服务质效”在 1 篇中出现 1 处。');
    expect(await listPapers(page)).toEqual([SECOND]);
    await expect(page.locator('#results li mark')).toHaveCount(2);
    await expect(page.locator('#results li').first()).toContainText('题目');
  });

  test('in Traditional characters finds the same', async ({ page }) => {
    await openSearch(page, '作風');
    await expect(status(page)).toHaveText('“作風”在 4 篇中出现 12 处。');
    await expect(page.locator('#results mark')).toHaveText(Array(12).fill('作风'));
  });
});

test.describe('the keyboard', () => {
  test('reaches the box from anywhere by a slash, and types slashes in it', async ({ page }) => {
    for (const path of [`/papers/${FIRST}.html`, '/search.html?q=作风', '/']) {
      await page.goto(path);
      await page.keyboard.press('/');
      await expect(box(page)).toBeFocused();
      await page.keyboard.type('a/b');
      await expect(box(page)).toHaveValue('a/b');
    }
  });

  test('walks from the box through the results and back', async ({ page }) => {
    await openSearch(page, '作风');
    await expect(status(page)).toHaveText(ZUOFENG);
    await box(page).focus();
    const links = await page.locator('#results a').all();
    expect(links.length).toBeGreaterThan(10);
    for (const link of links) {
      await page.keyboard.press('ArrowDown');
      await expect(link).toBeFocused();
      await expect(link).toBeInViewport();
    }
    await page.keyboard.press('ArrowDown');
    await expect(page.locator('#results a').last()).toBeFocused();
    for (const link of links.reverse()) {
      await expect(link).toBeFocused();
      await page.keyboard.press('ArrowUp');
    }
    await expect(box(page)).toBeFocused();
    await expect(box(page)).toBeInViewport();
    await page.keyboard.press('ArrowUp');
    await expect(box(page)).toBeFocused();
  });

  test('steps over what is folded away, and unfolds it', async ({ page }) => {
    await openSearch(page, '的');
    await expect(sections(page)).toHaveCount(6);
    await box(page).focus();
    const more = page.getByRole('button', { name: /还有/ }).first();
    const shown = await sections(page).first().locator('a:visible').count();
    for (let step = 0; step <= shown; step++) await page.keyboard.press('ArrowDown');
    await expect(more).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(sections(page).first().locator('a').nth(shown)).toBeFocused();
  });

  test('opens a hit with Enter', async ({ page }) => {
    await openSearch(page, '作风');
    await expect(status(page)).toHaveText(ZUOFENG);
    await box(page).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-hits] output')).toHaveText(/^\d+／\d+ 处$/);
    await expect(page.locator(':target')).toContainText('严作风');
    await expect(page.locator(':target')).toBeInViewport();
    expect(asked(page).get('q')).toBe('作风');
  });

  test('empties the box with Escape, from wherever it is', async ({ page }) => {
    await openSearch(page, '作风');
    await expect(status(page)).toHaveText(ZUOFENG);
    await hits(page).nth(2).focus();
    await page.keyboard.press('Escape');
    await expect(box(page)).toBeFocused();
    await expect(box(page)).toHaveValue('');
    await expect(page).toHaveURL(/\.html$/);
    await expect(status(page)).toHaveText('');
    await expect(page.locator('#help')).toHaveJSProperty('hidden', false);
    await expect(page.locator('#results > *, #controls > *')).toHaveCount(0);
  });

  test('is in the box as soon as somebody comes to search from another page @site', async ({
    page,
  }) => {
    await page.goto('/');
    await page.getByRole('link', { name: '检索' }).first().click();
    await expect(page).toHaveURL(/search\.html$/);
    await expect(box(page)).toBeFocused();
    await page.keyboard.type('a/b');
    await expect(box(page)).toHaveValue('a/b');
  });

  test('leads from another page’s box to the first result with one key @network', async ({
    page,
  }) => {
    await page.goto(`/papers/${SECOND}.html`);
    await page.keyboard.press('/');
    await page.keyboard.insertText('作风');
    await page.keyboard.press('Enter');
    await expect(status(page)).toHaveText(ZUOFENG);
    await page.keyboard.press('ArrowDown');
    await expect(page.locator('#results a').first()).toBeFocused();
  });

  test('searches from a paper and from the home page @site', async ({ page }) => {
    for (const path of [`/papers/${SECOND}.html`, '/']) {
      await page.goto(path);
      await page.keyboard.press('/');
      await page.keyboard.insertText('作风');
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/\/search\.html\?q=/);
      await expect(status(page)).toHaveText(ZUOFENG);
    }
  });
});

test.describe('on a touch screen', () => {
  test.use({ isMobile: true, hasTouch: true, viewport: { width: 390, height: 844 } });

  test('nothing is said of keys @site', async ({ page }) => {
    await page.goto('/search.html');
    await expect(page.getByText('打拼音或首字母')).toBeVisible();
    await expect(page.getByText('选一处')).toBeHidden();
  });

  test('Escape closes what was opened, and keeps the query', async ({ page }) => {
    await openSearch(page, '作风');
    await page.getByRole('button', { name: '更多' }).click();
    await expect(page.getByRole('button', { name: '复制全部' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: '复制全部' })).toBeHidden();
    await expect(box(page)).toHaveValue('作风');
  });
});

siteTest('a browser that cannot unzip finds as much @network', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'DecompressionStream'));
  await openSearch(page, '作风');
  await expect(status(page)).toHaveText(ZUOFENG);
  expect(await page.evaluate(() => typeof DecompressionStream)).toBe('undefined');
});

test('what an input method is composing is not searched, and its keys are its own', async ({
  page,
}) => {
  await openSearch(page, '落实');
  await expect(status(page)).toHaveText(LUOSHI);
  const client = await page.context().newCDPSession(page);
  await box(page).fill('');
  await expect(page.locator('#help')).toHaveJSProperty('hidden', false);
  await client.send('Input.imeSetComposition', { text: '作', selectionStart: 1, selectionEnd: 1 });
  await expect(box(page)).toHaveValue('作');
  await box(page).press('ArrowDown');
  // A browser's own Escape would empty the box; from an input method it never gets so far.
  await box(page).dispatchEvent('keydown', { key: 'Escape', isComposing: true });
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue('作');
  await expect(page.locator('#help')).toHaveJSProperty('hidden', false);
  await expect(status(page)).toHaveText('');
  await client.send('Input.insertText', { text: '作风' });
  await expect(box(page)).toHaveValue('作风');
  await expect(status(page)).toHaveText(ZUOFENG);
});

test.describe('pinyin', () => {
  for (const typed of ['szsc', 'sanzhua', 'SanZhua SanCu', "san'zhua"]) {
    test(`${typed} offers 三抓三促`, async ({ page }) => {
      await page.goto('/search.html');
      await box(page).fill(typed);
      const offer = page.locator('#offers').getByRole('link', { name: '三抓三促', exact: true });
      await expect(offer).toBeVisible();
      await box(page).press('ArrowDown');
      await expect(page.locator('#offers a').first()).toBeFocused();
      await offer.click();
      await expect(status(page)).toHaveText('“三抓三促”在 6 篇中出现 11 处。');
      await expect(box(page)).toHaveValue('三抓三促');
      await expect(page.locator('#offers')).toBeHidden();
    });
  }

  test('of a title or a point leads there', async ({ page }) => {
    for (const [typed, text, place] of [
      ['gzzqd', '工作早启动、计划快落实、能力快提升', 'main h1'],
      ['jqyyfk', '四是健全预约反馈机制', ':target'],
    ] as const) {
      await page.goto('/search.html');
      await box(page).fill(typed);
      await page.locator('#offers').getByRole('link', { name: text }).click();
      await expect(page.locator(place).filter({ hasText: text })).toBeInViewport();
    }
  });

  test('alone is opened with Enter, and is not said to be missing', async ({ page }) => {
    await page.goto('/search.html');
    await box(page).fill('szsc');
    await expect(status(page)).toHaveText(/^原文里没有“szsc”，拼音相合的有 \d 个。$/);
    await box(page).press('Enter');
    await expect(status(page)).toHaveText('“三抓三促”在 6 篇中出现 11 处。');
    await expect(box(page)).toHaveValue('三抓三促');
  });

  test('is any frequent word, also beside characters', async ({ page }) => {
    await page.goto('/search.html');
    for (const [typed, text] of [
      ['zuofeng', '作风'],
      ['三zhua', '三抓三促'],
      ['sanzhua 作风', '三抓三促 作风'],
    ] as const) {
      await box(page).fill(typed);
      const offers = page.locator('#offers');
      await expect(offers.getByRole('link', { name: text, exact: true })).toBeVisible();
    }
  });

  test('of two letters that stand in the text is not looked for', async ({ page }) => {
    await openSearch(page, 'XX');
    await expect(status(page)).toContainText('篇中出现');
    await expect(page.locator('#offers')).toBeHidden();
  });

  test('never hides what stands in the text in Latin letters', async ({ page }) => {
    await page.goto('/search.html');
    const queries = ['xx', 'XX', 'x', 'Xx', 'sz', 'szsc', 'sanzhua', 'a', 'san zhua', '新xx'];
    for (const { query, counts } of await askSearch(page, queries)) {
      const terms = query.split(' ').map((term) => findInPapers(term).counts);
      expect([query, counts]).toEqual([query, terms.length > 1 ? {} : terms[0]]);
    }
    await openSearch(page, 'xx');
    await expect(page.locator('#results li mark')).toHaveText(Array(10).fill('XX'));
  });
});

test.describe('a hostile query', () => {
  const HOSTILE = [
    '<img src=x onerror=alert(1)>',
    '"><script>alert(1)</script>',
    'javascript:alert(1)',
    '.*+?^$(){}|[]\\',
    '[',
    '\\d+',
    '"',
    '""',
    '"""""" "" " "',
    '“”‘’「」',
    '   ',
    '\u3000\u3000',
    '__proto__',
    'constructor',
    'toString hasOwnProperty',
    '\ud800',
    '作\udc00风',
    '\u0000\u0007',
    '\u200b\u200d\ufeff',
    'é́́'.repeat(50),
    '😀👨‍👩‍👧‍👦',
    '&amp;&lt;%00%ZZ#?+/',
    '的'.repeat(10_000),
    '的 '.repeat(5_000),
    '" '.repeat(5_000),
    '"a '.repeat(3_000),
    'ab'.repeat(5_000),
  ];

  const injected = (page: Page) =>
    page.locator('#results, #status, #controls, #offers').locator('img, script, iframe');

  test('is taken as text in the box', async ({ page }) => {
    const dialogs = listDialogs(page);
    await page.goto('/search.html');
    for (const query of HOSTILE) {
      const [, shown] = await askSearch(page, ['作风', query]);
      expect(shown?.status).not.toContain('没能');
      await expect(injected(page)).toHaveCount(0);
    }
    expect(dialogs).toEqual([]);
  });

  test('is taken as text in the address', async ({ page }) => {
    test.slow();
    const dialogs = listDialogs(page);
    // A server takes no address of any length, and an address no half of a character.
    const queries = HOSTILE.filter((query) => query.length < 1_000 && query.isWellFormed());
    await page.goto('/search.html');
    for (const { query, status: text } of await askSearch(page, queries)) {
      await openSearch(page, query);
      await expect(status(page)).toHaveText(text);
      await expect(page.locator('#results')).toHaveAttribute('aria-busy', 'false');
      await expect(injected(page)).toHaveCount(0);
    }
    expect(dialogs).toEqual([]);
  });

  test('of nothing to look for asks nothing', async ({ page }) => {
    for (const query of ['', ' ', '\u3000 ']) {
      await openSearch(page, query);
      await expect(status(page)).toHaveText('');
      await expect(page.locator('#help')).toHaveJSProperty('hidden', false);
      await expect(page.locator('#results > *')).toHaveCount(0);
    }
  });
});

test.describe('the index', () => {
  test('is not loaded by pages that are read @site', async ({ page }) => {
    const requests = listRequests(page);
    for (const path of ['/', `/papers/${FIRST}.html`]) {
      await page.goto(path);
      await box(page).focus();
      await page.waitForLoadState('networkidle');
    }
    expect(requests.length).toBeGreaterThan(3);
    expect(requests.filter((path) => path.includes('/search/'))).toEqual([]);
  });

  test('is loaded on the search page as soon as somebody wants to type @network', async ({
    page,
  }) => {
    const requests = listRequests(page);
    const ofIndex = () => requests.filter((path) => path.includes('/search/'));
    await page.goto('/search.html');
    await page.waitForLoadState('networkidle');
    expect(ofIndex()).toEqual([]);
    await box(page).focus();
    await expect.poll(() => ofIndex().length).toBeGreaterThan(0);
    expect(ofIndex()[0]).toMatch(/\/search\/manifest-\w+\.gz_json$/);
  });

  // Chromium reports failed requests in the console, which the other tests forbid.
  for (const [files, name] of [
    ['**/search/**', 'all of it'],
    ['**/manifest-*.gz_json', 'its list of papers and files'],
    ['**/search/words/*', 'its words'],
    ['**/search/texts/*', 'the papers’ texts'],
  ] as const) {
    siteTest(`can be asked again after ${name} did not come @network`, async ({ page }) => {
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await page.route(files, (route) => route.abort());
      await openSearch(page, '作风');
      await expect(status(page)).toContainText('没能取到');
      await expect(page.locator('#results')).toHaveAttribute('aria-busy', 'false');
      await page.unroute(files);
      await page.getByRole('button', { name: '再试一次' }).click();
      await expect(status(page)).toHaveText(ZUOFENG);
      await expect(sections(page)).toHaveCount(4);
      expect(errors).toEqual([]);
    });
  }

  siteTest(
    'that the server no longer has is told of like one that did not come @network',
    async ({ page }) => {
      await page.route('**/manifest-*', (route) => route.fulfill({ status: 404, body: '' }));
      await openSearch(page, '作风');
      await expect(status(page)).toContainText('刷新这一页');
      await page.unroute('**/manifest-*');
      await box(page).fill('落实');
      await expect(status(page)).toHaveText(LUOSHI);
    },
  );
});

test('a slow answer never takes the place of a later one @network', async ({ page }) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/pinyin-*', async (route) => {
    await released;
    // Nobody waits for it any more.
    await route.continue().catch(() => {});
  });
  await page.goto('/search.html');
  const sent = page.waitForRequest('**/pinyin-*');
  await box(page).fill('szsc');
  await sent;
  await expect(status(page)).toHaveText('正在查找……');
  const givenUp = page.waitForEvent('requestfailed');
  await box(page).fill('作风');
  await expect(status(page)).toHaveText(ZUOFENG);
  expect((await givenUp).url()).toContain('pinyin-');
  release();
  await expect(status(page)).toHaveText(ZUOFENG);
  await expect(sections(page)).toHaveCount(4);
  await expect(page.locator('#offers')).toBeHidden();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the search page tells how to search, and leads to all papers @site', async ({ page }) => {
    await page.goto('/search.html');
    const advice = page.locator('#help noscript p');
    await expect(advice).toBeVisible();
    await expect(advice).toContainText('要用 JavaScript');
    await expect(advice).toContainText('Ctrl+F');
    await expect(page.locator('#help kbd').filter({ hasText: 'szsc' })).toBeHidden();
    const links = page.locator('#help a');
    await expect(links).toHaveText(papers.map(({ title }) => new RegExp(title)));
    await links.last().click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('一个意识');
  });

  test('the box of a paper still leads to the search page @site', async ({ page }) => {
    await page.goto(`/papers/${FIRST}.html`);
    await box(page).fill('作风');
    await box(page).press('Enter');
    await expect(page).toHaveURL(/\/search\.html\?q=/);
    await expect(page.locator('#help noscript p')).toBeVisible();
  });
});

for (const mode of MODES) {
  test(`axe finds nothing on the search page in ${mode} mode @site`, {
    tag: tagMode(mode),
  }, async ({ page }) => {
    test.slow();
    await setMode(page, mode);
    for (const [query, expected] of [
      ['作风', ZUOFENG],
      ['的', /“的”/],
      ['医保经办服务', /只见于/],
      ['工作作风建设年', /没有找到/],
      ['szsc', /拼音相合的有/],
      ['', ''],
    ] as const) {
      await openSearch(page, query);
      await expect(status(page)).toHaveText(expected);
      expect(await findViolations(page)).toEqual([]);
    }
  });
}

test('results scroll sideways neither at 320 px nor with doubled text', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const query of ['作风', 'a'.repeat(300), 'szsc', '']) {
    await openSearch(page, query);
    await expect(status(page)).toHaveText(query ? /。$/ : '');
    for (const size of ['100%', '200%']) {
      const overflow = await page.evaluate((value) => {
        document.documentElement.style.fontSize = value;
        return document.documentElement.scrollWidth - innerWidth;
      }, size);
      expect([query, size, overflow]).toEqual([query, size, 0]);
    }
  }
});
