import { lastOf } from './last-of.ts';

/** The mark that ends a sentence, with the quotes and brackets that close behind it. */
const END = /[。！？；][”’」』）》〉】〕］)\]]*/gu;

/**
 * Where sentences end for whoever asks what stands in one: behind 。！？； and what closes behind it, and
 * where the text ends. Quotations are not heeded, so that a reader can foretell it.
 *
 * @returns Offsets in UTF-16 units, rising; the last is the text's length.
 */
export function findSentenceEnds(text: string): number[] {
  const ends = Array.from(text.matchAll(END), ({ 0: mark, index }) => index + mark.length);
  if (lastOf(ends) !== text.length) ends.push(text.length);
  return ends;
}
