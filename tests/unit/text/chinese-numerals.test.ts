import { expect, test } from 'vitest';
import { parseChineseNumeral, toChineseNumeral } from '../../../src/text/chinese-numerals.ts';

test.for([
  [1, '一'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [99, '九十九'],
  [100, '一百'],
  [103, '一百零三'],
  [110, '一百一十'],
  [999, '九百九十九'],
  [1000, '一千'],
  [1001, '一千零一'],
  [1010, '一千零一十'],
  [1260, '一千二百六十'],
] as const)('%i is written %s and read back', ([value, numeral]) => {
  expect(toChineseNumeral(value)).toBe(numeral);
  expect(parseChineseNumeral(numeral)).toBe(value);
});

test('every number to 9,999 survives being written and read', () => {
  for (let value = 1; value <= 9999; value++) {
    expect(parseChineseNumeral(toChineseNumeral(value))).toBe(value);
  }
});

test.for(['', '〇', '一二', '十百', '十十', '1', '万', '统一'])('“%s” is no numeral', (text) => {
  expect(parseChineseNumeral(text)).toBeUndefined();
});

test('numbers beyond the range keep their digits', () => {
  expect(toChineseNumeral(10_000)).toBe('10000');
});
