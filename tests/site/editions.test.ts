import { readFileSync, statSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { expect, test } from 'vitest';
import { readExpectedOutlines, readSource } from '../source/read-source.ts';
import { readBody, readPage } from './read-page.ts';

const PORTABLE = 'dist/研讨材料.html';
const sources = readSource();

test('the portable edition holds the papers’ source text, character for character', () => {
  const articles = selectAll('article', readPage(PORTABLE));
  const bodies = articles.map((article): string[] =>
    readBody({ type: 'root', children: [article] } satisfies Root),
  );
  expect(bodies).toEqual(sources);
});

test('the portable edition asks for nothing, and stays within 450 KiB', () => {
  const page = readPage(PORTABLE);
  const asking = selectAll('[src], link[href], [srcset]', page).map(
    ({ properties }) => properties['src'] ?? properties['href'] ?? properties['srcSet'],
  );
  expect(asking.filter((address) => !String(address).startsWith('data:'))).toEqual([]);
  expect(readFileSync(PORTABLE, 'utf8')).not.toMatch(/url\((?!data:)|@import/);
  expect(statSync(PORTABLE).size).toBeLessThan(450 * 1024);
});

test('the contents of the portable edition list every entry, and each leads somewhere', () => {
  const page = readPage(PORTABLE);
  const ids = selectAll('[id]', page).map(({ properties }) => String(properties['id']));
  expect(new Set(ids).size).toBe(ids.length);
  const links = selectAll('a[href^="#"]', page).map(({ properties }) => String(properties['href']));
  expect(links.filter((link) => !ids.includes(link.slice(1)))).toEqual([]);
  const entries = readExpectedOutlines().flat();
  expect(selectAll('#contents ol a', page)).toHaveLength(entries.length);
});

test('the EPUB holds the papers’ source text, character for character', () => {
  const files = unzipSync(readFileSync('dist/研讨材料.epub'));
  const bodies = sources.map((_, index) => {
    const xhtml = strFromU8(files[`OEBPS/papers/${index + 1}.xhtml`] ?? new Uint8Array());
    const prose = select('.prose', fromHtml(xhtml));
    return prose ? readBody({ type: 'root', children: [prose] }) : [];
  });
  expect(bodies).toEqual(sources);
});

test('the EPUB has a cover and contents for old readers, and its titles break as the site’s do', () => {
  const files = unzipSync(readFileSync('dist/研讨材料.epub'));
  const read = (name: string) => strFromU8(files[`OEBPS/${name}`] ?? new Uint8Array());
  expect(files['OEBPS/cover.png']?.subarray(1, 4)).toEqual(new Uint8Array([0x50, 0x4e, 0x47]));
  expect(read('toc.ncx').match(/<content /g)).toHaveLength(
    sources.length + readExpectedOutlines().flat().length,
  );
  const title = (html: string) =>
    /<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1]?.replaceAll(/(?<=<\w+) [^>]*/g, '');
  expect(title(read('papers/1.xhtml'))).toContain('<wbr>');
  expect(title(read('papers/1.xhtml'))).toBe(
    title(readFileSync('dist/papers/01-fazhi-xuanchuan.html', 'utf8')),
  );
});
