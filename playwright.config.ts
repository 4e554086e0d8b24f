import { defineConfig } from '@playwright/test';
import { findChromium } from './tests/browser/find-chromium.ts';

// Resolved once here and handed on: each worker would otherwise unpack a browser of its own.
process.env['CHROME_PATH'] ??= await findChromium();

export default defineConfig({
  testDir: './tests/browser',
  testMatch: '*.e2e.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  reporter: 'list',
  use: {
    baseURL: 'http://localhost:4329',
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
