import type { Page } from './fixtures.ts';

/** Queries to one call of the page, which answers nothing else meanwhile. */
const AT_A_TIME = 250;

/** What the page shows for a query. */
export interface Shown {
  query: string;
  /** Hits by the papers' ids. */
  counts: Record<string, number>;
  /** Each stretch that is marked, folded away ones included. */
  marks: string[];
  status: string;
}

/** Types queries into the box of an open search page, each when the one before is answered. */
export async function askSearch(page: Page, queries: readonly string[]): Promise<Shown[]> {
  const answers: Shown[] = [];
  for (let at = 0; at < queries.length; at += AT_A_TIME) {
    answers.push(...(await page.evaluate(typeAll, queries.slice(at, at + AT_A_TIME))));
  }
  return answers;
}

/** Runs in the page, so it is whole by itself. */
async function typeAll(queries: readonly string[]): Promise<Shown[]> {
  const box = document.querySelector<HTMLInputElement>('main input[name=q]');
  const results = document.querySelector<HTMLElement>('#results');
  const status = document.querySelector<HTMLElement>('#status');
  if (!box || !results || !status) throw new Error('This is not the search page.');
  const waitForResults = () =>
    new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => resolveWhenComplete());
      const resolveWhenComplete = () => {
        if (results.ariaBusy !== 'false') return;
        observer.disconnect();
        resolve();
      };
      observer.observe(results, { attributeFilter: ['aria-busy'] });
      resolveWhenComplete();
    });
  const answers: Shown[] = [];
  for (const query of queries) {
    box.value = query;
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await waitForResults();
    const found = [...results.querySelectorAll<HTMLElement>('[data-paper]')];
    answers.push({
      query,
      counts: Object.fromEntries(
        found.map(({ dataset }) => [dataset['paper'] ?? '', Number(dataset['count'])]),
      ),
      marks: [...results.querySelectorAll('mark')].map(({ textContent }) => textContent),
      status: status.textContent,
    });
  }
  return answers;
}
