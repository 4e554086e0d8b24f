/** Odd, so that every character changes all higher bits (Knuth's multiplicative hashing). */
const FACTOR = 2_654_435_761;

/**
 * A short check of a passage, with which a link tells whether the words it was made of are still there:
 * 32 bits in base 36.
 */
export function checkPassage(text: string): string {
  return write(add(0, text, 0, text.length));
}

/**
 * Finds a passage by its length and check, wherever it stands now.
 *
 * @param text All that is searched.
 * @param length Of the passage, in UTF-16 units as `text` has them.
 * @param near Where it stood; the nearest place counts.
 * @returns Where it begins; `undefined` when its words are no longer there.
 */
export function findChecked(
  text: string,
  { length, check }: { length: number; check: string },
  near: number,
): number | undefined {
  if (length === 0 || length > text.length) return undefined;
  // A hash that rolls on by one character each time, so that long texts cost one pass.
  let highest = 1;
  for (let step = 1; step < length; step++) highest = Math.imul(highest, FACTOR);
  let hash = add(0, text, 0, length);
  let best: number | undefined;
  for (let start = 0; ; start++) {
    const isNearer = best === undefined || Math.abs(start - near) < Math.abs(best - near);
    if (isNearer && write(hash) === check) best = start;
    if (start + length >= text.length) return best;
    hash = add(
      (hash - Math.imul(text.charCodeAt(start), highest)) | 0,
      text,
      start + length,
      start + length + 1,
    );
  }
}

function add(hash: number, text: string, from: number, to: number): number {
  let result = hash;
  for (let at = from; at < to; at++) {
    result = (Math.imul(result, FACTOR) + text.charCodeAt(at)) | 0;
  }
  return result;
}

function write(hash: number): string {
  return (hash >>> 0).toString(36);
}
