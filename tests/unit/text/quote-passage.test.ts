import { expect, it } from 'vitest';
import { quotePassage, quoteTitle } from '../../../src/text/quote-passage.ts';

it('makes marks inside a quotation those of the next level', () => {
  expect(quotePassage(['坚持“四学”“三办”，做到‘会’办'])).toBe('“坚持‘四学’‘三办’，做到“会”办”');
});

it('opens every paragraph and closes the last alone', () => {
  expect(quotePassage(['甲。', '乙“丙”。', '丁。'])).toBe('“甲。\n“乙‘丙’。\n“丁。”');
});

it('leaves an apostrophe alone', () => {
  expect(quotePassage(['it’s ‘five’ o’clock'])).toBe('“it’s “five” o’clock”');
});

it('makes the marks of a title inside a title single', () => {
  expect(quoteTitle('学习《条例》体会')).toBe('《学习〈条例〉体会》');
  expect(quoteTitle('《若干〈规定〉》解读')).toBe('《〈若干《规定》〉解读》');
});
