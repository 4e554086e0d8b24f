import { NUMERAL_CHARACTERS } from './chinese-numerals.ts';
import { LAST } from './number-series.ts';
import { type NumberingKind, rankOf, readNumber } from './numbering.ts';
import { isQuoted, isSentenceStart, type Quotation } from './sentences.ts';

const N = `[${NUMERAL_CHARACTERS}]{1,3}`;
const WORDS = new RegExp(
  [
    `(?<counted>${N})(?<verb>[是要])`,
    `(?<prefix>[第其])(?<nth>${N})(?:个?(?:方面|问题)|点)?(?:[，、：:,]|(?=[是要]))(?!第)`,
    `[（(](?<bracketed>${N})[）)]`,
    '(?<step>首先|其次|再次(?!感谢|强调|表示|祝|向|对)|再者|最后)(?![，,]?[我再次衷心预敬]{0,4}(?:祝|感谢|谢谢))[，、：:,]?',
  ].join('|'),
  'gu',
);
const STEPS: Readonly<Record<string, number>> = { 首先: 1, 其次: 2, 再次: 3, 再者: 3, 最后: LAST };
const COUNTED = new RegExp(`^${N}`, 'u');

/**
 * Finds what counts at the starts of a paragraph's sentences: 一是, 一要, 第一，, 其一，, 首先 and （一）.
 * Whether it counts anything, its series tells.
 *
 * @param quotations Those of the text, by `findQuotations`; what they hold counts nothing.
 */
export function findCountingWords(text: string, quotations: readonly Quotation[]): CountingWord[] {
  const words: CountingWord[] = [];
  for (const match of text.matchAll(WORDS)) {
    const { index: start, groups = {} } = match;
    const [ordinal] = match;
    const { counted, verb, prefix, nth, bracketed, step = '' } = groups;
    const number = STEPS[step] ?? readNumber(counted ?? nth ?? bracketed ?? '');
    if (!number || isQuoted(quotations, start)) continue;
    const before = text.slice(Math.max(0, start - 4), start).trimEnd();
    // Right after a colon only the first of a series can stand.
    const isFirst = number === 1 && /[：:]$/u.test(before);
    if (!isFirst && !isSentenceStart(text, start)) continue;
    // （一）……；（二）……。 is a list of things.
    if (bracketed && /[；;]$/u.test(before)) continue;
    // 第一、二产业 counts things.
    const [following = ''] = COUNTED.exec(text.slice(start + ordinal.length, start + 12)) ?? [];
    if (ordinal.endsWith('、') && readNumber(following) === number + 1) continue;
    const kind: NumberingKind = bracketed ? '（一）' : '一是';
    const key = verb ?? prefix ?? (bracketed ? kind : '首先');
    words.push({ start, ordinal, key, rank: rankOf(kind), number });
  }
  return words;
}

/** A word that may count a point. */
export interface CountingWord {
  /** In UTF-16 units. */
  start: number;
  /** As written: `一是`, `第一，`. */
  ordinal: string;
  /** What its siblings share: `是`, `第`, `首先`. */
  key: string;
  /** As `rankOf` tells. */
  rank: number;
  /** 最后 is `LAST`. */
  number: number;
}
