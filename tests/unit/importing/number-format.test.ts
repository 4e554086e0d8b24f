import { expect, test } from 'vitest';
import { formatNumber } from '../../../src/importing/number-format.ts';

test('numbers are written as Word writes them in each format', () => {
  const cases: [string, number[], string][] = [
    [
      'chineseCountingThousand',
      [1, 10, 11, 20, 21, 100, 105, 110, 1003, 2020],
      '一 十 十一 二十 二十一 一百 一百零五 一百一十 一千零三 二千零二十',
    ],
    ['chineseCounting', [9, 10, 12, 105], '九 十 十二 一〇五'],
    ['ideographDigital', [1, 10, 23], '一 一〇 二三'],
    ['chineseLegalSimplified', [1, 10, 23], '壹 壹拾 贰拾叁'],
    ['ideographTraditional', [1, 10], '甲 癸'],
    ['ideographZodiac', [1, 12], '子 亥'],
    ['decimalEnclosedCircle', [1, 20, 21, 36, 51], '① ⑳ ㉑ ㊱ 51'],
    ['decimalEnclosedParen', [1, 20], '⑴ ⒇'],
    ['decimalEnclosedFullstop', [1, 20], '⒈ ⒛'],
    ['decimalFullWidth', [12], '１２'],
    ['decimalZero', [7, 12], '07 12'],
    ['upperRoman', [4, 9, 14, 40], 'IV IX XIV XL'],
    ['lowerLetter', [1, 26, 27, 28], 'a z aa bb'],
  ];
  for (const [format, values, expected] of cases) {
    expect([format, values.map((value) => formatNumber(value, format)).join(' ')]).toEqual([
      format,
      expected,
    ]);
  }
});

test('a format nobody knows is told from one that writes nothing', () => {
  expect(formatNumber(1, 'hebrew1')).toBeUndefined();
  expect(formatNumber(1, 'none')).toBe('');
});
