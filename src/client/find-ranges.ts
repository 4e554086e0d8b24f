import { collectPassages } from '../collection/passages.ts';
import { findTerms } from '../search/browser/concordance.ts';
import { foldText } from '../text/fold.ts';
import { parseQuery } from '../text/parse-query.ts';
import { readVariants } from '../text/variants.ts';
import { domReader } from './dom-reader.ts';
import { createPassageRange } from './passage-range.ts';

/**
 * Finds a query's hits in a text on the page.
 *
 * @param body The paper's text.
 * @param query As typed.
 * @param variantPairs As `readVariants` reads them.
 * @returns The hits in the order of the text.
 */
export function findRanges(body: Element, query: string, variantPairs: string): Range[] {
  const variants = readVariants(variantPairs);
  const fold = (text: string) => foldText(text, variants);
  const passages = collectPassages<Node>(body, domReader);
  const terms = new Set<string>();
  for (const { text, unquoted } of parseQuery(query)) {
    const term = fold(text).text;
    const inside = fold(unquoted ?? '').text;
    const isHere = passages.some((passage) => findTerms(passage.text, [term], fold).length > 0);
    terms.add(isHere || !inside ? term : inside);
  }
  terms.delete('');
  return passages.flatMap((passage) =>
    findTerms(passage.text, [...terms], fold).map(({ start, end }) =>
      createPassageRange({ passage, offset: start }, { passage, offset: end }),
    ),
  );
}
