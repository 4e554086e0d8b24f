import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveFolder } from '../../src/hosting/serve-folder.ts';
import { makePapers } from '../bench/make-papers.ts';
import { findChromium } from '../browser/find-chromium.ts';
import { copyProject, type ProjectCopy } from './build-copy.ts';

/*
 * The service worker on sites of its own, which change while a reader has them open. With a browser,
 * since only one has workers, but not a test of the site as built once, as those of `tests/browser`.
 */

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env['CHROME_PATH'] ?? (await findChromium()),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
});
afterAll(() => browser?.close());

/** A copy of the project, built and served. */
async function startSite(papers?: number): Promise<Site> {
  const project = await copyProject();
  if (papers !== undefined) await makePapers(project.folder, papers);
  expect((await project.build()).code).toBe(0);
  const server = await serveFolder(join(project.folder, 'dist'), 0, '/深 层/');
  const { port } = server.address() as AddressInfo;
  return { project, server, root: `http://localhost:${port}/${encodeURI('深 层')}/` };
}

async function stopSite(site: Site | undefined): Promise<void> {
  site?.server.close();
  site?.server.closeAllConnections();
  await site?.project.remove();
}

/** Opens the home page, and waits until the worker has kept what it keeps by itself. */
async function visit(page: Page, root: string): Promise<Page> {
  await page.goto(root);
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    while (active?.state !== 'activated') await new Promise((done) => setTimeout(done, 20));
  });
  return page;
}

/** What is kept in the browser: addresses with the bytes of their files. */
function listKept(page: Page): Promise<Record<string, number>> {
  return page.evaluate(async () => {
    const kept: Record<string, number> = {};
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const response = await cache.match(request);
        kept[request.url] = (await response?.arrayBuffer())?.byteLength ?? 0;
      }
    }
    return kept;
  });
}

const sum = (kept: Record<string, number>) =>
  Object.values(kept).reduce((total, bytes) => total + bytes, 0);

describe('the six papers', () => {
  let site: Site;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => stopSite(site));

  test('a changed paper is new at the next visit, in its page and in search, while a tab is open', async () => {
    const { project, root } = site;
    const context = await browser.newContext();
    const address = `${root}papers/06-dangzheng-ban.html`;
    await visit(await context.newPage(), root);
    const page = await context.newPage();
    await page.goto(address);
    expect(await page.locator('.prose').textContent()).not.toContain('日新又新');
    await page.goto(address.replace('.html', '.md')).catch(() => undefined);

    const source = 'content/papers/06-dangzheng-ban.md';
    const text = await readFile(join(project.folder, source), 'utf8');
    await project.write(source, `${text.trimEnd()}\n\n办文办会，日新又新。\n`);
    expect((await project.build()).code).toBe(0);

    await page.goto(address);
    expect(await page.locator('.prose').textContent()).toContain('日新又新');
    expect(
      await page.evaluate(
        async (url) => (await fetch(url)).text(),
        address.replace('.html', '.md'),
      ),
    ).toContain('日新又新');
    await page.goto(`${root}search.html?q=${encodeURI('日新又新')}`);
    await page.locator('#results mark').first().waitFor();
    await context.close();
  });

  test('keeps the whole site by itself, which is no more than 1 MB', async () => {
    const context = await browser.newContext();
    const page = await visit(await context.newPage(), site.root);
    const kept = await listKept(page);
    expect(sum(kept)).toBeLessThanOrEqual(1_000_000);
    expect(Object.keys(kept)).toContain(`${site.root}papers/01-fazhi-xuanchuan.html`);
    await page.goto(`${site.root}offline.html`);
    await page.getByText('全站都在这个浏览器里').waitFor();
    await context.close();
  });
});

describe('a larger collection', () => {
  let site: Site;
  beforeAll(async () => {
    site = await startSite(70);
  });
  afterAll(() => stopSite(site));

  test('keeps by itself what every page needs and what was read, and no more than 1 MB', async () => {
    const context = await browser.newContext();
    const page = await visit(await context.newPage(), site.root);
    await page.goto(`${site.root}papers/00012.html`);
    const kept = await listKept(page);
    expect(sum(kept)).toBeLessThanOrEqual(1_000_000);
    const papers = Object.keys(kept).filter((url) => url.includes('/papers/'));
    expect(papers).toEqual([`${site.root}papers/00012.html`]);

    await context.setOffline(true);
    await page.goto(`${site.root}papers/00012.html`);
    await page.getByRole('heading', { level: 1 }).filter({ hasText: '第12号' }).waitFor();
    await context.close();
  });

  test('without a network an unknown page says so, names what is kept and leads there', async () => {
    const context = await browser.newContext();
    const page = await visit(await context.newPage(), site.root);
    await page.goto(`${site.root}papers/00012.html`);
    await context.setOffline(true);
    for (const path of [
      'papers/00030.html',
      'no/such/page.html',
      '研讨材料.html',
      '研讨材料.epub',
    ]) {
      await page.goto(site.root + path);
      await page.getByRole('heading', { name: '现在没有网络' }).waitFor();
      await page.getByRole('main').getByRole('link', { name: '目录' }).click();
      await page.waitForURL(`${site.root}index.html`);
      await page.goBack();
      await page
        .getByRole('main')
        .getByRole('link', { name: /第12号/ })
        .click();
      await page.waitForURL(`${site.root}papers/00012.html`);
    }
    await context.close();
  });

  test('saves all when asked, says its size, and then every page and search work offline', async () => {
    const context = await browser.newContext();
    const page = await visit(await context.newPage(), site.root);
    await page.goto(site.root);
    await page.getByRole('link', { name: '离线阅读' }).click();
    const save = page.getByRole('button', { name: /^(?:全部存下|存下其余的)（\d+\.\d MB）$/ });
    await save.click();
    await page.getByText('全站都在这个浏览器里').waitFor();
    const told = await page
      .locator('progress')
      .evaluate((bar: HTMLProgressElement) => bar.position);
    expect(told).toBe(1);
    await context.setOffline(true);
    await page.goto(`${site.root}papers/00055.html`);
    await page.getByRole('heading', { level: 1 }).filter({ hasText: '第55号' }).waitFor();
    await page.goto(`${site.root}search.html?q=${encodeURI('研讨材料')}`);
    await page.locator('#results mark').first().waitFor();

    await context.setOffline(false);
    await page.goto(`${site.root}offline.html`);
    await page.getByRole('button', { name: '删去存下的' }).click();
    await save.waitFor();
    await context.close();
  });

  test('keeps nothing beyond what was read where the browser says Save-Data', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const client = await context.newCDPSession(page);
    await client.send(
      'Emulation.setDataSaverOverride' as never,
      { dataSaverEnabled: true } as never,
    );
    await visit(page, site.root);
    expect(Object.keys(await listKept(page))).toEqual([`${site.root}index.html`]);
    await context.close();
  });

  test('an unknown address leads back into the site, however deep it lies', async () => {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    for (const path of ['none.html', 'papers/none.html', 'no/such/page.html', 'a/b/c/d.html']) {
      const response = await page.goto(site.root + path);
      expect(response?.status()).toBe(404);
      await page.locator(`main a[href="${new URL(site.root).pathname}index.html"]`).click();
      await page.waitForURL(`${site.root}index.html`);
    }
    await context.close();
  });
});

interface Site {
  project: ProjectCopy;
  server: Server;
  root: string;
}
