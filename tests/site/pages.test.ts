import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { LinkChecker } from 'linkinator';
import { describe, expect, test } from 'vitest';
import { findHtmlErrors } from './find-html-errors.ts';
import { readPage } from './read-page.ts';

const files = readdirSync('dist', { recursive: true }).map(String);
const pages = files.filter((file) => file.endsWith('.html')).sort();
const papers = pages.filter((file) => file.startsWith('papers'));

describe.for(pages)('%s', (page) => {
  const tree = readPage(join('dist', page));

  test('is valid HTML', async () => {
    expect(await findHtmlErrors(join('dist', page))).toEqual([]);
  });

  test('asks nothing of another host', () => {
    const loading = selectAll(
      'script[src], img, link[href]:not([rel=canonical]), iframe, source',
      tree,
    );
    for (const { properties } of loading) {
      expect(String(properties['src'] ?? properties['href'])).toMatch(/^\/(?!\/)/);
    }
  });

  test('says what it is to browsers and search engines', () => {
    expect(select('html', tree)?.properties['lang']).toBe('zh-CN');
    expect(selectAll('h1', tree)).toHaveLength(1);
    expect(textOf(select('title', tree) ?? tree)).toContain('研讨材料');
    expect(select('meta[name=description]', tree)?.properties['content']).toBeTruthy();
  });
});

describe.for(papers)('%s', (page) => {
  const tree = readPage(join('dist', page));

  test('has HTML and CSS of at most 14 KiB together, compressed with Brotli', () => {
    const styles = selectAll('link[rel=stylesheet]', tree).map(({ properties }) =>
      join('dist', String(properties['href'])),
    );
    expect(styles.length).toBeGreaterThan(0);
    const sizes = [join('dist', page), ...styles].map(
      (path) => brotliCompressSync(readFileSync(path)).length,
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(14 * 1024);
  });

  test('has at most 2 KiB of JavaScript', () => {
    const scripts = selectAll('script:not([type="application/ld+json"])', tree);
    expect(scripts.filter(({ properties }) => properties['src'])).toEqual([]);
    const bytes = scripts.reduce((sum, script) => sum + Buffer.byteLength(textOf(script)), 0);
    expect(bytes).toBeLessThanOrEqual(2048);
  });

  test('describes itself as an article whose address is its own', () => {
    const data = JSON.parse(textOf(select('script[type="application/ld+json"]', tree) ?? tree));
    expect(data).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Article',
      headline: textOf(select('h1', tree) ?? tree),
      inLanguage: 'zh-CN',
    });
    const canonical = select('link[rel=canonical]', tree)?.properties['href'];
    expect(canonical).toMatch(new RegExp(`/${page}$`));
    expect(data.url).toBe(canonical);
    expect(select('meta[property="og:url"]', tree)?.properties['content']).toBe(canonical);
  });
});

test('no link or fragment of the site is dead', async () => {
  const { links, passed } = await new LinkChecker().check({
    path: '**/*.html',
    serverRoot: 'dist',
    recurse: true,
    checkFragments: true,
    linksToSkip: ['^http://localhost:4321'],
  });
  expect(links.filter(({ state }) => state === 'BROKEN').map(({ url }) => url)).toEqual([]);
  expect(passed).toBe(true);
  expect(links.length).toBeGreaterThan(40);
});

test('feed, sitemap and robots name addresses that exist', () => {
  const feed = readFileSync('dist/feed.xml', 'utf8');
  const sitemap = readFileSync('dist/sitemap-0.xml', 'utf8');
  for (const paper of papers) {
    expect(feed).toContain(`<link>http://localhost:4321/${paper}</link>`);
    expect(sitemap).toContain(`<loc>http://localhost:4321/${paper}</loc>`);
  }
  const listed = sitemap.match(/<loc>/g) ?? [];
  expect(listed).toHaveLength(papers.length + 1);
  expect(sitemap).not.toContain('404');
  expect(readFileSync('dist/robots.txt', 'utf8')).toContain('/sitemap-index.xml');
  expect(files).toContain('sitemap-index.xml');
});

test('the web manifest has a name and icons that exist', () => {
  const manifest = JSON.parse(readFileSync('dist/manifest.webmanifest', 'utf8'));
  expect(manifest.short_name).toBe('研讨材料');
  for (const { src } of manifest.icons) expect(files).toContain(src);
});
