import {
  NUMERAL_CHARACTERS,
  parseChineseNumeral,
  toChineseNumeral,
} from '../text/chinese-numerals.ts';
import { type DraftBlock, isParagraph, type Remark } from './draft.ts';
import { missingCharacters } from './missing-characters.ts';
import { plainText } from './plain-text.ts';

const NUMERAL = `([${NUMERAL_CHARACTERS}]+)`;
/** In the order they nest; a number of one kind begins those behind it anew. */
const SERIES: readonly Series[] = [
  { pattern: new RegExp(`^第${NUMERAL}章`, 'u'), write: (n) => `第${n}章` },
  { pattern: new RegExp(`^第${NUMERAL}节`, 'u'), write: (n) => `第${n}节` },
  { pattern: new RegExp(`^${NUMERAL}、`, 'u'), write: (n) => `${n}、` },
  { pattern: new RegExp(`^（${NUMERAL}）`, 'u'), write: (n) => `（${n}）` },
  { pattern: /^(\d{1,2})[.．、](?!\d)/u, write: (n) => `${n}.` },
  { pattern: /^（(\d{1,2})）/u, write: (n) => `（${n}）` },
];
const PAIRS: readonly (readonly [open: string, close: string])[] = [
  ['“', '”'],
  ['《', '》'],
  ['（', '）'],
  ['【', '】'],
  ['「', '」'],
];
const LONGEST_HEADING = 40;

/** Finds what an editor should look at in a paper's text: gaps in numbering, unpaired marks … */
export function findDoubts(blocks: readonly DraftBlock[]): Remark[] {
  const paragraphs = blocks.filter(isParagraph);
  const texts = paragraphs.map(({ content }) => plainText(content).trim());
  return [
    ...findGaps(texts),
    ...texts.flatMap(findUnpaired),
    ...findOddCharacters(blocks.map((block) => plainText(block.content)).join('\n')),
    ...paragraphs.flatMap(({ looks }, index) =>
      findSentenceHeadings(texts[index] ?? '', looks.level),
    ),
    ...texts
      .filter((text) => /[，、]$/u.test(text))
      .map((text) => doubt('这一段没有写完，后面可能缺字', text.slice(-20))),
  ];
}

function findGaps(texts: readonly string[]): Remark[] {
  const doubts: Remark[] = [];
  const open: (OpenSeries | undefined)[] = [];
  const close = (place: number) => {
    const series = open[place];
    open[place] = undefined;
    if (series?.members === 1) {
      doubts.push(doubt(`只有“${series.first}”，没有并列的`, series.text));
    }
  };
  for (const text of texts) {
    const place = SERIES.findIndex(({ pattern }) => pattern.test(text));
    const kind = SERIES[place];
    if (!kind) continue;
    const written = kind.pattern.exec(text)?.[1] ?? '';
    const isArabic = /^\d/.test(written);
    const number = isArabic ? Number(written) : parseChineseNumeral(written);
    if (number === undefined) continue;
    for (let lower = place + 1; lower < SERIES.length; lower += 1) close(lower);
    const name = (value: number) => kind.write(isArabic ? String(value) : toChineseNumeral(value));
    const series = open[place];
    const expected = (series?.last ?? 0) + 1;
    if (number === 1 && series) close(place);
    else if (number !== expected) {
      const before = series
        ? `“${name(series.last)}”之后是“${name(number)}”`
        : `“${name(number)}”前面没有“${name(number - 1)}”`;
      doubts.push(doubt(`编号不连：${before}`, text.slice(0, 20)));
    }
    const current = open[place];
    if (current) {
      current.last = number;
      current.members += 1;
    } else {
      open[place] = { first: name(number), last: number, members: 1, text: text.slice(0, 20) };
    }
  }
  for (let place = 0; place < SERIES.length; place += 1) close(place);
  return doubts;
}

function findUnpaired(text: string): Remark[] {
  // 1）and a）number a list.
  const words = text.replace(/^\w{1,2}[）)]/u, '');
  return PAIRS.flatMap(([open, close]) => {
    let depth = 0;
    for (const character of words) {
      if (character === open) depth += 1;
      if (character === close) depth -= 1;
      if (depth < 0) break;
    }
    if (depth === 0) return [];
    const at = depth < 0 ? words.indexOf(close) : words.lastIndexOf(open);
    const place = words.slice(Math.max(0, at - 8), at + 12);
    return [doubt(`${open} 和 ${close} 不成对`, place)];
  });
}

function findOddCharacters(text: string): Remark[] {
  const remarks: Remark[] = [];
  for (const character of missingCharacters(text)) {
    const at = text.indexOf(character);
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    remarks.push(
      doubt(
        `网页字体里没有字符 U+${code}，构建时会报错，请改用通行的字`,
        text.slice(Math.max(0, at - 8), at + 8).replaceAll('\n', ''),
      ),
    );
  }
  return remarks;
}

function findSentenceHeadings(text: string, level: number | undefined): Remark[] {
  if (level === undefined) return [];
  const isSentence = text.length > LONGEST_HEADING || /[。！？；]./u.test(text);
  return isSentence ? [doubt('用了标题样式，但像是一句话', text.slice(0, 20))] : [];
}

function doubt(message: string, text: string): Remark {
  return { kind: 'doubt', message, text };
}

interface Series {
  pattern: RegExp;
  write: (numeral: string) => string;
}

interface OpenSeries {
  first: string;
  last: number;
  members: number;
  text: string;
}
