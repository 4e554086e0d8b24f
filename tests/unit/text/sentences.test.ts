import { expect, it } from 'vitest';
import {
  endOfSentence,
  findComma,
  findQuotations,
  isQuoted,
  isSentenceStart,
} from '../../../src/text/sentences.ts';

const first = (text: string) => text.slice(0, endOfSentence(text, 0, findQuotations(text)));

it.each([
  ['甲。乙。', '甲。'],
  ['做到“甲。乙”的要求。丙。', '做到“甲。乙”的要求。'],
  ['他说：“甲。”乙。', '他说：“甲。”'],
  ['“甲没有完。乙。', '“甲没有完。'],
  ['好呢?乙', '好呢?'],
  ['version 2;甲', 'version 2;甲'],
  ['没有句号', '没有句号'],
])('the first sentence of %s is %s', (text, sentence) => {
  expect(first(text)).toBe(sentence);
});

it('knows what stands inside the outermost quotation', () => {
  const text = '甲“乙（丙）丁”戊“己';
  const quotations = findQuotations(text);
  expect(quotations).toEqual([{ open: 1, close: 7 }]);
  expect([...text].filter((_, at) => isQuoted(quotations, at)).join('')).toBe('乙（丙）丁”');
});

it('takes no comma of a quotation', () => {
  const text = '坚持“甲，乙”原则，丙';
  expect(findComma(text, 0, findQuotations(text))).toBe(9);
});

it('starts sentences at the head, behind stops and behind the marks they close', () => {
  const text = '甲。乙，丙。” 丁';
  const starts = [...text].filter((_, at) => isSentenceStart(text, at));
  expect(starts.filter((character) => /\p{Script=Han}/u.test(character)).join('')).toBe('甲乙丁');
});
