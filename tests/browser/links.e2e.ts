import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from './fixtures.ts';

/** Addresses a page leads to or loads, without and with their fragments. */
function readAddresses(page: Page): Promise<string[]> {
  return page.locator('[href], [src]').evaluateAll((all) =>
    all.map((node) => {
      // Of a link in a picture `href` is no text.
      const address = node.getAttribute('href') ?? node.getAttribute('src') ?? '';
      return new URL(address, document.baseURI).href;
    }),
  );
}

test('every link of every page leads somewhere, and every fragment to its place @whole', async ({
  page,
  root,
}) => {
  const start = root.startsWith('file:') ? `${root}index.html` : root;
  const fragments = new Map<string, Set<string>>([[start, new Set()]]);
  const files = new Set<string>();
  const dead: string[] = [];
  // A map goes on to what is added to it meanwhile.
  for (const [address] of fragments) {
    await page.goto(address);
    for (const found of await readAddresses(page)) {
      const { href, hash, search, pathname } = new URL(found);
      if (href.startsWith('data:')) continue;
      if (!href.startsWith(root)) dead.push(`${address} leads away: ${href}`);
      const target = href.slice(0, href.length - hash.length - search.length);
      if (!/(?:\.html|\/)$/.test(pathname)) files.add(target);
      else if (!fragments.has(target)) fragments.set(target, new Set());
      if (hash) fragments.get(target)?.add(hash);
    }
  }
  for (const [address, hashes] of fragments) {
    await page.goto(address);
    for (const hash of hashes) {
      await page.evaluate((value) => location.assign(value), hash);
      // At the very place: the browser says so itself.
      if ((await page.locator(':target').count()) !== 1) dead.push(address + hash);
    }
  }
  for (const file of files) {
    const exists = file.startsWith('file:')
      ? existsSync(fileURLToPath(file))
      : (await page.request.get(file)).ok();
    if (!exists) dead.push(file);
  }
  expect(dead).toEqual([]);
  expect(fragments.size).toBeGreaterThanOrEqual(9);
  expect([...fragments.values()].reduce((sum, { size }) => sum + size, 0)).toBeGreaterThan(100);
});
