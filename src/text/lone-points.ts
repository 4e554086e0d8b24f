import { NUMERAL_CHARACTERS, parseChineseNumeral } from './chinese-numerals.ts';

const POINT = new RegExp(`^([${NUMERAL_CHARACTERS}]+)([是要])$`, 'u');

/**
 * Finds the 一是… lines that look like headings but count nothing: no 二是 follows them, or what
 * they follow is not the one before. A line such as 十一是国庆节 is one.
 *
 * @param ordinals What numbers each heading of a paper in order; a heading of another kind ends a
 * series.
 * @returns The indexes of those that stand in no series.
 */
export function findLonePoints(ordinals: readonly string[]): Set<number> {
  const lone = new Set<number>();
  let series: { word: string; members: number[] } = { word: '', members: [] };
  const close = () => {
    if (series.members.length === 1) for (const index of series.members) lone.add(index);
    series = { word: '', members: [] };
  };
  for (const [index, ordinal] of ordinals.entries()) {
    const [, numeral = '', word = ''] = POINT.exec(ordinal) ?? [];
    const number = parseChineseNumeral(numeral);
    if (word && word === series.word && number === series.members.length + 1) {
      series.members.push(index);
    } else {
      close();
      if (word && number === 1) series = { word, members: [index] };
      else if (word) lone.add(index);
    }
  }
  close();
  return lone;
}
