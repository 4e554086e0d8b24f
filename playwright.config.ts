import { defineConfig } from '@playwright/test';
import { findChromium } from './tests/browser/find-chromium.ts';
import type { Way } from './tests/browser/fixtures.ts';

// Resolved once here and handed on: each worker would otherwise unpack a browser of its own.
process.env['CHROME_PATH'] ??= await findChromium();

/** The portable edition is for opening from disk, and is tested where it is opened. */
const PORTABLE = /@portable/;

/** What the one-file edition is held to as the site is: how it is read and searched. */
const PORTABLE_SUITES =
  /(?:citation|go-on|keys|paper|reach|reading-settings|search-arrival|search-page|search-patterns|sizes|study)\.e2e\.ts$/;

/** What only a site of several pages has. */
const SITE = /@site/;

/** Tests of a large collection, which has a site of its own. */
const LARGE = '**/browser/large/**';

/** What only a network can show, such as its failing, is tested where there is one. */
const NETWORK = /@network/;

/** What needs every file of the site, also those that are not kept for reading without a network. */
const WHOLE = /@whole/;

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
    {
      name: 'root',
      use: { way: 'root', serviceWorkers: 'block' },
      testIgnore: LARGE,
      grepInvert: PORTABLE,
    },
    {
      name: 'path',
      use: { way: 'path', serviceWorkers: 'block' },
      testIgnore: LARGE,
      grepInvert: PORTABLE,
    },
    { name: 'disk', use: { way: 'disk' }, testIgnore: LARGE, grepInvert: [PORTABLE, NETWORK] },
    { name: 'portable', use: { way: 'disk' }, testIgnore: LARGE, grep: PORTABLE },
    {
      name: 'offline',
      use: { way: 'offline' },
      testIgnore: LARGE,
      grepInvert: [PORTABLE, NETWORK, WHOLE],
    },
    {
      name: 'in-portable',
      use: { way: 'portable', serviceWorkers: 'block' },
      testMatch: PORTABLE_SUITES,
      grepInvert: [PORTABLE, NETWORK, SITE],
    },
    { name: 'large-site', testMatch: '**/large/build.setup.ts', timeout: 600_000 },
    {
      name: 'large',
      testMatch: '**/browser/large/*.e2e.ts',
      use: { way: 'root', serviceWorkers: 'block' },
      dependencies: ['large-site'],
    },
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
