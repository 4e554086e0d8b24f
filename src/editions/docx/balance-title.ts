import { splitAtBreaks } from '../../text/line-breaks.ts';

/** Characters of 二号 in a line of 156 mm. */
export const TITLE_CHARACTERS = 20;

/**
 * How many characters the lines of a title may hold so that it breaks where it reads best and the
 * upper line is the longer one (GB/T 9704 7.3.1: no word torn, as a trapezium or a rhombus). A title is
 * narrowed rather than broken by hand: its text stays as it is.
 *
 * @returns Characters in a line.
 */
export function balanceTitle(title: string): number {
  const length = [...title].length;
  const lines = Math.ceil(length / TITLE_CHARACTERS);
  if (lines === 1) return TITLE_CHARACTERS;
  const even = Math.ceil(length / lines);
  if (lines > 2) return Math.min(TITLE_CHARACTERS, even + 1);
  let end = 0;
  const ends = splitAtBreaks(title).map((piece) => {
    end += [...piece].length;
    return end;
  });
  return ends.find((at) => at >= even && at <= TITLE_CHARACTERS && at < length) ?? even;
}
