const DIGITS = '零一二三四五六七八九';
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** Characters a Chinese numeral of this site may be made of, for use in a character class. */
export const NUMERAL_CHARACTERS = '零〇一二三四五六七八九十百千';

/**
 * Reads a Chinese numeral as headings and articles are numbered with: 一, 十二, 二十, 一千二百六十.
 *
 * @returns The number from 1 to 9,999, or `undefined` for anything else.
 */
export function parseChineseNumeral(numeral: string): number | undefined {
  let total = 0;
  let digit = 0;
  for (const character of numeral.replaceAll('〇', '零')) {
    const unit = UNITS[character];
    if (unit) {
      total += (digit || 1) * unit;
      digit = 0;
    } else {
      digit = DIGITS.indexOf(character);
      if (digit < 0) return undefined;
    }
  }
  // Writing the number again refuses what only looks like a numeral, such as 十百 or 一二.
  const value = total + digit;
  return toChineseNumeral(value) === numeral.replaceAll('〇', '零') ? value : undefined;
}

/**
 * Writes a number as Chinese count: 1 → 一, 12 → 十二, 103 → 一百零三.
 *
 * @param value A whole number; outside 1 to 9,999 it is written with its own digits.
 */
export function toChineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 9999) return String(value);
  let numeral = '';
  let isGap = false;
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) isGap = numeral !== '';
    else {
      const isBareTen = unit === 10 && digit === 1 && numeral === '';
      numeral += `${isGap ? '零' : ''}${isBareTen ? '' : DIGITS[digit]}${name}`;
      isGap = false;
    }
  }
  return numeral;
}
