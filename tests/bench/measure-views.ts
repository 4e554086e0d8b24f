import type { Browser, Page } from '@playwright/test';
import type { SearchState } from '../../src/search/browser/search-state.ts';
import type { SearchSource } from '../../src/search/search-document.ts';
import type { CountingServer } from './serve-compressed.ts';

/** Of each kind so many are asked with nothing loaded yet. */
const COLD = 7;

/** Lines on the screen of which no task may be long; fewer are not worth a trace. */
const LINES = 10_000;

/** What is asked of patterns, scopes and views: seeded, from the papers themselves. */
export function drawViewQueries({ documents }: SearchSource): ViewQueries {
  let seed = 20231212;
  const draw = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const drawSentence = (): string => {
    const { passages = [] } = documents[draw(documents.length)] ?? {};
    const { text = '' } = passages[draw(passages.length)] ?? {};
    const sentences = text.match(/[^。！？；\s|*_＿"]{14,}/gu) ?? [];
    return sentences[draw(sentences.length)] ?? drawSentence();
  };
  const cut = (text: string, from: number) => text.slice(from, from + 2);
  const drawWord = (): string => {
    const word = cut(drawSentence(), 2 + draw(8));
    return /^\p{Script=Han}{2}$/u.test(word) ? word : drawWord();
  };
  return {
    patterns: Array.from({ length: 100 }, () => {
      const text = drawSentence();
      const sign = draw(4) === 0 ? '＿' : '*';
      const behind = 2 + (sign === '＿' ? 1 : 1 + draw(10));
      return { query: `${cut(text, 0)}${sign}${cut(text, behind)}` };
    }),
    'scoped pairs': Array.from({ length: 100 }, (_, index) => {
      const text = drawSentence();
      const query = `${cut(text, draw(5))} ${cut(text, 8 + draw(text.length - 10))}`;
      const scopes = [{ scope: 'sentence' }, { scope: 'paragraph' }, { within: 20 }] as const;
      return { query, ...scopes[index % scopes.length] };
    }),
    continuations: Array.from({ length: 20 }, () => ({
      query: drawWord(),
      view: 'neighbours' as const,
    })),
  };
}

/** Asks them, cold and warm, and draws the longest list of lines. */
export async function measureViews(
  browser: Browser,
  server: CountingServer,
  queries: ViewQueries,
  longTerm: { text: string; hits: number } | undefined,
): Promise<{ kinds: Record<string, ViewMeasures>; longestTask: number | undefined }> {
  const kinds: Record<string, ViewMeasures> = {};
  for (const [name, states] of Object.entries(queries)) {
    const cold = [];
    for (const state of states.slice(0, COLD)) cold.push(await measureCold(browser, server, state));
    const page = await browser.newPage();
    await page.goto(`${server.origin}/views.html`);
    for (const state of states) await ask(page, state);
    const warm = [];
    for (const state of states.toReversed()) warm.push(await ask(page, state));
    await page.close();
    kinds[name] = {
      kilobytes: median(cold.map(({ bytes }) => bytes / 1024)),
      coldTime: median(cold.map(({ time }) => time)),
      warmTime: median(warm),
    };
  }
  const isLong = longTerm !== undefined && longTerm.hits >= LINES;
  return {
    kinds,
    longestTask: isLong ? await traceLines(browser, server, longTerm.text) : undefined,
  };
}

/** By their kind. */
export type ViewQueries = Record<string, SearchState[]>;

/** What a kind of query costs, in the median. */
export interface ViewMeasures {
  /** On the wire, from a page without anything. */
  kilobytes: number;
  /** ms. */
  coldTime: number;
  warmTime: number;
}

/** The character that stands so often that its lines are worth a trace, and no more often than needed. */
export function findLongTerm({
  documents,
}: SearchSource): { text: string; hits: number } | undefined {
  const counts = new Map<string, number>();
  for (const { passages } of documents) {
    for (const { text } of passages) {
      for (const unit of text) counts.set(unit, (counts.get(unit) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([text, hits]) => ({ text, hits }))
    .filter(({ text, hits }) => hits >= LINES && /\p{Script=Han}/u.test(text))
    .sort((one, other) => one.hits - other.hits)[0];
}

async function measureCold(browser: Browser, server: CountingServer, state: SearchState) {
  const context = await browser.newContext();
  const page = await context.newPage();
  server.sent.clear();
  await page.goto(`${server.origin}/views.html`);
  const time = await ask(page, state);
  await context.close();
  return { time, bytes: [...server.sent.values()].reduce((sum, size) => sum + size, 0) };
}

/** Asks in the page, and tells how long it took, ms. */
function ask(page: Page, state: SearchState): Promise<number> {
  return page.evaluate(async (asked) => {
    const { askView } = globalThis as unknown as { askView: (state: SearchState) => Promise<void> };
    const start = performance.now();
    await askView(asked);
    return performance.now() - start;
  }, state);
}

/** Draws all lines of a term, scrolls through them, and tells the longest task that took, ms. */
async function traceLines(
  browser: Browser,
  server: CountingServer,
  query: string,
): Promise<number> {
  const page = await browser.newPage();
  await page.goto(`${server.origin}/views.html`);
  await ask(page, { query, view: 'kwic' });
  const longest = await page.evaluate(async (asked) => {
    const { drawLines } = globalThis as unknown as { drawLines: (query: string) => Promise<void> };
    let most = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) most = Math.max(most, duration);
    });
    observer.observe({ type: 'longtask' });
    await drawLines(asked);
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let step = 0; step <= 60; step++) {
      scrollTo(0, (document.documentElement.scrollHeight * step) / 60);
      await frame();
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
    return most;
  }, query);
  await page.close();
  return longest;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
}
