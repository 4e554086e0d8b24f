import { expect, it } from 'vitest';
import { collectLetters } from '../../../src/study/collect-letters.ts';
import { foldText } from '../../../src/text/fold.ts';

const collect = (...texts: string[]) => {
  const list = collectLetters(
    texts.map((text) => ({ text })),
    (text) => foldText(text, new Map([['學', '学']])),
  );
  const length = list.length / 3;
  const rows = Array.from({ length }, (_, at) => [
    list[at] ? String.fromCodePoint(list[at]) : '',
    list[at + length],
    list[at + 2 * length],
  ]);
  return rows;
};

it('sees through punctuation, width, case and Traditional forms, and tells the places as written', () => {
  expect(collect('“學，Ａ 1。')).toEqual([
    ['学', 1, 2],
    ['a', 3, 4],
    ['1', 5, 6],
    ['', 7, 7],
  ]);
});

it('counts a letter of two UTF-16 units once, and ends each passage', () => {
  expect(collect('𠮷', '', '口')).toEqual([
    ['𠮷', 0, 2],
    ['', 2, 2],
    ['', 0, 0],
    ['口', 0, 1],
    ['', 1, 1],
  ]);
});
