import { type Browser, chromium, type Page } from '@playwright/test';
import { findChromium } from '../browser/find-chromium.ts';
import { makeRandom } from './make-laws.ts';
import { type CountedServer, type Sent, serveCounted } from './serve-counted.ts';

const COLD_QUERIES = 30;
const COLD_LENGTH = 4;
const WARM_QUERIES = 100;
/** A long query brings all that is needed for its beginnings: the pairs at even places. */
const LONG_LENGTH = 8;

/**
 * Measures what a built site costs a reader with an empty browser, and one who goes on asking.
 *
 * @param dist The built site.
 * @param texts What stands in it; queries are stretches of these.
 */
export async function measureReading(
  dist: string,
  texts: readonly string[],
): Promise<ReadingMeasure> {
  const server = await serveCounted(dist);
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    return {
      ...(await measureHome(browser, server)),
      ...(await measureCold(
        browser,
        server,
        drawQueries(texts, COLD_QUERIES, () => COLD_LENGTH),
      )),
      ...(await measureWarm(
        browser,
        server,
        drawQueries(texts, WARM_QUERIES, () => LONG_LENGTH),
      )),
    };
  } finally {
    await browser.close();
    server.close();
  }
}

/** What a reader waits for, loads and holds; middle values where nothing else is said. */
export interface ReadingMeasure extends ColdMeasure {
  homeElements: number;
  /** What the service worker keeps after one visit to the home page. */
  keptBytes: number;
  /** For a new query of which the index is loaded already, of 2, 4 or 6 characters. */
  warmMs: number;
  warm95thMs: number;
  /** For one of 8 characters whose files come from the server, on the same machine. */
  loadingMs: number;
  loading95thMs: number;
  /** What scripts hold after two hundred queries: objects, the document's own and buffers. */
  heapBytes: number;
  /** The part of these that is JavaScript's own heap. */
  scriptHeapBytes: number;
  /** Nodes of the document, those that it shows no more included. */
  nodes: number;
}

/** What a query asks for in an empty browser, the search page included. */
interface ColdMeasure {
  coldRequests: number;
  coldBytes: number;
  /** Of these requests and bytes those for the index and the texts. */
  coldSearchRequests: number;
  coldSearchBytes: number;
}

/** Different stretches of Chinese characters, so many at a time of the length that `lengthOf` says. */
function drawQueries(
  texts: readonly string[],
  count: number,
  lengthOf: (index: number) => number,
): string[] {
  const random = makeRandom(count, 'queries');
  const queries = new Set<string>();
  while (queries.size < count) {
    const text = texts[Math.floor(random() * texts.length)] ?? '';
    const start = Math.floor(random() * text.length);
    const stretch = text.slice(start, start + lengthOf(queries.size));
    if (/^\p{Script=Han}{2,}$/u.test(stretch)) queries.add(stretch);
  }
  return [...queries];
}

async function measureHome(browser: Browser, { origin }: CountedServer) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${origin}/`);
  const measured = await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    await new Promise<void>((done) => {
      const check = () => active?.state === 'activated' && done();
      active?.addEventListener('statechange', check);
      check();
    });
    let keptBytes = 0;
    for (const name of await caches.keys()) {
      for (const response of await (await caches.open(name)).matchAll()) {
        keptBytes += (await response.blob()).size;
      }
    }
    return { homeElements: document.querySelectorAll('*').length, keptBytes };
  });
  await context.close();
  return measured;
}

async function measureCold(
  browser: Browser,
  server: CountedServer,
  queries: readonly string[],
): Promise<ColdMeasure> {
  const measured: ColdMeasure[] = [];
  for (const query of queries) {
    // A worker would fetch what the query does not need.
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    server.sent.length = 0;
    await page.goto(`${server.origin}/search.html?q=${encodeURIComponent(query)}`);
    await page.locator('#results[aria-busy=false]').waitFor({ state: 'attached' });
    await page.waitForLoadState('networkidle');
    await context.close();
    const ofSearch = server.sent.filter(({ url }) => url.startsWith('/search/'));
    const sum = (sent: readonly Sent[]) => sent.reduce((total, { bytes }) => total + bytes, 0);
    measured.push({
      coldRequests: server.sent.length,
      coldBytes: sum(server.sent),
      coldSearchRequests: ofSearch.length,
      coldSearchBytes: sum(ofSearch),
    });
  }
  const middle = (name: keyof ColdMeasure) => {
    const values = measured.map((each) => each[name]);
    return quantile(values, 0.5);
  };
  return {
    coldRequests: middle('coldRequests'),
    coldBytes: middle('coldBytes'),
    coldSearchRequests: middle('coldSearchRequests'),
    coldSearchBytes: middle('coldSearchBytes'),
  };
}

async function measureWarm(
  browser: Browser,
  { origin }: CountedServer,
  queries: readonly string[],
) {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(`${origin}/search.html`);
  const times = { loading: [] as number[], warm: [] as number[] };
  for (const [index, query] of queries.entries()) {
    const start = query.slice(0, 2 + 2 * (index % 3));
    const [loading = 0, warm = 0] = await page.evaluate(timeQueries, [query, start]);
    // The first also opens the index.
    if (index === 0) continue;
    times.loading.push(loading);
    times.warm.push(warm);
  }
  const memory = await measureMemory(page);
  await context.close();
  return {
    warmMs: quantile(times.warm, 0.5),
    warm95thMs: quantile(times.warm, 0.95),
    loadingMs: quantile(times.loading, 0.5),
    loading95thMs: quantile(times.loading, 0.95),
    ...memory,
  };
}

/** Runs in the page, so it is whole by itself. Milliseconds from the last key to the results drawn. */
async function timeQueries(queries: readonly string[]): Promise<number[]> {
  const box = document.querySelector<HTMLInputElement>('main input[name=q]');
  const results = document.querySelector<HTMLElement>('#results');
  if (!box?.form || !results) throw new Error('This is not the search page.');
  const times: number[] = [];
  for (const query of queries) {
    const drawn = new Promise<void>((done) => {
      const observer = new MutationObserver(() => {
        if (results.ariaBusy !== 'false') return;
        observer.disconnect();
        done();
      });
      observer.observe(results, { attributeFilter: ['aria-busy'], childList: true });
    });
    const start = performance.now();
    box.value = query;
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    // Who presses Enter does not want to be waited for.
    box.form.requestSubmit();
    await drawn;
    times.push(performance.now() - start);
    // All is drawn before the next query, as with a reader who looks at it.
    await new Promise((done) => setTimeout(done, 200));
  }
  return times;
}

async function measureMemory(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('HeapProfiler.collectGarbage');
  const usage = await session.send('Runtime.getHeapUsage');
  const { metrics } = await session.send('Performance.getMetrics');
  return {
    heapBytes: usage.usedSize + usage.embedderHeapUsedSize + usage.backingStorageSize,
    scriptHeapBytes: usage.usedSize,
    nodes: metrics.find(({ name }) => name === 'Nodes')?.value ?? 0,
  };
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length * share)] ?? 0;
}
