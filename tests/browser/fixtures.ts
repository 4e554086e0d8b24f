import { pathToFileURL } from 'node:url';
import { test as base, expect, type Locator } from '@playwright/test';

export type { Locator, Page } from '@playwright/test';
export { expect };

/** How the one built site is reached; `portable` is its one-file edition in the place of every page. */
export type Way = 'root' | 'path' | 'disk' | 'offline' | 'portable';

/** Said by Playwright, not by the page. */
const BLOCKED_WORKER = 'Service Worker registration blocked by Playwright';

const ROOTS: Readonly<Record<Way, string>> = {
  root: 'http://localhost:4329/',
  path: `http://localhost:4330/${encodeURI('深 层/site/')}`,
  disk: `${pathToFileURL('dist')}/`,
  offline: 'http://localhost:4329/',
  portable: 'http://localhost:4329/',
};

/**
 * Pages open by their path in the site (`/papers/x.html`), whichever way the site is reached. For what
 * makes the browser itself write to the console; all else is tested with `test`.
 */
export const siteTest = base.extend<{ way: Way; root: string; place: FindPlace }>({
  way: ['root', { option: true }],
  root: async ({ way }, use) => use(ROOTS[way]),
  page: async ({ page, context, way, root, javaScriptEnabled }, use) => {
    const goto = page.goto.bind(page);
    page.goto = (address, options) =>
      goto(way === 'portable' ? locateInPortable(address, root) : locate(address, root), options);
    // Without script no worker starts, and such a reader needs a network.
    if (way === 'offline' && javaScriptEnabled !== false) {
      await goto(root);
      await page.evaluate(async () => {
        const { active } = await navigator.serviceWorker.ready;
        await new Promise<void>((done) => {
          const check = () => active?.state === 'activated' && done();
          active?.addEventListener('statechange', check);
          check();
        });
      });
      await context.setOffline(true);
      await goto('about:blank');
    }
    await use(page);
  },
  place: async ({ page, way, root }, use) =>
    use((address) => {
      const isPortable = way === 'portable';
      const { pathname } = new URL(address, root);
      const [, hash = ''] =
        /(#.*)$/.exec(isPortable ? locateInPortable(address, root) : address) ?? [];
      return {
        page: isPortable ? '/' : pathname,
        hash,
        element: page.locator(hash ? `[id="${decodeURIComponent(hash.slice(1))}"]` : 'article'),
      };
    }),
});

/** Finds a paper, or a place in it, by its address in the site. */
export type FindPlace = (address: string) => Place;

/** Where a paper, or a place in it, is in what is tested. */
export interface Place {
  /** Plain address of what is opened to read it. */
  page: string;
  /** With its `#`; on the site a paper as a whole has none. */
  hash: string;
  element: Locator;
}

/**
 * As `siteTest`. Every test also fails when the page writes to the console, throws, or asks anything
 * outside the site or that does not exist.
 */
export const test = siteTest.extend<{ quiet: undefined }>({
  quiet: [
    async ({ page, root }, use) => {
      const noise: string[] = [];
      page.on('console', (message) => {
        if (message.text() !== BLOCKED_WORKER) noise.push(message.text());
      });
      page.on('pageerror', (error) => noise.push(error.message));
      page.on('request', (request) => {
        if (!/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(root)) {
          noise.push(`foreign: ${request.url()}`);
        }
      });
      page.on('requestfailed', (request) => {
        // Leaving a page ends what it was still loading.
        const reason = request.failure()?.errorText;
        if (reason !== 'net::ERR_ABORTED') noise.push(`${reason}: ${request.url()}`);
      });
      page.on('response', (response) => {
        if (response.status() >= 400) noise.push(`${response.status()}: ${response.url()}`);
      });
      await use(undefined);
      expect(noise).toEqual([]);
    },
    { auto: true },
  ],
});

/** A page's address; from disk a folder has no index. */
function locate(address: string, root: string): string {
  if (!address.startsWith('/')) return address;
  const path = address.slice(1);
  return root + (root.startsWith('file:') && /^(?:$|[?#])/.test(path) ? `index.html${path}` : path);
}

/** The place in the one-file edition of what the site has at an address. */
function locateInPortable(address: string, root: string): string {
  if (!address.startsWith('/')) return address;
  const { pathname, search, hash } = new URL(address, root);
  const [, order] = /^\/papers\/0*(\d+)-/.exec(pathname) ?? [];
  const anchor = hash && order ? `#${order}-${hash.slice(1)}` : hash;
  return `${root}${encodeURI('研讨材料.html')}${search}${anchor || (order ? `#paper-${order}` : '')}`;
}
