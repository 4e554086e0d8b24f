import { expect, test } from 'vitest';
import { normalizeArticleNumber } from '../../../src/text/article-number.ts';

test.for([
  ['12', '12'],
  ['１２', '12'],
  [' 第 12 条 ', '12'],
  ['012', '12'],
  ['12-1', '12-1'],
  ['12.1', '12-1'],
  ['第12条之一', '12-1'],
  ['十二', '十二'],
  ['第十二条', '十二'],
  ['第十二条之一', '十二-1'],
  ['十二之一', '十二-1'],
  ['第一千二百六十条', '一千二百六十'],
  ['一百〇三', '一百零三'],
])('%s is the article %s', ([written = '', number]) => {
  expect(normalizeArticleNumber(written)).toBe(number);
});

test.for(['', '条', '第条', '总则', '12至14', '-1', '十二之', '<b>1</b>'])(
  '“%s” is no number of an article',
  (written) => {
    expect(normalizeArticleNumber(written)).toBe('');
  },
);
