import { NUMERAL_CHARACTERS, parseChineseNumeral } from '../text/chinese-numerals.ts';

const DIGITS = '〇一二三四五六七八九';
const ARABIC =
  /(?<!\d)((?:19|20)\d{2})(?:\s*年\s*|[-./_])(\d{1,2})(?:\s*月\s*|[-./_])(\d{1,2})(?!\d)日?/u;
const COMPACT = /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/u;
const CHINESE = new RegExp(
  `([一二][九〇零○Ｏ0][〇零○Ｏ0一二三四五六七八九]{2})年([${NUMERAL_CHARACTERS}]{1,2})月([${NUMERAL_CHARACTERS}]{1,3})日`,
  'u',
);

/**
 * Finds a day in a text: 2023年3月1日, 2023-03-01, 20230301, 二〇二三年三月一日.
 *
 * @returns As 2023-03-01; `undefined` where there is none, or no such day.
 */
export function parseDate(text: string): string | undefined {
  const [, year, month, day] = ARABIC.exec(text) ?? COMPACT.exec(text) ?? [];
  if (year) return toDate(Number(year), Number(month), Number(day));
  const [, years = '', months = '', days = ''] = CHINESE.exec(text) ?? [];
  if (!years) return undefined;
  const digits = [...years.replaceAll(/[零○Ｏ0]/gu, '〇')].map((digit) => DIGITS.indexOf(digit));
  return toDate(
    Number(digits.join('')),
    parseChineseNumeral(months) ?? 0,
    parseChineseNumeral(days) ?? 0,
  );
}

/** @returns The day that a line consists of, perhaps in brackets. */
export function dateOfLine(line: string): string | undefined {
  const words = line
    .trim()
    .replaceAll(/^[（(]|[）)]$/gu, '')
    .replaceAll(/\s/gu, '');
  const match = ARABIC.exec(words)?.[0] ?? CHINESE.exec(words)?.[0];
  return match === words ? parseDate(words) : undefined;
}

function toDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : undefined;
}
