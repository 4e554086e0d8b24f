/**
 * Cuts a heading where a line may break: before an opening quote or bracket, unless it stands first
 * or right behind another opening mark. With `word-break: keep-all` the other breaks are at
 * punctuation, so no line of a heading ends inside a phrase.
 *
 * @param text One line of Chinese text.
 * @returns The pieces in order; joined they are `text`.
 */
export function splitAtBreaks(text: string): string[] {
  return text.split(/(?<=[^“‘「『《〈（【])(?=[“‘「『《〈（【])/);
}
