const DIGITS = '零一二三四五六七八九';
const UNITS: Record<string, number> = { 十: 10, 百: 100 };

/** Characters a Chinese numeral of this site may be made of, for use in a character class. */
export const NUMERAL_CHARACTERS = '零〇一二三四五六七八九十百';

/**
 * Reads a Chinese numeral as headings are numbered with: 一, 十二, 二十, 一百零三.
 *
 * @returns The number from 1 to 999, or `undefined` for anything else.
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
 * @param value A whole number; outside 1 to 999 it is written with its own digits.
 */
export function toChineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 999) return String(value);
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor(value / 10) % 10;
  const ones = value % 10;
  let numeral = hundreds ? `${DIGITS[hundreds]}百` : '';
  if (tens) numeral += `${tens === 1 && !hundreds ? '' : DIGITS[tens]}十`;
  else if (hundreds && ones) numeral += '零';
  return ones ? numeral + DIGITS[ones] : numeral;
}
