import { expect, it } from 'vitest';
import { recognizeHeadingLine } from '../../../src/text/heading-line.ts';

it.each([
  ['第一章　总则', '第一章'],
  ['第十二节', '第十二节'],
  ['第三部分：保障', '第三部分'],
  ['一、坚持学思践悟，求实效。', '一、'],
  ['二十一、附则', '二十一、'],
  ['（一）指导思想', '（一）'],
  ['(一)指导思想', '(一)'],
  ['1.摸清底数', '1.'],
  ['1．摸清底数', '1．'],
  ['1、摸清底数', '1、'],
  ['（1）登记造册', '（1）'],
  ['一是工作早启动', '一是'],
  ['一是弘扬“三牛精神”', '一是'],
  ['第一，反模板、反套路', '第一，'],
  ['序　言', ''],
  ['附件2：', '附件2'],
  ['附件一　产生办法', '附件一'],
  ['“三办”：办文、办会、办事', ''],
  ['提高“两个能力”', ''],
])('%s is a heading numbered %j', (line, ordinal) => {
  expect(recognizeHeadingLine(line)?.ordinal).toBe(ordinal);
});

it.each([
  '一、坚持甲。坚持乙。',
  '一、以下几项：',
  '一、做到甲，',
  '一、二、三等奖名单',
  '1、2、3号楼',
  '1.5倍的增长',
  '一是工作早启动。',
  '一是这一行已经超过了二十个字所以不能算标题',
  '“四学”：学理论、学业务',
  '学习“两个维护”。',
  '第一篇的正文从这里写起',
  '第一，坚持甲。',
  '前言不搭后语',
  '附件：名单',
  '统一要求',
  '',
])('%j is not a heading', (line) => {
  expect(recognizeHeadingLine(line)).toBeUndefined();
});

it('ranks numbering in the order official papers nest it', () => {
  const lines = ['第一章', '第一节', '一、甲', '（一）甲', '1.甲', '（1）甲', '一是甲'];
  const ranks = lines.map((line) => recognizeHeadingLine(line)?.rank ?? Number.NaN);

  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  expect(new Set(ranks).size).toBe(lines.length);
});
