/**
 * A run of Latin letters, digits and half-width marks, or one other visible character. Full-width
 * forms of letters and digits are Chinese characters to a word processor.
 */
const COUNTED =
  /(?:(?![\uFF01-\uFF5E])[!-~\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{M}*)+|[^\s\p{C}\p{M}]/gu;

/**
 * Counts a text as Chinese readers and their word processors do (字数): each Han character and
 * each Chinese mark is one, a Latin word or a number with its half-width marks is one, white space
 * is none.
 */
export function countCharacters(text: string): number {
  return text.match(COUNTED)?.length ?? 0;
}
