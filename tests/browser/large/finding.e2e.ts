import { toSyllables } from '../../../src/text/to-syllables.ts';
import { expect, type Page, test } from './fixtures.ts';
import type { LargeSource } from './large-site.ts';

const rows = (page: Page) => page.locator('[data-rows] > li');
const filter = (page: Page) => page.getByRole('searchbox', { name: '找题名' });
const nameOf = (title: string) => new RegExp(`^${title.replaceAll(/[()（）]/g, '.')}(?:〔|$)`);

/** A paper with topic and year, whose title no other has. */
function drawPaper(sources: readonly LargeSource[]): LargeSource {
  const titles = Map.groupBy(sources, ({ title }) => title);
  const paper = sources.find(
    ({ title, topic, date }, index) =>
      index > 100 && topic && date > '1990' && titles.get(title)?.length === 1,
  );
  if (!paper) throw new Error('No paper has a title of its own.');
  return paper;
}

test('a paper is found by its topic', async ({ page, sources }) => {
  const { title, topic, date } = drawPaper(sources);
  const same = sources.filter((source) => source.topic === topic);
  await page.goto('/');
  await page.getByRole('link', { name: new RegExp(`^${topic}\\s*${same.length}$`) }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(topic);
  await expect(page.getByRole('main')).toContainText(`${same.length} 篇`);
  // Narrowed by year it is on the first page, however many the topic has.
  const year = date.slice(0, 4);
  const count = same.filter((source) => source.date.startsWith(year)).length;
  await page
    .getByRole('navigation', { name: '收窄' })
    .getByRole('link', { name: new RegExp(`^${year}`) })
    .click();
  await expect(rows(page)).toHaveCount(count);
  await rows(page)
    .getByRole('link', { name: nameOf(title) })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
});

test('a paper is found by its year', async ({ page, sources }) => {
  const { title, date } = drawPaper(sources);
  const year = date.slice(0, 4);
  const same = sources.filter((source) => source.date.startsWith(year));
  await page.goto('/');
  await page.getByRole('link', { name: `${year} 年，${same.length} 篇` }).click();
  await expect(rows(page)).toHaveCount(same.length);
  await rows(page)
    .getByRole('link', { name: nameOf(title) })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
});

test('a paper is found by words of its title, in any order, and by their pinyin', async ({
  page,
  sources,
}) => {
  const { title } = drawPaper(sources);
  await page.goto('/');
  await page.getByRole('link', { name: '全部题名' }).click();
  const initials = toSyllables(title)
    .split(' ')
    .map((syllable) => syllable[0])
    .join('');
  for (const query of [`${title.slice(-3)} ${title.slice(0, 3)}`, initials, title]) {
    await filter(page).fill(query);
    await expect(rows(page).getByRole('link', { name: nameOf(title) })).toHaveCount(1);
    expect(await rows(page).count()).toBeLessThan(100);
  }
  await filter(page).fill('没有的题名');
  await expect(rows(page)).toHaveCount(0);
  await expect(page.locator('form output')).toHaveText('没有这样的题名');
  await filter(page).fill('');
  await expect(rows(page)).toHaveCount(200);
});

test('what a filter finds can be opened, and is still there on the way back', async ({
  page,
  sources,
}) => {
  const { title } = drawPaper(sources);
  await page.goto('/lists/title.html');
  await filter(page).fill(title);
  await rows(page).getByRole('link').first().press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await page.goBack();
  await expect(filter(page)).toHaveValue(title);
  await expect(rows(page)).toHaveCount(1);
});

test('a list is sorted as chosen, and an address says how', async ({ page, sources }) => {
  const { topic } = drawPaper(sources);
  await page.goto(`/lists/topic/${topic}.html`);
  const titles = () => rows(page).getByRole('link').allTextContents();
  const byDate = await titles();
  await page
    .getByRole('navigation', { name: '排序' })
    .getByRole('link', { name: '按题名' })
    .click();
  await expect(page).toHaveURL(/\?sort=title$/);
  await expect(page.getByRole('link', { name: '按题名' })).toHaveAttribute('aria-current', 'true');
  await expect.poll(titles).not.toEqual(byDate);
  const byTitle = (await titles()).map((name) => name.replace(/〔.*/, ''));
  expect(byTitle).toEqual(byTitle.toSorted(new Intl.Collator('zh-CN', { numeric: true }).compare));
});

test('home, lists and tabs name papers by title, with the year where it comes again', async ({
  page,
  sources,
}) => {
  const titles = Map.groupBy(sources, ({ title }) => title);
  const again = sources.find(({ title, date }) => date && (titles.get(title)?.length ?? 0) > 1);
  const year = again?.date.slice(0, 4) ?? '';
  await page.goto(`/lists/year/${year}.html`);
  const link = rows(page)
    .getByRole('link', { name: nameOf(again?.title ?? '') })
    .first();
  await expect(link).toContainText(`〔${year}`);
  const name = (await link.textContent()) ?? '';
  await link.click();
  await expect(page).toHaveTitle(
    new RegExp(`^${again?.title.replaceAll(/[()（）]/g, '.')}〔${year}`),
  );
  expect(await page.title()).toContain(name);
  for (const path of ['/', '/lists/date.html']) {
    await page.goto(path);
    await expect(page.getByRole('main')).not.toContainText(/第[一二三四五六七八九十百\d]+篇/);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('lists are whole, page after page', async ({ page, sources }) => {
    await page.goto('/lists/title.html');
    const pages = Math.ceil(sources.length / 200);
    const found = new Set<string>();
    for (let number = 1; number <= pages; number += 1) {
      for (const href of await rows(page)
        .getByRole('link')
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href)))
        found.add(href);
      const next = page
        .getByRole('navigation', { name: '分页' })
        .getByRole('link', { name: String(number + 1), exact: true });
      if (number < pages) await next.click();
    }
    expect(found.size).toBe(sources.length);
    await expect(filter(page)).toBeHidden();
  });
});
