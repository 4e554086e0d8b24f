import { expect, test } from 'vitest';
import { isPattern, parsePattern } from '../../../src/text/parse-pattern.ts';

test('words as they are typed are no pattern', () => {
  for (const query of [
    '作风',
    '学习 能力',
    '"*"',
    '“甲*乙”',
    '“甲|乙”',
    '2023-2024',
    '-5',
    '——',
    '',
    '-',
  ]) {
    expect([query, isPattern(query)]).toEqual([query, false]);
  }
});

test('signs make a pattern, whichever input method types them', () => {
  for (const query of [
    '甲*乙',
    '甲＊乙',
    '甲_',
    '甲＿',
    '甲|乙',
    '甲 ｜ 乙',
    '甲 -乙',
    '甲 －乙',
    '*',
    '|',
  ]) {
    expect([query, isPattern(query)]).toEqual([query, true]);
  }
});

test('a pattern is read into what is typed and what is not', () => {
  const { terms, excluded } = parsePattern('坚持*，在＿|落实 -医保');
  expect(terms.map(({ alternatives }) => alternatives)).toEqual([
    [['坚持', { least: 0, most: 30 }, '，在', { least: 1, most: 1 }], ['落实']],
  ]);
  expect(excluded.map(({ text }) => text)).toEqual(['医保']);
  expect(parsePattern('"甲" | "乙*"').terms[0]?.alternatives).toEqual([['"甲"'], ['"乙*"']]);
});

test('what cannot be looked for says why', () => {
  for (const query of ['*', '****', '_', '|', '甲 *', '甲*|_']) {
    expect([query, parsePattern(query).problem]).toEqual([query, 'bare']);
  }
  for (const query of [Array(1000).fill('甲').join('|'), '甲*'.repeat(1000)]) {
    expect(parsePattern(query).problem).toBe('long');
  }
  for (const query of ['|'.repeat(1000), '"“‘'.repeat(500), `"${'*'.repeat(900)}"`])
    parsePattern(query);
});
