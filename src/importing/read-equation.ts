import type { Remark } from './draft.ts';

const ENCLOSING = /^[○◯〇]$/u;
const CHINESE_DIGITS = '一二三四五六七八九十';

/** Whether a field draws what its instruction says, and has no result. */
export function isEquation(code: string): boolean {
  return /^\s*EQ\b/i.test(code);
}

/**
 * Reads a field that sets one character over or into another (EQ with `\\o`): Word and WPS make
 * characters in circles and readings over characters so. All else such fields draw is formulas.
 *
 * @param code The field's instruction.
 * @returns The text, and what stands over it if that is a reading; `undefined` for a formula.
 */
export function readEquation(code: string): Equation | undefined {
  const layers = /\\o\s*(?:\\a[clrd]\s*)?\((.*)\)\s*$/i.exec(code)?.[1];
  const cut =
    layers === undefined ? -1 : Math.max(layers.lastIndexOf(','), layers.lastIndexOf(';'));
  if (layers === undefined || cut < 0) return undefined;
  const under = layers.slice(0, cut).trim();
  const text = layers.slice(cut + 1).trim();
  if (ENCLOSING.test(under)) return { text: toCircled(text) };
  const reading = /^\\s\s*\\up\s*\d*\s*\(([^()]*)\)$/i.exec(under)?.[1];
  return reading === undefined || text === '' ? undefined : { text, reading };
}

/** What an editor should know of such a field. */
export function describeEquation(code: string, equation: Equation | undefined): Remark {
  if (!equation) return { kind: 'doubt', message: '公式域没有收，请补上', text: code.trim() };
  return equation.reading === undefined
    ? { kind: 'added', message: '带圈的字，写成通行的字符', text: equation.text }
    : { kind: 'left-out', message: '注音', text: equation.reading };
}

function toCircled(text: string): string {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= 20) {
    return String.fromCharCode(0x245f + number);
  }
  const digit = text.length === 1 ? CHINESE_DIGITS.indexOf(text) : -1;
  return digit < 0 ? text : String.fromCharCode(0x3280 + digit);
}

export interface Equation {
  text: string;
  reading?: string;
}
