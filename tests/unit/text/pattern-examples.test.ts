import { expect, test } from 'vitest';
import { isPattern } from '../../../src/text/parse-pattern.ts';
import { makeExamples } from '../../../src/text/pattern-examples.ts';

const LINES = ['争当扎实工作的表率', '争当守纪的表率', '服务更有高度', '工作更有广度', '服务意识'];

test('examples are made of what the outlines share', () => {
  expect(makeExamples(LINES, true).map(({ query }) => query)).toEqual([
    '争当*表率',
    '更有＿度',
    '工作|表率',
    '工作 -服务',
    '工作 表率',
    '《*》',
  ]);
});

test('a collection without headings has no examples but of works', () => {
  expect(makeExamples([], true).map(({ query }) => query)).toEqual(['《*》']);
  expect(makeExamples([], false)).toEqual([]);
});

test('what has signs in it is no example', () => {
  expect(makeExamples(['甲*乙丙丁戊', '甲_乙丙丁戊'], false)).toEqual([]);
  expect(makeExamples(LINES, false).filter(({ query }) => !isPattern(query))).toHaveLength(1);
});
