import type { AddressInfo } from 'node:net';
import { serveFolder } from '../../../src/hosting/serve-folder.ts';
import { test as base } from '../fixtures.ts';
import { LARGE_DIST, type LargeSource, readLargeSources } from './large-site.ts';

export { expect, type Page } from '../fixtures.ts';

/** As the other tests, over the site of a thousand made-up laws; `sources` are their texts. */
export const test = base.extend<object, { origin: string; sources: LargeSource[] }>({
  origin: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a pattern here.
    async ({}, use) => {
      const server = await serveFolder(LARGE_DIST, 0);
      const { port } = server.address() as AddressInfo;
      await use(`http://localhost:${port}/`);
      server.closeAllConnections();
      server.close();
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a pattern here.
  sources: [async ({}, use) => use(readLargeSources()), { scope: 'worker' }],
  root: async ({ origin }, use) => use(origin),
});
