import { NUMERAL_CHARACTERS, parseChineseNumeral } from './chinese-numerals.ts';

const NUMERAL = `[${NUMERAL_CHARACTERS}]+`;
const SHORT_NUMERAL = `[${NUMERAL_CHARACTERS}]{1,3}`;
const DIGITS = '[0-9０-９]';
const COUNT = `(${NUMERAL}|${DIGITS}+)`;
/** What may stand behind 第一章; without any of it a line is prose about that chapter. */
const BREAK = '(?=[\\s、：:]|$)';
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/**
 * The kinds of numbering a paragraph may open with, the highest first: the divisions of long works, 条,
 * then the levels of 公文 (GB/T 9704—2012, 7.3.3: 一、（一）1.（1）) with 第一， between the first two, then
 * the counting words.
 */
const NUMBERINGS: readonly { kind: NumberingKind; pattern: RegExp }[] = [
  { kind: '编', pattern: new RegExp(`^第${COUNT}[编篇卷]${BREAK}`, 'u') },
  { kind: '分编', pattern: new RegExp(`^第${COUNT}分编${BREAK}`, 'u') },
  // 第一章总则 is written without a space too, as a line of its own.
  {
    kind: '章',
    pattern: new RegExp(`^第${COUNT}章(?=[\\s、：:]|\\p{Script=Han}{1,20}$|$)`, 'u'),
  },
  { kind: '节', pattern: new RegExp(`^第${COUNT}(?:节|部分)${BREAK}`, 'u') },
  { kind: '目', pattern: new RegExp(`^第${COUNT}目${BREAK}`, 'u') },
  {
    kind: '条',
    pattern: new RegExp(
      `^第${COUNT}条(?:之(${NUMERAL}))?(?=[\\s：:【［\\[]|[（(](?!${SHORT_NUMERAL}[）)])|$)`,
      'u',
    ),
  },
  {
    kind: '一、',
    pattern: new RegExp(`^(${SHORT_NUMERAL})(?:、|[.．](?!${DIGITS})|(?=\\s+\\S|$))`, 'u'),
  },
  {
    kind: '第一，',
    pattern: new RegExp(`^第(${SHORT_NUMERAL})(?:个?(?:方面|问题)|点)?[，、：:,](?!第)`, 'u'),
  },
  { kind: '（一）', pattern: new RegExp(`^[（(](${SHORT_NUMERAL})[）)]、?`, 'u') },
  { kind: '1.', pattern: new RegExp(`^(${DIGITS}{1,2})[.．、](?!${DIGITS})`, 'u') },
  { kind: '（1）', pattern: new RegExp(`^[（(](${DIGITS}{1,2})[）)]`, 'u') },
  { kind: '1）', pattern: new RegExp(`^(${DIGITS}{1,2})[）)]`, 'u') },
  { kind: '①', pattern: new RegExp(`^([${CIRCLED}])`, 'u') },
  { kind: '一是', pattern: new RegExp(`^(${SHORT_NUMERAL})是`, 'u') },
  { kind: '一要', pattern: new RegExp(`^(${SHORT_NUMERAL})要`, 'u') },
];

/** 一、二、三等奖 and 一、二审 count things and number no paragraph. */
const COUNTED = new RegExp(`^(${SHORT_NUMERAL})(?:[、和至到]|[等级类审线层期号产])`, 'u');

/**
 * Reads what a paragraph is numbered with at its head.
 *
 * @returns Its kind and number; `undefined` where it opens with no numbering.
 */
export function readNumbering(text: string): Numbering | undefined {
  for (const { kind, pattern } of NUMBERINGS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const number = readNumber(match[1] ?? '');
    if (!number) continue;
    const [ordinal] = match;
    if (kind === '一、') {
      const counted = COUNTED.exec(text.slice(ordinal.length));
      const next = readNumber(counted?.[1] ?? '');
      if (counted && (next === number + 1 || /[、和至到]$/u.test(counted[0]))) return undefined;
    }
    const inserted = match[2] === undefined ? undefined : readNumber(match[2]);
    return { kind, ordinal, number, ...(inserted && { inserted }) };
  }
  return undefined;
}

/** How high a kind of numbering stands: 0 for the highest. Only the order matters. */
export function rankOf(kind: NumberingKind): number {
  return NUMBERINGS.findIndex((each) => each.kind === kind);
}

/** Whether a kind divides a long work, whatever stands in between: 编, 章, 节 and the like. */
export function isDivision(kind: NumberingKind): boolean {
  return rankOf(kind) < rankOf('条');
}

/** A number in Chinese, Arabic (either width) or circled digits. */
export function readNumber(text: string): number | undefined {
  const circled = text === '' ? -1 : CIRCLED.indexOf(text);
  if (circled >= 0) return circled + 1;
  return parseChineseNumeral(text) ?? (Number(text.normalize('NFKC')) || undefined);
}

/** What numbers a paragraph. */
export interface Numbering {
  kind: NumberingKind;
  /** As written: `一、`, `（一）`, `第一章`, `第十二条之一`. */
  ordinal: string;
  number: number;
  /** The second number of 第十二条之一. */
  inserted?: number;
}

/** A kind of numbering, named by its first ordinal. */
export type NumberingKind =
  | '编'
  | '分编'
  | '章'
  | '节'
  | '目'
  | '条'
  | '一、'
  | '第一，'
  | '（一）'
  | '1.'
  | '（1）'
  | '1）'
  | '①'
  | '一是'
  | '一要';
