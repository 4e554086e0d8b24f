import { askSearch, type Shown } from './ask-search.ts';
import { expect, test } from './fixtures.ts';
import { THOROUGH } from './modes.ts';
import { type Finding, findInPapers, foldPlainly, papers } from './paper-texts.ts';
import { absentQueries, samples } from './sample-queries.ts';

/*
 * Search against the truth: what stands in the papers as they were handed over, counted position by
 * position.
 */

const MISMATCHES_TOLD = 10;

const PLACES = [
  { place: 'the search page', address: '/search.html', tag: [] },
  { place: 'the portable edition', address: '/研讨材料.html', tag: ['@portable', THOROUGH] },
];

function summarize({ counts, marks }: Shown = { query: '', counts: {}, marks: [], status: '' }) {
  return { counts, marks: marks.map(foldPlainly).sort() };
}

function describe({ counts, marks }: Finding): string {
  return JSON.stringify([Object.entries(counts).sort(), marks]);
}

for (const { place, address, tag } of PLACES) {
  for (const [index, { name, asked }] of samples.entries()) {
    // The first ones are whole papers.
    const tags = index > 0 && index < papers.length ? [...tag, THOROUGH] : tag;
    test(`${place} finds ${name} wherever they stand, and marks them`, { tag: tags }, async ({
      page,
    }) => {
      expect(asked.length).toBeGreaterThan(0);
      await page.goto(address);
      const answers = await askSearch(
        page,
        asked.map(({ query }) => query),
      );
      const mismatches = asked.flatMap(({ query, meant }, index) => {
        const got = summarize(answers[index]);
        const expected = findInPapers(meant);
        return describe(got) === describe(expected) ? [] : [{ query, expected, got }];
      });
      expect(mismatches.slice(0, MISMATCHES_TOLD)).toEqual([]);
    });
  }

  test(`${place} does not find what stands nowhere`, { tag }, async ({ page }) => {
    await page.goto(address);
    const answers = await askSearch(page, absentQueries);
    const found = answers.filter(
      ({ counts, marks, status }) =>
        Object.keys(counts).length > 0 || marks.length > 0 || !status.startsWith('没有找到'),
    );
    expect(found.slice(0, MISMATCHES_TOLD)).toEqual([]);
  });
}
