import { expect, it } from 'vitest';
import { isPattern, parsePattern } from '../../../src/text/parse-pattern.ts';
import { extendTerm, quoteLiteral, writeQuery } from '../../../src/text/write-pattern.ts';

function extend(query: string, added: string, side: 'before' | 'after'): string {
  const parsed = parsePattern(query);
  return writeQuery(parsed, (term, index) =>
    index === 0 ? extendTerm(term, added, side) : term.text,
  );
}

it('goes on with each alternative, and leaves the rest of the query as it is', () => {
  expect(extend('坚持', '不懈', 'after')).toBe('坚持不懈');
  expect(extend('坚持|保持', '不懈', 'after')).toBe('坚持不懈|保持不懈');
  expect(extend('作风 -医保', '建设', 'after')).toBe('作风建设 -医保');
  expect(extend('学习 能力', '不断', 'before')).toBe('不断学习 能力');
  expect(extend('严*、严', '从', 'before')).toBe('从严*、严');
  expect(extend('更有＿度', '要', 'before')).toBe('要更有＿度');
  expect(extend('"甲*乙"', '丙', 'after')).toBe('"甲*乙丙"');
  expect(extend('“四学”', '活动', 'after')).toBe('“四学”活动');
});

it('quotes what would be a pattern, and nothing else', () => {
  expect(quoteLiteral('转变作风')).toBe('转变作风');
  expect(quoteLiteral('“四学”')).toBe('“四学”');
  expect(quoteLiteral('5-8月')).toBe('5-8月');
  for (const text of ['甲*乙', '甲＿乙', '甲|乙', '-甲', 'a_b', '甲 乙', '甲"*', '“甲|乙”']) {
    const query = quoteLiteral(text);
    expect(isPattern(query), text).toBe(false);
    const { terms, excluded } = parsePattern(query);
    expect(excluded, text).toEqual([]);
    expect(terms, text).toHaveLength(1);
    expect([terms[0]?.text, terms[0]?.unquoted], text).toContain(text);
  }
});
