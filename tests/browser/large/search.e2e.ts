import type { Locator, Page } from '@playwright/test';
import { askSearch } from '../ask-search.ts';
import { expect, test } from './fixtures.ts';
import type { LargeSource } from './large-site.ts';

/** Of a phrase in more papers the page shows the first ones at once. */
const PAPERS_SHOWN = 10;
const PHRASES = 40;

test('a phrase is found wherever it stands in a thousand laws, and counted', async ({
  page,
  sources,
}) => {
  const phrases = drawPhrases(sources);
  expect(phrases).toHaveLength(PHRASES);
  await page.goto('/search.html');
  const answers = await askSearch(page, phrases);
  expect(answers.map(({ query, counts }) => ({ query, counts }))).toEqual(
    phrases.map((query) => ({ query, counts: countPhrase(query, sources) })),
  );
});

test('a sentence that hundreds of laws share is counted in all of them', async ({
  page,
  sources,
}) => {
  const query = '玩忽职守、滥用职权、徇私舞弊';
  const counts = Object.values(countPhrase(query, sources));
  const total = counts.reduce((sum, count) => sum + count, 0);
  expect(counts.length).toBeGreaterThan(100);
  await page.goto('/search.html');
  const [answer] = await askSearch(page, [query]);
  expect(answer?.status).toBe(`“${query}”在 ${counts.length} 篇中出现 ${total} 处。`);
});

test('a pattern is counted from the index, and what fills it is told when it has been read', async ({
  page,
  sources,
}) => {
  const read = watchTexts(page);
  const counts = countInSentences(
    (sentence) => sentence.match(/情节.{0,30}?处分/gu)?.length ?? 0,
    sources,
  );
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  expect(Object.keys(counts).length).toBeGreaterThan(50);
  let allow = () => {};
  const allowed = new Promise<void>((resolve) => {
    allow = resolve;
  });
  await page.route('**/search/texts/*', async (route) => {
    await allowed;
    await route.continue();
  });
  await page.goto('/search.html');
  const [answer] = await askSearch(page, ['情节*处分']);
  expect(answer?.counts).toEqual(counts);
  expect(answer?.status).toBe(`“情节*处分”在 ${Object.keys(counts).length} 篇中出现 ${total} 处。`);
  const fillers = page.getByRole('group', { name: '填在空处的字' });
  await expect(fillers).toHaveAttribute('aria-busy', 'true');
  allow();
  await expect(fillers).not.toHaveAttribute('aria-busy');
  await expect(fillers.getByRole('listitem').first()).toBeVisible();
  expect(read.size).toBeGreaterThan(1);
});

test('where papers are many, what fills a pattern is counted when somebody asks', async ({
  page,
  sources,
}) => {
  const read = watchTexts(page);
  await page.goto(`/search.html?${new URLSearchParams({ q: '不得*或者' })}`);
  await expect(page.locator('#results mark').first()).toBeVisible();
  const papers = Object.keys(
    countInSentences((sentence) => Number(/不得.{0,30}?或者/u.test(sentence)), sources),
  );
  expect(papers.length).toBeGreaterThan(200);
  expect(read.size).toBeLessThan(20);
  const fillers = page.getByRole('group', { name: '填在空处的字' });
  await fillers.getByRole('button', { name: `要读 ${papers.length} 篇` }).press('Enter');
  await expect(fillers).toBeFocused();
  await expect(fillers.getByRole('link').first()).toBeVisible({ timeout: 60_000 });
  expect(read.size).toBeGreaterThan(20);
});

test('what stands beside a word in many papers is counted without reading them, the rest when asked', async ({
  page,
  sources,
}) => {
  const read = watchTexts(page);
  await page.goto(`/search.html?${new URLSearchParams({ q: '规定', view: 'neighbours' })}`);
  const runs = page.locator('[data-neighbours] section');
  await expect(runs.first().getByRole('link').first()).toBeVisible();
  expect(read.size).toBe(0);
  const listed = await readRuns(runs);
  for (const [side, list] of listed.entries()) {
    expect(list.length).toBeGreaterThan(10);
    for (const { text, count } of list) {
      const phrase = side === 0 ? `${text}规定` : `规定${text}`;
      expect({ phrase, count }).toEqual({ phrase, count: countAll(phrase, sources) });
    }
  }
  const papers = Object.keys(countPhrase('规定', sources)).length;
  await page.getByRole('button', { name: `全部列出（要读 ${papers} 篇）` }).press('Enter');
  await expect(runs.getByRole('heading', { name: '各一次' }).first()).toBeVisible({
    timeout: 60_000,
  });
  expect(read.size).toBeGreaterThan(20);
  const [more] = await page.getByRole('button', { name: /^另有 \d+ 种$/ }).all();
  const before = await runs.getByRole('link').count();
  await more?.press('Enter');
  await expect.poll(() => runs.getByRole('link').count()).toBeGreaterThan(before);
  // The most frequent are the same, now that all has been read.
  const all = await readRuns(runs);
  expect(all.map((list) => list.slice(0, 10))).toEqual(listed.map((list) => list.slice(0, 10)));
});

test('the sentences that hold two words are counted in a thousand laws', async ({
  page,
  sources,
}) => {
  const holdsBoth = (sentence: string) => sentence.includes('部门') && sentence.includes('规定');
  const counts = countInSentences((sentence) => Number(holdsBoth(sentence)), sources);
  expect(Object.keys(counts).length).toBeGreaterThan(100);
  await page.goto('/search.html?scope=sentence');
  const [answer] = await askSearch(page, ['规定 部门']);
  expect(answer?.counts).toEqual(counts);
});

/** The files of texts that a page has asked for. */
function watchTexts(page: Page): ReadonlySet<string> {
  const read = new Set<string>();
  page.on('request', (request) => {
    if (request.url().includes('/search/texts/')) read.add(request.url());
  });
  return read;
}

/** Five characters from the middle of every so many documents, where few others have them. */
function drawPhrases(sources: readonly LargeSource[]): string[] {
  const phrases = sources.flatMap(({ paragraphs }, index) => {
    const paragraph = paragraphs[Math.floor(paragraphs.length / 2)] ?? '';
    const phrase = /\p{Script=Han}{5}(?=[，。；])/u.exec(paragraph)?.[0];
    if (index % 7 !== 0 || !phrase) return [];
    return Object.keys(countPhrase(phrase, sources)).length <= PAPERS_SHOWN ? [phrase] : [];
  });
  return [...new Set(phrases)].slice(0, PHRASES);
}

/** Sums what is counted in each sentence of the bodies, white space left out. */
function countInSentences(
  count: (sentence: string) => number,
  sources: readonly LargeSource[],
): Record<string, number> {
  const counts = sources.map(({ id, paragraphs }) => {
    const sentences = paragraphs.flatMap(
      (text) =>
        text.replace(/\s/gu, '').match(/[^。！？；]*[。！？；][”’」』）]*|[^。！？；]+$/gu) ?? [],
    );
    return [id, sentences.reduce((sum, sentence) => sum + count(sentence), 0)] as const;
  });
  return Object.fromEntries(counts.filter(([, sum]) => sum > 0));
}

/** What is listed before and behind a word more than once. */
function readRuns(sides: Locator): Promise<{ text: string; count: number }[][]> {
  return sides.evaluateAll((sections) =>
    sections.map((section) =>
      [...section.querySelectorAll('ol:not([data-once]) a')].map((link) => ({
        text: link.querySelector('span')?.textContent ?? '',
        count: Number(link.querySelector('b')?.textContent),
      })),
    ),
  );
}

function countAll(phrase: string, sources: readonly LargeSource[]): number {
  return Object.values(countPhrase(phrase, sources)).reduce((sum, count) => sum + count, 0);
}

/** How often a phrase stands in the bodies, by looking at every position. */
function countPhrase(phrase: string, sources: readonly LargeSource[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { id, paragraphs } of sources) {
    let count = 0;
    for (const paragraph of paragraphs) {
      for (let at = paragraph.indexOf(phrase); at >= 0; at = paragraph.indexOf(phrase, at + 1)) {
        count += 1;
      }
    }
    if (count > 0) counts[id] = count;
  }
  return counts;
}
