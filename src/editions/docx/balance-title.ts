import { splitAtBreaks } from '../../text/line-breaks.ts';
import { measureBreadth } from '../../text/measure-breadth.ts';

/** Characters of 二号 in a line of 156 mm. */
export const TITLE_CHARACTERS = 20;

/** Where a line may break by itself. */
const BEHIND_MARK = /(?<=[，、；：。！？])(?![”’」』》〉）】])/u;

/**
 * How many characters the lines of a title may hold so that it breaks where it reads best and the
 * upper line is the longer one (GB/T 9704 7.3.1: no word torn, as a trapezium or a rhombus). A title is
 * narrowed rather than broken by hand: its text stays as it is.
 *
 * @returns Breadth of a line, in characters.
 */
export function balanceTitle(title: string): number {
  const length = measureBreadth(title);
  const lines = Math.ceil(length / TITLE_CHARACTERS);
  if (lines === 1) return TITLE_CHARACTERS;
  const even = Math.ceil(length / lines);
  if (lines > 2) return Math.min(TITLE_CHARACTERS, even + 1);
  let end = 0;
  const ends = splitAtBreaks(title)
    .flatMap((piece) => piece.split(BEHIND_MARK))
    .map((piece) => {
      end += measureBreadth(piece);
      return end;
    });
  return ends.find((at) => at >= even && at <= TITLE_CHARACTERS && at < length) ?? even;
}
