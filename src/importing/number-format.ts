const DIGITS = '零一二三四五六七八九';
const LEGAL_DIGITS = '零壹贰叁肆伍陆柒捌玖';
const TRADITIONAL_LEGAL_DIGITS = '零壹貳參肆伍陸柒捌玖';
const CIRCLED_STARTS: readonly (readonly [last: number, code: number])[] = [
  [20, 0x2460],
  [35, 0x3251 - 20],
  [50, 0x32b1 - 35],
];

/**
 * Writes a number in one of Word's formats (ECMA-376 part 1, 17.18.59 ST_NumberFormat), as Word shows
 * it.
 *
 * @returns `undefined` for a format that is not known.
 */
export function formatNumber(value: number, format: string): string | undefined {
  return FORMATS[format]?.(value);
}

const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: toFullWidth,
  decimalFullWidth2: toFullWidth,
  decimalEnclosedCircle: toCircled,
  decimalEnclosedCircleChinese: toCircled,
  decimalEnclosedParen: (value) => fromBlock(value, 20, 0x2474) ?? `(${value})`,
  decimalEnclosedFullstop: (value) => fromBlock(value, 20, 0x2488) ?? `${value}.`,
  numberInDash: (value) => `- ${value} -`,
  ordinal: (value) => `${value}${ordinalSuffix(value)}`,
  upperLetter: (value) => toLetters(value, 'A'),
  lowerLetter: (value) => toLetters(value, 'a'),
  upperRoman: toRoman,
  lowerRoman: (value) => toRoman(value).toLowerCase(),
  chineseCounting: (value) => (value < 100 ? countUnits(value, PLAIN) : toDigits(value, '〇')),
  taiwaneseCounting: (value) => (value < 100 ? countUnits(value, PLAIN) : toDigits(value, '〇')),
  chineseCountingThousand: (value) => countUnits(value, PLAIN),
  taiwaneseCountingThousand: (value) => countUnits(value, PLAIN),
  japaneseCounting: (value) => countUnits(value, PLAIN).replaceAll('零', ''),
  koreanCounting: (value) => countUnits(value, PLAIN),
  ideographDigital: (value) => toDigits(value, '〇'),
  japaneseDigitalTenThousand: (value) => toDigits(value, '〇'),
  taiwaneseDigital: (value) => toDigits(value, '〇'),
  chineseLegalSimplified: (value) => countUnits(value, LEGAL),
  ideographLegalTraditional: (value) => countUnits(value, TRADITIONAL_LEGAL),
  japaneseLegal: (value) => countUnits(value, TRADITIONAL_LEGAL),
  ideographTraditional: (value) => fromList(value, '甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: (value) => fromList(value, '子丑寅卯辰巳午未申酉戌亥'),
  ideographZodiacTraditional: toStemAndBranch,
  ideographEnclosedCircle: (value) => fromBlock(value, 10, 0x3280) ?? countUnits(value, PLAIN),
  none: () => '',
};

const PLAIN: CountWords = { digits: DIGITS, units: ['', '十', '百', '千'], shortTen: true };
const LEGAL: CountWords = { digits: LEGAL_DIGITS, units: ['', '拾', '佰', '仟'], shortTen: false };
const TRADITIONAL_LEGAL: CountWords = { ...LEGAL, digits: TRADITIONAL_LEGAL_DIGITS };

/** 10 is 十, or 壹拾 where it must not be altered; 105 is 一百零五. */
function countUnits(value: number, { digits, units, shortTen }: CountWords): string {
  if (value === 0) return digits.charAt(0);
  if (value > 9999) return String(value);
  let text = '';
  for (let unit = 3; unit >= 0; unit -= 1) {
    const digit = Math.floor(value / 10 ** unit) % 10;
    if (digit > 0) text += `${digits.charAt(digit)}${units[unit]}`;
    else if (text && !text.endsWith(digits.charAt(0)) && value % 10 ** unit > 0) {
      text += digits.charAt(0);
    }
  }
  return shortTen && value < 20 && value >= 10 ? text.slice(1) : text;
}

function toDigits(value: number, zero: string): string {
  return String(value).replaceAll(/\d/g, (digit) =>
    digit === '0' ? zero : DIGITS.charAt(Number(digit)),
  );
}

function toFullWidth(value: number): string {
  return String(value).replaceAll(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
}

function toCircled(value: number): string {
  const block = CIRCLED_STARTS.find(([last]) => value <= last);
  return block && value > 0 ? String.fromCharCode(block[1] + value - 1) : String(value);
}

function fromBlock(value: number, count: number, first: number): string | undefined {
  return value >= 1 && value <= count ? String.fromCharCode(first + value - 1) : undefined;
}

function fromList(value: number, list: string): string {
  return list.charAt(value - 1) || String(value);
}

function toStemAndBranch(value: number): string {
  return `${'甲乙丙丁戊己庚辛壬癸'.charAt((value - 1) % 10)}${'子丑寅卯辰巳午未申酉戌亥'.charAt((value - 1) % 12)}`;
}

/** After z comes aa, then bb. */
function toLetters(value: number, first: string): string {
  if (value < 1) return String(value);
  const letter = String.fromCharCode(first.charCodeAt(0) + ((value - 1) % 26));
  return letter.repeat(Math.ceil(value / 26));
}

function toRoman(value: number): string {
  const steps: [number, string][] = [
    ...([
      [1000, 'M'],
      [900, 'CM'],
      [500, 'D'],
      [400, 'CD'],
    ] as [number, string][]),
    ...([
      [100, 'C'],
      [90, 'XC'],
      [50, 'L'],
      [40, 'XL'],
    ] as [number, string][]),
    ...([
      [10, 'X'],
      [9, 'IX'],
      [5, 'V'],
      [4, 'IV'],
      [1, 'I'],
    ] as [number, string][]),
  ];
  let left = value;
  let text = '';
  for (const [step, letters] of steps) {
    while (left >= step) {
      text += letters;
      left -= step;
    }
  }
  return text;
}

function ordinalSuffix(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
}

interface CountWords {
  digits: string;
  units: readonly string[];
  /** Whether 10 to 19 go without their 一. */
  shortTen: boolean;
}
