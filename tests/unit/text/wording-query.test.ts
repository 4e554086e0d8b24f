import { expect, it } from 'vitest';
import { writeWordingQuery } from '../../../src/text/wording-query.ts';

it('takes a selected wording as it stands, without the white space around it', () => {
  expect(writeWordingQuery(' 转变作风\n')).toBe('转变作风');
  expect(writeWordingQuery('“三抓三促”行动')).toBe('“三抓三促”行动');
  expect(writeWordingQuery('严肃、严谨，')).toBe('严肃、严谨，');
  expect(writeWordingQuery('转变\n  作风')).toBe('转变作风');
});

it('puts signs of patterns in quotes', () => {
  expect(writeWordingQuery('甲*乙')).toBe('"甲*乙"');
  expect(writeWordingQuery('-丙')).toBe('"-丙"');
  expect(writeWordingQuery('open source')).toBe('"open source"');
});

it('takes of a long wording the clauses that fit, and of a very long one nothing', () => {
  const long = '要坚持学习，不断提高能力，'.repeat(4);
  expect(writeWordingQuery(long)).toBe('要坚持学习，不断提高能力，要坚持学习，不断提高能力');
  expect(writeWordingQuery('学'.repeat(31))).toBe('');
  expect(writeWordingQuery(long.repeat(4))).toBe('');
  expect(writeWordingQuery('——，。')).toBe('');
});
