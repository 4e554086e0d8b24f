/**
 * Marks of text that was lost: private-use characters mean nothing outside one machine, � is what could
 * not be read.
 */
const LOST = /[\u{E000}-\u{F8FF}\u{FFFD}\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}]/gu;

/**
 * Finds the marks of lost text in a source.
 *
 * @returns Each line that has any, once, with its marks as code points: `U+E003`.
 */
export function findLostCharacters(text: string): LostCharacters[] {
  return text.split('\n').flatMap((content, index) => {
    const marks = new Set(content.match(LOST));
    if (marks.size === 0) return [];
    const names = [...marks].map(
      (mark) => `U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
    );
    return [{ line: index + 1, characters: names }];
  });
}

/** A line of a source with marks of lost text. */
export interface LostCharacters {
  /** From 1. */
  line: number;
  /** As code points, each once. */
  characters: string[];
}
