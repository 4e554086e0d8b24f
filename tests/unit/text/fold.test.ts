import { describe, expect, test } from 'vitest';
import { findTerm } from '../../../src/text/find-term.ts';
import { foldText } from '../../../src/text/fold.ts';
import { readVariants } from '../../../src/text/variants.ts';

const variants = readVariants('後后發发髮发');
const fold = (text: string) => foldText(text, variants).text;

describe('matches', () => {
  test.each([
    ['２０２３年', '2023年', 'full width'],
    ['ＸＸ市', 'xx市', 'case'],
    ['ﾊﾟｿｺﾝ', 'パソコン', 'half-width kana'],
    ['“四学”', '"四学"', 'straight quotes'],
    ['「四學」', '『四學』', 'corner quotes'],
    ['‘四学’', '"四学"', 'single quotes'],
    ['甲，乙：丙；丁！戊？（己）。', '甲,乙:丙;丁!戊?(己).', 'ASCII punctuation'],
    ['《条例》', '<条例>', 'title marks'],
    ['【甲】', '[甲]', 'brackets'],
    ['甲——乙', '甲--乙', 'dashes'],
    ['阿·甲', '阿•甲', 'middle dots'],
    ['作 风\n建\u3000设\u00a0', '作风建设', 'white space'],
    ['作\u200b风\ufeff建\u00ad设', '作风建设', 'invisible characters'],
    ['以後出發，理髮', '以后出发，理发', 'Traditional'],
    ['Café', 'Cafe\u0301', 'encoding of accents'],
    ['\u2f00', '一', 'radicals from PDF files'],
    ['\uf9d1', '六', 'compatibility ideographs'],
    ['禰\ufe00', '禰', 'variation selectors'],
  ])('%s and %s (%s)', (one, other) => {
    expect(fold(one)).toBe(fold(other));
    expect(fold(one)).not.toBe('');
  });
});

describe('keeps apart', () => {
  test.each([
    ['、', '，'],
    ['。', '、'],
    ['①', '1'],
    ['……', '。'],
    ['一', '—'],
    ['café', 'cafe'],
    ['二〇', '二0'],
    ['m²', 'm2'],
    ['（', '【'],
    ['里', '裡'],
  ])('%s and %s', (one, other) => {
    expect(fold(one)).not.toBe(fold(other));
  });
});

test('what is found is told in the original’s own characters', () => {
  const text = '他说：“Ｃafe\u0301 與 ﬁle，𠮷\u3000祥。”';
  const find = (term: string) =>
    findTerm(foldText(text, variants), fold(term)).map(({ start, end }) => text.slice(start, end));
  expect(find('CAFÉ')).toEqual(['Ｃafe\u0301']);
  expect(find('file')).toEqual(['ﬁle']);
  expect(find('𠮷祥.')).toEqual(['𠮷\u3000祥。']);
  expect(find('說')).toEqual([]);
});

test('overlapping occurrences all count', () => {
  const starts = (text: string, term: string) =>
    findTerm(foldText(text, variants), term).map(({ start }) => start);
  expect(starts('哈哈哈哈', '哈哈')).toEqual([0, 1, 2]);
  expect(starts('甲乙甲乙甲', '甲乙甲')).toEqual([0, 2]);
});

test('half a character is not found in a whole one', () => {
  const [high = '', low = ''] = '𠮷'.split('');
  expect(findTerm(foldText('𠮷祥', variants), low)).toEqual([]);
  expect(findTerm(foldText('𠮷祥', variants), high + low)).toHaveLength(1);
});
