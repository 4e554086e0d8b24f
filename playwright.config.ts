import { defineConfig } from '@playwright/test';
import { findChromium } from './tests/browser/find-chromium.ts';
import type { Way } from './tests/browser/fixtures.ts';

// Resolved once here and handed on: each worker would otherwise unpack a browser of its own.
process.env['CHROME_PATH'] ??= await findChromium();

/** What only a network can show, such as its failing, is tested where there is one. */
const NETWORK = /@network/;

export default defineConfig<{ way: Way }>({
  testDir: './tests/browser',
  testMatch: '*.e2e.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  timeout: 120_000,
  reporter: 'list',
  projects: [
    // A worker would answer for the network that these tests play tricks on.
    { name: 'root', use: { way: 'root', serviceWorkers: 'block' } },
    { name: 'path', use: { way: 'path', serviceWorkers: 'block' } },
    { name: 'disk', use: { way: 'disk' }, grepInvert: NETWORK },
    { name: 'offline', use: { way: 'offline' }, grepInvert: NETWORK },
  ],
  use: {
    launchOptions: {
      executablePath: process.env['CHROME_PATH'],
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
  },
  webServer: {
    command: 'node tests/browser/serve.ts',
    url: 'http://localhost:4329/',
    reuseExistingServer: false,
  },
});
