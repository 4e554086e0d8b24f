import { expect, it } from 'vitest';
import { prefixIds } from '../../../src/hosting/prefix-ids.ts';

it('tells apart the ids of papers on one page, and what names them', () => {
  expect(
    prefixIds(
      '<article data-prefix="1-"><h2 id="s1">一</h2><a href="#s1">回</a></article>' +
        '<article data-prefix="2-"><h2 id="s1">一</h2><sup><a href="#fn" aria-describedby="note other" id="ref">1</a></sup></article>',
    ),
  ).toBe(
    '<article data-prefix="1-"><h2 id="1-s1">一</h2><a href="#1-s1">回</a></article>' +
      '<article data-prefix="2-"><h2 id="2-s1">一</h2><sup><a href="#2-fn" aria-describedby="2-note 2-other" id="2-ref">1</a></sup></article>',
  );
});

it('leaves the contents, the papers’ own anchors and everything outside alone', () => {
  const html =
    '<nav id="contents"><a href="#1-s1">一</a></nav>' +
    '<article id="paper-1" data-prefix="1-"><a href="#contents">目录</a><a href="#paper-2">下一篇</a><a href="b.html#s1">别处</a></article>';
  expect(prefixIds(html)).toBe(html);
});
