import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { expect, it } from 'vitest';
import { annotateBody } from '../../../src/study/annotate-body.ts';

const BODY =
  '<h2 id="s1"><span class="ordinal">一、</span>总则</h2>\n' +
  '<p id="p1">甲乙<strong>丙丁</strong>戊己庚辛。</p>\n' +
  '<p id="p2"><span class="point" id="s1-1"><b class="lead">一是学。</b>话。</span></p>\n' +
  '<p id="p3">开头。<span class="point" id="s1-2"><b class="lead">二是干。</b></span></p>';

it('leaves the text as it is', () => {
  const run = { passage: 1, start: 1, end: 6, label: '第二篇', address: '/papers/2.html' };
  expect(textOf(fromHtml(annotateBody(BODY, [run])))).toBe(textOf(fromHtml(BODY)));
});

it('gives every heading, point and paragraph a link, once', () => {
  const links = selectAll('.permalink', fromHtml(annotateBody(BODY, [])));
  expect(links.map(({ properties }) => [properties['href'], properties['ariaLabel']])).toEqual([
    ['#s1', '链接'],
    ['#p1', '链接：第1段'],
    ['#s1-1', '链接：一是学。'],
    ['#s1-2', '链接：二是干。'],
    ['#p3', '链接：第3段'],
  ]);
});

it('marks a run over elements, with a link at its end', () => {
  const run = { passage: 1, start: 1, end: 6, label: '第二篇', address: '/papers/2.html?q=甲#p1' };
  const tree = fromHtml(annotateBody(BODY, [run]));
  expect(selectAll('.parallel', tree).map((part) => textOf(part))).toEqual(['乙', '丙丁', '戊己']);
  expect(select('.parallel + .parallel-link', tree)?.properties).toMatchObject({
    href: '/papers/2.html?q=甲#p1',
    ariaLabel: '同文：第二篇',
    dataLabel: '同第二篇',
  });
});

it('tells runs apart that overlap', () => {
  const runs = [
    { passage: 1, start: 0, end: 4, label: '第二篇', address: '/2' },
    { passage: 1, start: 3, end: 8, label: '第三篇', address: '/3' },
  ];
  const tree = fromHtml(annotateBody(BODY, runs));
  expect(
    selectAll('.parallel', tree)
      .map((part) => textOf(part))
      .join(''),
  ).toBe('甲乙丙丁戊己庚辛');
  expect(selectAll('.parallel-link', tree).map(({ properties }) => properties['href'])).toEqual([
    '/2',
    '/3',
  ]);
});
