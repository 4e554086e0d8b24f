import { expect, test } from 'vitest';
import { processPaper } from './process-paper.ts';

const list = async (body: string) =>
  (await processPaper(body)).structure.passages.map(({ id, text }) => `${id} ${text}`.trim());

test('headings, paragraphs, items, cells and notes are passages with addresses', async () => {
  const body =
    '一、总则\n\n第一段[^1]。\n\n- 一项\n- 二项\n  - 小项\n\n> 引文。\n\n|甲|乙|\n|-|-|\n|丙|丁|\n\n[^1]: 注文。';
  expect(await list(body)).toEqual([
    's1 一、总则',
    'p1 第一段。',
    'p2 一项',
    'p3 二项',
    'p4 小项',
    'p5 引文。',
    'p6 甲',
    'p6 乙',
    'p6 丙',
    'p6 丁',
    'user-content-fn-1 注文。',
  ]);
});

test('emphasis, points and hard line breaks do not break a passage', async () => {
  expect(await list('一是**学**理论。话。\\\n二是学业务。话。')).toEqual([
    'p1 一是学理论。话。\n二是学业务。话。',
  ]);
});

test('a passage knows where its points begin', async () => {
  const { structure } = await processPaper('开头。一是学理论。话。二是学业务。话。');
  expect(structure.passages[0]?.places).toEqual([
    [3, 's1'],
    [11, 's2'],
  ]);
});
