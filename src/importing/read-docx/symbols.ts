/**
 * Characters of Word's picture fonts as Unicode has them. A font of symbols keeps them at codes of its
 * own, which show as something else, or as nothing, in any other font.
 */
const SYMBOLS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: {
    40: '☎',
    42: '✉',
    74: '☺',
    108: '●',
    109: '❍',
    110: '■',
    111: '□',
    112: '◻',
    113: '❑',
    114: '❒',
    115: '⬧',
    116: '⧫',
    117: '◆',
    118: '❖',
    119: '⬥',
    129: '①',
    130: '②',
    131: '③',
    132: '④',
    133: '⑤',
    134: '⑥',
    135: '⑦',
    136: '⑧',
    137: '⑨',
    138: '⑩',
    158: '·',
    159: '•',
    168: '◻',
    171: '★',
    216: '➢',
    224: '→',
    232: '➔',
    240: '⇨',
    251: '✗',
    252: '✓',
    253: '☒',
    254: '☑',
  },
  'wingdings 2': { 80: '✓', 81: '☒', 82: '☑', 83: '☒', 163: '□' },
  symbol: { 183: '•', 174: '→', 163: '≤', 179: '≥', 180: '×', 184: '÷', 177: '±', 176: '°' },
};

/**
 * @param font Name of the font the symbol is set in.
 * @param code In hexadecimal; fonts of symbols begin at F000.
 */
export function toUnicodeSymbol(font: string, code: string): string | undefined {
  return SYMBOLS[font.toLowerCase()]?.[Number.parseInt(code, 16) & 0xff];
}
