import { readdirSync, readFileSync, statSync } from 'node:fs';
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
const PORTABLE = '研讨材料.html';

describe.for(pages)('%s', (page) => {
  const tree = readPage(join('dist', page));

  test('is valid HTML', async () => {
    expect(await findHtmlErrors(join('dist', page))).toEqual([]);
  });

  test('asks nothing of another host, and nothing of the host’s root', () => {
    const loading = selectAll(
      'script[src], img, link[href]:not([rel=canonical]), iframe, source',
      tree,
    );
    for (const { properties } of loading) {
      expect(String(properties['src'] ?? properties['href'])).not.toMatch(/^(?!data:)\w+:|^\//);
    }
  });

  test('says what it is to browsers and search engines', () => {
    expect(select('html', tree)?.properties['lang']).toBe('zh-CN');
    // The portable edition has the papers' besides its own.
    expect(
      selectAll(':not(article) > header > h1, main > h1, article > header > h1', tree),
    ).toHaveLength(page === PORTABLE ? papers.length + 1 : 1);
    expect(textOf(select('title', tree) ?? tree)).toContain('研讨材料');
    expect(select('meta[name=description]', tree)?.properties['content']).toBeTruthy();
    // An article is what someone wrote: a paper, and nothing that is only made of papers.
    const type = select('meta[property="og:type"]', tree)?.properties['content'];
    if (type) expect(type).toBe(papers.includes(page) ? 'article' : 'website');
  });
});

describe.for(papers)('%s', (page) => {
  const tree = readPage(join('dist', page));

  test('has HTML and CSS of at most 14 KiB together, compressed with Brotli', () => {
    const styles = selectAll('link[rel=stylesheet]', tree).map(({ properties }) =>
      join('dist/papers', String(properties['href'])),
    );
    expect(styles.length).toBeGreaterThan(0);
    const sizes = [join('dist', page), ...styles].map(
      (path) => brotliCompressSync(readFileSync(path)).length,
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(14 * 1024);
  });

  test('is within 64 KiB at a first visit, all told, where the system has a Song face for the body', () => {
    const fonts = files.filter((file) =>
      /^fonts\/(?:faces|display|punctuation)\.\w+\.\w+$/.test(file),
    );
    expect(fonts).toHaveLength(3);
    // As a host sends them.
    const sizes = [page, ...fonts, 'icon.svg', 'manifest.webmanifest'].map(
      (file) => statSync(join('dist', files.includes(`${file}.br`) ? `${file}.br` : file)).size,
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(64 * 1024);
  });

  test('is painted without any other file: styles are in it, the fonts’ come at its end', () => {
    expect(selectAll('head link[rel=stylesheet]', tree)).toEqual([]);
    const sheets = selectAll('link[rel=stylesheet]', tree).map(({ properties }) =>
      String(properties['href']),
    );
    expect(sheets).toEqual([expect.stringMatching(/^\.\.\/fonts\/faces\.\w+\.css$/)]);
    expect(readFileSync(join('dist', page), 'utf8')).toMatch(
      /<link rel="stylesheet"[^>]*>\s*<\/body>/,
    );
  });

  test('has at most 2 KiB of JavaScript', () => {
    const scripts = selectAll('script:not([type="application/ld+json"])', tree);
    expect(scripts.filter(({ properties }) => properties['src'])).toEqual([]);
    const bytes = scripts.reduce((sum, script) => sum + Buffer.byteLength(textOf(script)), 0);
    expect(bytes).toBeLessThanOrEqual(2048);
  });

  test('describes itself as an article', () => {
    const data = JSON.parse(textOf(select('script[type="application/ld+json"]', tree) ?? tree));
    expect(data).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Article',
      headline: textOf(select('h1', tree) ?? tree),
      inLanguage: 'zh-CN',
    });
  });
});

test('no link or fragment of the site is dead', async () => {
  const { links, passed } = await new LinkChecker().check({
    path: '**/*.html',
    serverRoot: 'dist',
    recurse: true,
    checkFragments: true,
  });
  expect(links.filter(({ state }) => state === 'BROKEN').map(({ url }) => url)).toEqual([]);
  expect(passed).toBe(true);
  expect(links.length).toBeGreaterThan(20);
});

test('without an address of its own the site names none', () => {
  for (const page of pages) {
    expect(readFileSync(join('dist', page), 'utf8')).not.toMatch(/canonical|og:url|localhost/);
  }
  expect(files.filter((file) => /feed|sitemap/.test(file))).toEqual([]);
  expect(readFileSync('dist/robots.txt', 'utf8')).not.toContain('Sitemap');
});

test('no style stands in a cascade layer, all of which browsers before Chrome 99 leave out', () => {
  const styles = files.filter((file) => /\.(?:css|html)$/.test(file));
  expect(styles.length).toBeGreaterThan(20);
  const layered = styles.filter((file) =>
    /@layer\b/.test(readFileSync(join('dist', file), 'utf8')),
  );
  expect(layered).toEqual([]);
});

test('what builds the index stays out of the site', () => {
  expect(
    files.filter((file) => /source\.json|pf_fragment|pagefind.*\.js|\.css$/.test(file)),
  ).toEqual(files.filter((file) => /^(?:_astro|fonts).*\.css$/.test(file)));
});

test('the web manifest has a name and icons that exist', () => {
  const manifest = JSON.parse(readFileSync('dist/manifest.webmanifest', 'utf8'));
  expect(manifest.short_name).toBe('研讨材料');
  for (const { src } of manifest.icons) expect(files).toContain(src);
});

test('a host that runs Jekyll over what it serves is told not to, or it drops _astro', () => {
  expect(files).toContain('.nojekyll');
});
