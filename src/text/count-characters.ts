/** A run of Latin letters and digits with what joins them, or one other visible character. */
const COUNTED =
  /[\p{Script=Latin}\p{Nd}][\p{Script=Latin}\p{M}\p{Nd}.,:/@'%+_-]*|[^\s\p{C}\p{M}]/gu;

/**
 * Counts a text as Chinese readers and their word processors do (字数): each Han character and
 * each Chinese mark is one, a Latin word or a number is one, white space is none.
 */
export function countCharacters(text: string): number {
  return text.match(COUNTED)?.length ?? 0;
}
