import { NUMERAL_CHARACTERS } from './chinese-numerals.ts';

const NUMERAL = `[${NUMERAL_CHARACTERS}]+`;

/** A longer line is a paragraph, whatever it starts with. */
const MAX_LENGTH = 40;
const MAX_POINT_LENGTH = 20;

/**
 * Kinds of numbering in the order 公文 nests them (GB/T 9704—2012, 7.3.3: 一、（一）1.（1）), under the
 * chapters of longer works. The rank is the index.
 */
const NUMBERED = [
  new RegExp(`^第(?:${NUMERAL}|\\d+)[编章](?=[\\s、：:]|$)`, 'u'),
  new RegExp(`^第(?:${NUMERAL}|\\d+)(?:节|部分)(?=[\\s、：:]|$)`, 'u'),
  // 一、二、三等奖 lists things and numbers none.
  new RegExp(`^${NUMERAL}、(?!${NUMERAL}[、和至到])`, 'u'),
  new RegExp(`^[（(]${NUMERAL}[）)]`, 'u'),
  /^\d{1,2}[.．、](?!\d)/u,
  /^[（(]\d{1,2}[）)]/u,
];
const RANK_OF_QUOTED = 2;
const RANK_OF_POINT = NUMBERED.length;

const POINT = new RegExp(`^${NUMERAL}[是要]`, 'u');
const QUOTED_LIST = /^“([一二两三四五六七八九十])\p{Script=Han}{1,3}”：(.+)$/u;
const QUOTED_COUNT =
  /^\p{Script=Han}{1,4}“[一二两三四五六七八九十][个项种条大]\p{Script=Han}{1,8}”$/u;
const COUNTS = '一二三四五六七八九十';

/**
 * Tells whether a paragraph is a heading, as a reader would by its looks: a whole line of one
 * sentence with the usual numbering, a short 一是… without any closing mark, `“四学”：…` followed by
 * four items, or `提高“两个能力”`. What is doubtful is not a heading.
 *
 * @param line Text of a whole paragraph.
 * @returns Its ordinal as written and its rank, 0 for the highest; `undefined` for plain text.
 */
export function recognizeHeadingLine(line: string): HeadingLine | undefined {
  const length = [...line].length;
  if (length > MAX_LENGTH || /[，、；：,;:—…]$/u.test(line)) return undefined;

  for (const [rank, pattern] of NUMBERED.entries()) {
    const ordinal = pattern.exec(line)?.[0];
    if (ordinal === undefined) continue;
    const rest = line.slice(ordinal.length).trim();
    const isChapter = rank < RANK_OF_QUOTED;
    const isOneSentence = !/[。！？；]./u.test(rest);
    return isOneSentence && (rest !== '' || isChapter) ? { ordinal, rank } : undefined;
  }

  if (/[。！？；.!?;]/u.test(line)) return undefined;
  const point = POINT.exec(line)?.[0];
  if (point && length > point.length && length <= MAX_POINT_LENGTH && !/\p{P}$/u.test(line)) {
    return { ordinal: point, rank: RANK_OF_POINT };
  }
  const [, count = '', items] = QUOTED_LIST.exec(line) ?? [];
  const expected = COUNTS.indexOf(count.replace('两', '二')) + 1;
  if ((items && items.split('、').length === expected) || QUOTED_COUNT.test(line)) {
    return { ordinal: '', rank: RANK_OF_QUOTED };
  }
  return undefined;
}

/** What is known of a paragraph that is a heading. */
export interface HeadingLine {
  /** `一、`, `（一）`, `第一章` …; empty when unnumbered. */
  ordinal: string;
  /** 0 for the highest kind; only the order of ranks within one paper matters. */
  rank: number;
}
