import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { select } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject, type ProjectCopy, UNCOMPRESSED } from './build-copy.ts';
import { readPage } from './read-page.ts';

const SITE = 'https://example.org/intranet/';

let project: ProjectCopy;
let dist: string;
let papers: string[];
beforeAll(async () => {
  project = await copyProject();
  const { code, output } = await project.build({
    ...UNCOMPRESSED,
    SITE_URL: 'https://example.org/intranet',
  });
  expect(output).not.toMatch(/warn|error/i);
  expect(code).toBe(0);
  dist = join(project.folder, 'dist');
  papers = readdirSync(join(dist, 'papers'))
    .filter((name) => name.endsWith('.html'))
    .map((name) => `papers/${name}`);
});
afterAll(() => project.remove());

test('feed, sitemap and robots name the pages under the site’s address', () => {
  const feed = readFileSync(join(dist, 'feed.xml'), 'utf8');
  const sitemap = readFileSync(join(dist, 'sitemap-0.xml'), 'utf8');
  for (const paper of papers) {
    expect(feed).toContain(`<link>${SITE}${paper}</link>`);
    expect(sitemap).toContain(`<loc>${SITE}${paper}</loc>`);
  }
  for (const page of ['', 'outline.html', 'terms.html']) {
    expect(sitemap).toContain(`<loc>${SITE}${page}</loc>`);
  }
  expect(sitemap.match(/<loc>/g)).toHaveLength(papers.length + 3);
  expect(readFileSync(join(dist, 'robots.txt'), 'utf8')).toContain(`${SITE}sitemap-index.xml`);
});

test('a page’s canonical address, share data and structured data agree', () => {
  for (const paper of papers) {
    const page = readPage(join(dist, paper));
    const data = JSON.parse(textOf(select('script[type="application/ld+json"]', page) ?? page));
    expect(select('link[rel=canonical]', page)?.properties['href']).toBe(SITE + paper);
    expect(select('meta[property="og:url"]', page)?.properties['content']).toBe(SITE + paper);
    expect(data.url).toBe(SITE + paper);
  }
});

test('an address that is none stops the build and says how to write one', async () => {
  const { code, output } = await project.build({ ...UNCOMPRESSED, SITE_URL: 'example.org' });
  expect(code).not.toBe(0);
  expect(output).toContain('SITE_URL=example.org 不是网站的地址');
});
