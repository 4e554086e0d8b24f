import { readFileSync } from 'node:fs';
import { askSearch } from './ask-search.ts';
import { expect, type Page, test } from './fixtures.ts';
import { findViolations, MODES, setMode, THOROUGH } from './modes.ts';
import { findInPapers, foldPlainly, papers } from './paper-texts.ts';
import {
  absentPatterns,
  countNear,
  countTogether,
  findUnpunctuatedInPapers,
  matchInPapers,
  pairs,
  patterns,
  unpunctuated,
} from './sample-patterns.ts';

const PLACES = [
  { place: 'the search page', address: '/search.html', tag: ['@site'] },
  { place: 'the portable edition', address: '/研讨材料.html', tag: ['@portable', THOROUGH] },
];

const status = (page: Page) => page.locator('#status');
const view = (page: Page, name: string) =>
  page.getByRole('group', { name: '看法' }).getByRole('button', { name });

type Counts = Record<string, number>;

const sorted = (counts: Counts) => JSON.stringify(Object.entries(counts).sort());

async function compare(
  page: Page,
  asked: readonly { query: string; expected: Counts }[],
): Promise<unknown[]> {
  const answers = await askSearch(
    page,
    asked.map(({ query }) => query),
  );
  return asked
    .map(({ query, expected }, index) => ({ query, expected, got: answers[index]?.counts ?? {} }))
    .filter(({ expected, got }) => sorted(expected) !== sorted(got))
    .slice(0, 10);
}

for (const { place, address, tag } of PLACES) {
  test(`${place} finds what patterns match, and how often`, { tag }, async ({ page }) => {
    await page.goto(address);
    const asked = patterns.map((query) => ({ query, expected: matchInPapers(query) }));
    expect(await compare(page, asked)).toEqual([]);
  });

  test(`${place} finds nothing for patterns that match nothing`, { tag }, async ({ page }) => {
    await page.goto(address);
    const asked = absentPatterns.map((query) => ({ query, expected: {} }));
    expect(await compare(page, asked)).toEqual([]);
    await expect(status(page)).toContainText('没有找到');
  });

  test(`${place} finds either of two, and leaves papers out`, { tag }, async ({ page }) => {
    await page.goto(address);
    const asked = pairs.slice(0, 60).flatMap(([one, other]) => {
      const without = Object.fromEntries(
        Object.entries(findInPapers(one).counts).filter(([id]) => !holds(id, other)),
      );
      return [
        { query: `${one}|${other}`, expected: matchInPapers(`${one}|${other}`) },
        { query: `${one} -${other}`, expected: without },
      ];
    });
    expect(await compare(page, asked)).toEqual([]);
  });

  for (const [scope, unit] of [
    ['paragraph', 'paragraphs'],
    ['sentence', 'sentences'],
  ] as const) {
    test(`${place} counts the ${unit} that hold two terms`, { tag }, async ({ page }) => {
      await page.goto(`${address}?q=学习+能力&scope=${scope}`);
      const distinct = pairs.filter(([one, other]) => one !== other);
      const asked = distinct.map((pair) => ({
        query: pair.join(' '),
        expected: countTogether(pair, unit),
      }));
      expect(asked.filter(({ expected }) => sorted(expected) !== '[]').length).toBeGreaterThan(50);
      expect(await compare(page, asked)).toEqual([]);
    });
  }

  for (const [within, order] of [
    [20, ''],
    [35, 'typed'],
  ] as const) {
    test(`${place} counts where two terms stand within ${within} characters ${order}`, {
      tag,
    }, async ({ page }) => {
      await page.goto(`${address}?q=学习+能力&within=${within}&order=${order}`);
      const distinct = pairs.filter(([one, other]) => one !== other);
      const asked = distinct.map((pair) => ({
        query: pair.join(' '),
        expected: countNear(pair, within, order === 'typed'),
      }));
      expect(asked.filter(({ expected }) => sorted(expected) !== '[]').length).toBeGreaterThan(30);
      expect(await compare(page, asked)).toEqual([]);
    });
  }

  test(`${place} finds without punctuation what it does not find with it`, { tag }, async ({
    page,
  }) => {
    await page.goto(address);
    const asked = unpunctuated.map((query) => ({
      query,
      expected: findUnpunctuatedInPapers(query),
    }));
    expect(await compare(page, asked)).toEqual([]);
    const [shown] = await askSearch(page, ['三抓三促行动']);
    expect(shown?.status).toBe('没有原样的“三抓三促行动”。不计标点，在 6 篇中出现 11 处。');
  });
}

/** Whether a paper has a term in its text, its title, its label or its topic. */
function holds(id: string, term: string): boolean {
  const { label = '', title = '', topic = '' } = papers.find((paper) => paper.id === id) ?? {};
  const heads = [label, title, topic].map(foldPlainly);
  return id in findInPapers(term).counts || heads.some((text) => text.includes(foldPlainly(term)));
}

/** The lines of the outline, by paper, as they were set down when the papers were handed over. */
function readOutline(): Counts[] {
  const outlines: Counts[] = [];
  const text = readFileSync(new URL('../source/outline.txt', import.meta.url), 'utf8');
  for (const line of text.split('\n')) {
    if (/^ {2}\S/.test(line)) outlines.push({});
    const [, entry] = /^\s+(?:\[.+?\]|\(.+?\)) (.+)$/.exec(line) ?? [];
    const last = outlines.at(-1);
    if (entry && last) last[entry] = (last[entry] ?? 0) + 1;
  }
  return outlines;
}

test('in titles and outlines alone is counted what stands there', async ({ page }) => {
  await page.goto('/search.html?q=作风&in=headings');
  const outlines = readOutline().map((lines) => Object.keys(lines).map(foldPlainly));
  expect(outlines).toHaveLength(6);
  const terms = ['作风', '上下功夫', '一是', '制度', '，', '学', '服务', '信息', '三个表率', '的'];
  const asked = terms.map(foldPlainly).map((query) => ({
    query,
    expected: Object.fromEntries(
      papers
        .map(({ id }, index) => [
          id,
          (outlines[index] ?? []).reduce((sum, line) => sum + line.split(query).length - 1, 0),
        ])
        .filter(([, count]) => Number(count) > 0),
    ) as Counts,
  }));
  expect(await compare(page, asked)).toEqual([]);
});

test('how near terms stand is chosen by whoever asks for it, and told in the address', async ({
  page,
}) => {
  await page.goto('/search.html?q=学习');
  await expect(status(page)).toHaveText(/。$/);
  const near = page.getByRole('group', { name: '多近' });
  await expect(page.getByRole('button', { name: '近处' })).toBeHidden();
  await page.getByRole('searchbox').fill('学习 能力');
  await page.getByRole('button', { name: '近处' }).click();
  await expect(page).toHaveURL(/[?&]within=20$/);
  const counts = countNear(['学习', '能力'], 20, false);
  const sum = Object.values(counts).reduce((total, each) => total + each, 0);
  await expect(status(page)).toHaveText(
    `“学习”和“能力”，${Object.keys(counts).length} 篇中有 ${sum} 处在 20 字内同时出现。`,
  );
  // What stands between the terms belongs to the hit and was not typed.
  const [first] = await page.locator('#results section li a').allInnerTexts();
  expect(first).toContain('学习');
  await expect(page.locator('#results mark[data-gap]').first()).toBeVisible();
  await near.getByRole('spinbutton').fill('50');
  await near.getByRole('spinbutton').press('Enter');
  await expect(page).toHaveURL(/[?&]within=50$/);
  await near.getByRole('button', { name: '依次' }).click();
  await expect(page).toHaveURL(/[?&]within=50&order=typed$/);
  await expect(status(page)).toContainText('处在 50 字内依次出现。');
  await near.getByRole('spinbutton').press('Escape');
  await expect(page.getByRole('searchbox')).toHaveValue('学习 能力');
  await page.goBack();
  await expect(near.getByRole('button', { name: '不分先后' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.getByRole('button', { name: '同句' }).click();
  await expect(page).toHaveURL(/[?&]scope=sentence$/);
  await expect(near).toBeHidden();
});

test('what fills a pattern is shown, counted, and narrows it', async ({ page }) => {
  await page.goto(`/search.html?${new URLSearchParams({ q: '坚持*，在*上下功夫' })}`);
  await expect(status(page)).toHaveText('“坚持*，在*上下功夫”在 1 篇中出现 3 处。');
  const fillers = page.getByRole('group', { name: '填在空处的字' });
  await expect(fillers.getByRole('link')).toHaveCount(6);
  await fillers.getByRole('link', { name: '转变作风' }).click();
  await expect(page.getByRole('searchbox')).toHaveValue('坚持转变作风，在*上下功夫');
  await expect(status(page)).toHaveText('“坚持转变作风，在*上下功夫”在 1 篇中出现 1 处。');
  await page.goBack();
  await expect(status(page)).toContainText('出现 3 处');
});

test('a hit of a pattern leads to its place, where all matches are marked', async ({ page }) => {
  await page.goto(`/search.html?${new URLSearchParams({ q: '严*、严' })}`);
  const lines = page.locator('#results li a[data-hit]');
  const count = Number(await page.locator('[data-paper]').first().getAttribute('data-count'));
  await lines.first().click();
  await expect(page.locator('[data-hits] output')).toHaveText(`1／${count} 处`);
});

test('the four views show the same hits', async ({ page }) => {
  for (const [query, more] of [
    ['工作', ''],
    ['坚持*，在*上下功夫', ''],
    ['提高|提升', ''],
    ['学习 能力', ''],
    ['学习 能力', '&scope=paragraph'],
    ['学习 能力', '&scope=sentence'],
    ['学习 能力', '&within=40'],
    ['学习', '&in=headings'],
  ] as const) {
    await page.goto(`/search.html?${new URLSearchParams({ q: query })}${more}`);
    const shows = query.split(' ');
    await expect(page.locator('[data-paper]').first()).toBeVisible();
    const counts = await page
      .locator('[data-paper]')
      .evaluateAll((all) => all.map((each) => Number(each.getAttribute('data-count'))));
    const sum = counts.reduce((total, count) => total + count, 0);
    const readPlaces = (links: string) =>
      page
        .locator(links)
        .evaluateAll((all) =>
          all.map((link) => link.getAttribute('href')?.replace(/[?&]hit=\d+/, '')),
        );
    const byPaper = await readPlaces('[data-paper] li a[href*="#"]:not([href^="#paper-"])');
    await view(page, '居中').click();
    await expect(page).toHaveURL(/view=kwic/);
    await expect(page.locator('#results ol[data-lines] li')).toHaveCount(sum);
    const inLines = await readPlaces('#results ol[data-lines] a');
    expect(new Set(inLines)).toEqual(new Set(byPaper));
    await view(page, '分布').click();
    await expect(page.locator('#results svg a')).toHaveCount(sum);
    expect((await readPlaces('#results svg a')).toSorted()).toEqual(inLines.toSorted());
    await view(page, '搭配').click();
    await expect(page.locator('[data-neighbours] section')).toHaveCount(2 * shows.length);
    await view(page, '按篇').click();
    await expect(page).not.toHaveURL(/view=/);
    await expect(page.locator('[data-paper]')).toHaveCount(counts.length);
  }
});

test('where hits stand is told by a table too, paper by paper and section by section', async ({
  page,
}) => {
  await page.goto('/search.html?q=作风&view=spread');
  await page.getByText('看成表格').click();
  const table = page.getByRole('table', { name: '各篇' });
  const rows = await table
    .locator('tbody')
    .evaluateAll((bodies) =>
      bodies.map((body) =>
        [...body.querySelectorAll('tr')].map((row) => [
          row.querySelector('th')?.textContent ?? '',
          Number(row.querySelector('td:last-child')?.textContent),
        ]),
      ),
    );
  const { counts } = findInPapers('作风');
  expect(rows.map(([whole]) => whole)).toEqual(
    papers.map(({ id, label }) => [label, counts[id] ?? 0]),
  );
  for (const [whole, ...sections] of rows) {
    const sum = sections.reduce((total, [, hits]) => total + Number(hits), 0);
    expect(sum).toBe(whole?.[1]);
  }
  await expect(table.getByRole('rowheader', { name: /^一、/ })).toHaveCount(2);
});

test('lines are sorted by what follows, what precedes, or place', async ({ page }) => {
  await page.goto('/search.html?q=工作&view=kwic');
  const { compare: compareSounds } = new Intl.Collator('zh-CN');
  const read = (side: string) =>
    page
      .locator(`#results ol[data-lines] ${side}`)
      .evaluateAll((all) => all.map(({ textContent }) => textContent ?? ''));
  const firsts = (await read('mark + span')).map((text) => text[0] ?? '');
  const isHan = (text: string) => /\p{Script=Han}/u.test(text);
  expect(firsts.filter(isHan)).toEqual(firsts.filter(isHan).toSorted(compareSounds));
  await page.getByRole('button', { name: '按前文' }).click();
  await expect(page).toHaveURL(/align=before/);
  const lasts = (await read('small + span')).map((text) => text.at(-1) ?? '').filter(isHan);
  expect(lasts).toEqual(lasts.toSorted(compareSounds));
  await page.getByRole('button', { name: '按篇次' }).click();
  const names = await read('small');
  expect([...new Set(names)]).toEqual(['第一篇', '第二篇', '第三篇', '第四篇', '第五篇', '第六篇']);
});

test('what stands beside a word extends the query', async ({ page }) => {
  await page.goto('/search.html?q=坚持&view=neighbours');
  const after = page.locator('[data-neighbours] section').last();
  await expect(after.locator('ol').first()).toContainText('3不懈');
  await after.getByRole('link', { name: /不懈$/ }).click();
  await expect(status(page)).toHaveText('“坚持不懈”在 2 篇中出现 3 处。');
});

test('search answers where scripts know what browsers knew in January 2021', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  // What later versions of the language and of AbortSignal have brought (Chrome 89 to 140).
  await page.addInitScript(() => {
    const later = 'at findLast findLastIndex toSorted toReversed toSpliced with';
    const lists = [Array, String, Object.getPrototypeOf(Int32Array)];
    const newer: (readonly [object, string])[] = [
      ...lists.map(({ prototype }) => [prototype, later] as const),
      [Object, 'hasOwn groupBy'],
      [Map, 'groupBy'],
      [Promise, 'withResolvers try'],
      [Array, 'fromAsync'],
      [Set.prototype, 'union intersection difference isSubsetOf isSupersetOf isDisjointFrom'],
      [AbortSignal, 'abort any timeout'],
      [AbortSignal.prototype, 'reason throwIfAborted'],
      [globalThis, 'structuredClone Iterator'],
    ];
    for (const [owner, names] of newer) {
      for (const name of names.split(' ')) Reflect.deleteProperty(owner, name);
    }
  });
  for (const [asked, answer] of [
    ['q=作风', '“作风”在 4 篇中出现 12 处。'],
    ['q=坚持&view=kwic', '“坚持”在 5 篇中出现 18 处。'],
    ['q=坚持&view=spread', '“坚持”在 5 篇中出现 18 处。'],
    ['q=坚持&view=neighbours', '“坚持”在 5 篇中出现 18 处。'],
    ['q=坚持*，在*上下功夫', /^“坚持\*，在\*上下功夫”在 1 篇中出现 3 处/],
    ['q=学习+能力&scope=sentence', '“学习”和“能力”，4 篇中有 5 句同时出现。'],
    ['q=三抓三促行动', '没有原样的“三抓三促行动”。不计标点，在 6 篇中出现 11 处。'],
  ] as const) {
    await page.goto(`/search.html?${asked}`);
    await expect(status(page)).toHaveText(answer);
  }
  expect(errors).toEqual([]);
});

test('the table has every hit, and can be read by Excel', async ({ page }) => {
  await page.goto('/search.html?q=作风');
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: '存为表格' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe('检索 作风.csv');
  const text = readFileSync((await download.path()) ?? '', 'utf8');
  expect(text.startsWith('\ufeff文稿,题目,日期,位置,前文,所查,后文\r\n')).toBe(true);
  expect(text.split('\r\n')).toHaveLength(12 + 2);
  expect(text.split(',作风,')).toHaveLength(12 + 1);
});

test.describe('with the clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('all hits are copied, each quoted with its source, those not drawn too', async ({
    page,
  }) => {
    await page.goto('/search.html?q=工作');
    await page.getByRole('button', { name: '复制全部' }).click();
    const { counts } = findInPapers('工作');
    const sum = Object.values(counts).reduce((total, count) => total + count, 0);
    await expect(status(page)).toHaveText(`已复制 ${sum} 条。`);
    const text = await page.evaluate(() => navigator.clipboard.readText());
    const lines = text.trimEnd().split('\n');
    expect(lines).toHaveLength(sum);
    for (const line of lines) {
      const [, quoted = '', label = '', title = ''] =
        /^“(.+)”（(第.篇)《(.+?)》(?:，.+)?）$/.exec(line) ?? [];
      expect(quoted, line).toContain('工作');
      const paper = papers.find((each) => each.label === label);
      expect(paper?.title.replace('“', '').replace('”', ''), line).toBeTruthy();
      expect(title, line).toBe(paper?.title);
      // Inner quotes are those of the next level; all else is the source.
      const source = (paper?.paragraphs ?? []).join('\n').replaceAll(/[“”‘’]/g, '"');
      expect(source, line).toContain(quoted.replaceAll(/[“”‘’]/g, '"'));
    }
  });
});

test('a query without text, or one made to take for ever, is answered at once', async ({
  page,
}) => {
  await page.goto('/search.html');
  const hostile = [
    ['****', /至少要有一个字/],
    ['＿＿', /至少要有一个字/],
    ['|'.repeat(100), /至少要有一个字/],
    ['|'.repeat(1000), /太长/],
    [Array.from('的'.repeat(1000)).join('|'), /太长/],
    ['的*'.repeat(1000), /太长/],
    ['"“‘'.repeat(300), /没有/],
    ['的*的*的*的*的*的*的*的*的*了', /。$/],
    ['- -- -', /。$/],
    ['甲 -', /。$/],
    ['*'.repeat(5000), /太长/],
  ] as const;
  for (const [query, expected] of hostile) {
    const [shown] = await askSearch(page, [query]);
    expect(shown?.status).toMatch(expected);
  }
});

for (const mode of MODES) {
  test(`axe finds nothing on the views in ${mode} mode @site`, { tag: THOROUGH }, async ({
    page,
  }) => {
    await setMode(page, mode);
    for (const more of [
      'q=工作&view=kwic',
      'q=工作&view=spread',
      'q=坚持&view=neighbours',
      'q=学习+能力&scope=sentence',
      'q=学习+能力&within=40&view=neighbours',
      'q=坚持*，在*上下功夫',
      'q=三抓三促行动',
    ]) {
      await page.goto(`/search.html?${more}`);
      await expect(status(page)).toHaveText(/。$/);
      const table = page.getByText('看成表格');
      if (await table.isVisible()) await table.click();
      expect(await findViolations(page)).toEqual([]);
    }
  });
}
