import { pinyin } from 'pinyin-pro';

/**
 * Writes a text in pinyin without tones, its syllables, Latin words and numbers divided by spaces.
 * Whatever cannot be typed so is left out.
 */
export function toSyllables(text: string): string {
  return pinyin(text.normalize('NFKC'), {
    type: 'all',
    toneType: 'none',
    v: true,
    nonZh: 'consecutive',
  })
    .flatMap(({ isZh, pinyin: syllable, origin }) =>
      isZh ? [syllable] : (origin.toLowerCase().match(/[\p{Script=Latin}\p{Nd}]+/gu) ?? []),
    )
    .join(' ');
}
