import { test as base, expect } from '@playwright/test';

export type { Page } from '@playwright/test';
export { expect };

/**
 * Every test also fails when the page writes to the console, throws, or asks anything of another
 * host or of an address that does not exist.
 */
export const test = base.extend<{ quiet: undefined }>({
  quiet: [
    async ({ page, baseURL }, use) => {
      const noise: string[] = [];
      page.on('console', (message) => noise.push(message.text()));
      page.on('pageerror', (error) => noise.push(error.message));
      page.on('request', (request) => {
        if (!request.url().startsWith(`${baseURL}/`)) noise.push(`foreign: ${request.url()}`);
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
