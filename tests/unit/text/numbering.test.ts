import { expect, it } from 'vitest';
import { rankOf, readNumbering } from '../../../src/text/numbering.ts';

it.each([
  ['第一编　总则', '编', 1],
  ['第二分编', '分编', 2],
  ['第十二章 附则', '章', 12],
  ['第一章总则', '章', 1],
  ['第三部分：保障', '节', 3],
  ['第一千二百六十条　本法自公布之日起施行。', '条', 1260],
  ['第12条 甲', '条', 12],
  ['第三条（目的）甲', '条', 3],
  ['十一、力戒骄傲。', '一、', 11],
  ['一．甲', '一、', 1],
  ['第二，甲', '第一，', 2],
  ['第二点，甲', '第一，', 2],
  ['(三)甲', '（一）', 3],
  ['４．甲', '1.', 4],
  ['（5）甲', '（1）', 5],
  ['6）甲', '1）', 6],
  ['⑦甲', '①', 7],
  ['一是甲', '一是', 1],
  ['二要甲', '一要', 2],
] as const)('%s is numbered like %s with %i', (text, kind, number) => {
  expect(readNumbering(text)).toMatchObject({ kind, number });
});

it('reads an article put in between', () => {
  expect(readNumbering('第一百三十三条之一　甲')).toMatchObject({
    ordinal: '第一百三十三条之一',
    number: 133,
    inserted: 1,
  });
});

it.each([
  '一、二、三等奖获得者',
  '一、二审法院',
  '第二条规定的情形',
  '第三条（二）项',
  '第二节课上得很好',
  '第一章讲了很多，第二章也是。',
  '2023.5 月',
  '1.5倍',
  '（2023年）',
  '统一要求',
  '十百、甲',
])('%s is not numbered', (text) => {
  expect(readNumbering(text)).toBeUndefined();
});

it('ranks 条 below 节 and above the levels of 公文', () => {
  const ranks = (['编', '分编', '章', '节', '条', '一、', '（一）', '1.', '（1）'] as const).map(
    rankOf,
  );
  expect(ranks).toEqual(ranks.toSorted((one, other) => one - other));
});
