import { describe, expect, test } from 'vitest';
import { preparePattern } from '../../../src/text/find-pattern.ts';
import { foldText } from '../../../src/text/fold.ts';
import { parsePattern } from '../../../src/text/parse-pattern.ts';
import { findSentenceEnds } from '../../../src/text/sentence-ends.ts';

const fold = (text: string) => foldText(text, new Map());

function find(pattern: string, text: string) {
  const [term] = parsePattern(pattern).terms;
  const tokens = (term?.alternatives ?? []).map((all) =>
    all.map((token) => (typeof token === 'string' ? fold(token).text : token)),
  );
  return preparePattern(tokens)(fold(text), findSentenceEnds(text));
}

const show = (pattern: string, text: string) =>
  find(pattern, text).map(({ start, end, gaps }) =>
    [text.slice(start, end), ...gaps.map((gap) => text.slice(gap.start, gap.end))].join('|'),
  );

/** Every start and every end is tried, with the language's own patterns. */
function findPlainly(source: string, text: string): string[] {
  const pattern = new RegExp(`^(?:${source})$`, 'u');
  const found: string[] = [];
  let start = 0;
  while (start < text.length) {
    let end = start + 1;
    while (end <= text.length && !pattern.test(text.slice(start, end))) end++;
    if (end > text.length) start++;
    else {
      found.push(text.slice(start, end));
      start = end;
    }
  }
  return found;
}

describe('a pattern', () => {
  test('finds what it is filled with', () => {
    expect(show('坚持*，在*上下功夫', '一、坚持转变作风，在方法上下功夫求实效。')).toEqual([
      '坚持转变作风，在方法上下功夫|转变作风|方法',
    ]);
    expect(show('更有＿度', '更有高度，更有广度，更有热力度')).toEqual([
      '更有高度|高',
      '更有广度|广',
    ]);
    expect(show('有_', '有𠮷')).toEqual(['有𠮷|𠮷']);
    expect(show('_有', '𠮷有没有')).toEqual(['𠮷有|𠮷', '没有|没']);
  });

  test('begins as far left as it can, ends as soon as it can, and begins again behind that', () => {
    expect(show('学*学', '学学学习学')).toEqual(['学学|', '学习学|习']);
    expect(show('甲*乙', '甲甲乙乙')).toEqual(['甲甲乙|甲']);
    expect(show('工作作风|作风|工作', '工作作风')).toEqual(['工作', '作风']);
  });

  test('has runs of 30 characters at most, that step over no end of a sentence', () => {
    expect(show('甲*乙', `甲${'一'.repeat(30)}乙`)).toHaveLength(1);
    expect(show('甲*乙', `甲${'一'.repeat(31)}乙`)).toHaveLength(0);
    for (const end of '。！？；') expect(show('甲*乙', `甲。”乙甲${end}乙`)).toEqual([]);
    expect(show('甲*”', '甲一。”乙')).toEqual(['甲一。”|一。']);
    expect(show('甲。*乙', '甲。一乙')).toEqual(['甲。一乙|一']);
    expect(show('甲。乙', '甲。乙')).toEqual(['甲。乙']);
  });

  test('of runs at its ends finds what stands between them', () => {
    expect(show('*作风*', '转变作风要作风')).toEqual(['作风', '作风']);
  });

  test('finds what looking everywhere finds', () => {
    let seed = 7;
    const text = Array.from({ length: 600 }, () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return '甲乙丙丁'[seed % 4];
    }).join('');
    const patterns = [
      ['甲*乙', '甲.{0,30}乙'],
      ['甲_乙', '甲.乙'],
      ['甲乙*丙丁*甲', '甲乙.{0,30}丙丁.{0,30}甲'],
      ['甲甲|甲*丁_', '甲甲|甲.{0,30}丁.'],
      ['__丁*_甲', '..丁.{1,31}甲'],
      ['丁**丁乙乙', '丁.{0,60}丁乙乙'],
    ] as const;
    for (const [pattern, source] of patterns) {
      const found = find(pattern, text).map(({ start, end }) => text.slice(start, end));
      expect([pattern, found]).toEqual([pattern, findPlainly(source, text)]);
      expect(found.length).toBeGreaterThan(2);
    }
  });

  test('made to take for ever ends at once', () => {
    expect(find(`${'的*'.repeat(100)}了`, '的'.repeat(5000))).toEqual([]);
  });
});
