import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { expect, test } from 'vitest';
import { processPaper } from './process-paper.ts';

const render = async (body: string) => fromHtml((await processPaper(body)).html);

const BODY =
  '一、总则\n\n第一段。\n\n一是学。话。\n\n开头。二是干。话。\n\n- 一项\n  - 小项\n\n> 引文。\n\n|甲|\n|-|\n|丙|\n\n注[^1]。\n\n[^1]: 注文。';

test('every heading, point, paragraph and item has a link of its own name, ahead of its text', async () => {
  const tree = await render(BODY);
  const links = selectAll('a[href^="#"]:empty', tree).map(({ properties }) => [
    properties['href'],
    properties['ariaLabel'] ?? `= ${String(properties['ariaLabelledBy'])}`,
  ]);
  expect(links).toEqual([
    ['#s1', '= s1'],
    ['#p1', '第1段'],
    ['#s1-1', '一是学。话。'],
    ['#p3', '第3段'],
    ['#s1-2', '二是干。话。'],
    ['#p4', '第4段'],
    ['#p5', '第5段'],
    ['#p6', '第6段'],
    ['#p8', '第8段'],
  ]);
  for (const [href] of links) {
    const [first] = select(`[id="${String(href).slice(1)}"]`, tree)?.children ?? [];
    expect(first).toMatchObject({ tagName: 'a', properties: { href }, children: [] });
  }
});

test('the text stays as it is', async () => {
  const tree = await render(BODY);
  expect(textOf(select('h2', tree) ?? tree)).toBe('一、总则');
  expect(textOf(select('#p3', tree) ?? tree)).toBe('开头。二是干。话。');
});

test('the link comes before a box too', async () => {
  const tree = await render('- [x] 办完');
  expect(
    select('li', tree)?.children.map((node) => ('tagName' in node ? node.tagName : 'text')),
  ).toEqual(['a', 'input', 'text']);
});
