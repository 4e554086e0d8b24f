import { expect, it } from 'vitest';
import { applyEdits, readPage } from '../../../src/hosting/edit-page.ts';
import { makeUrlsRelative } from '../../../src/hosting/relative-urls.ts';

const relate = (html: string, path: string) =>
  applyEdits(html, makeUrlsRelative(readPage(html), path));

it.for([
  ['papers/a.html', '/papers/b.html', 'b.html'],
  ['papers/a.html', '/search.html', '../search.html'],
  ['index.html', '/papers/a.html', 'papers/a.html'],
  // A folder opened from disk has no index.
  ['papers/a.html', '/', '../index.html'],
  ['index.html', '/search/', 'search/'],
  [
    'papers/a.html',
    '/search.html?q=%E4%BD%9C%E9%A3%8E&amp;hit=2#p3',
    '../search.html?q=%E4%BD%9C%E9%A3%8E&amp;hit=2#p3',
  ],
  ['papers/深/a.html', '/papers/%E6%B7%B1/b.html', '../%E6%B7%B1/b.html'],
])('on %s leads from %s to %s', ([page = '', from, to]) => {
  expect(relate(`<a href="${from}">到</a>`, page)).toBe(`<a href="${to}">到</a>`);
});

it.for(['https://example.org/x', '//example.org/x', 'data:image/png;base64,AA==', '#s1', 'b.html'])(
  'leaves %s alone',
  (address) => {
    const html = `<a href="${address}">到</a>`;
    expect(relate(html, 'papers/a.html')).toBe(html);
  },
);

it('changes addresses alone: neither texts nor scripts nor other attributes', () => {
  const html =
    '<p title="/a">href="/a"</p><script>const to = "/a";</script><link rel=icon href="/a.svg">';
  expect(relate(html, 'papers/a.html')).toBe(html.replace('href="/a.svg"', 'href="../a.svg"'));
});

it('knows the addresses the site’s own scripts read', () => {
  expect(relate('<aside data-script="/scripts/a.js" data-x="/a"></aside>', 'papers/a.html')).toBe(
    '<aside data-script="../scripts/a.js" data-x="/a"></aside>',
  );
});
