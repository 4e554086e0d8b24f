import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * Finds the browser for the tests: `CHROME_PATH`, an installed one, the one that
 * `@sparticuz/chromium` carries for Linux on x64, and else Playwright's own.
 *
 * @returns Path of the executable.
 */
export async function findChromium(): Promise<string> {
  const given = process.env['CHROME_PATH'];
  if (given) return given;
  const installed = INSTALLED.find((path) => existsSync(path));
  if (installed) return installed;
  if (process.platform === 'linux' && process.arch === 'x64') {
    // It unpacks to TMPDIR and takes whatever lies there, also another version's files.
    const folder = join(tmpdir(), 'sparticuz-chromium-153.0.0');
    await mkdir(folder, { recursive: true });
    process.env['TMPDIR'] = folder;
    const { default: packed } = await import('@sparticuz/chromium');
    return packed.executablePath();
  }
  return chromium.executablePath();
}
