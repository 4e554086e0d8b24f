import { collectPassages } from '../collection/passages.ts';
import { findPlain, isPlain, type PatternFinder, prepareTerm } from '../text/find-pattern.ts';
import { findUnpunctuated, stripMarks } from '../text/find-unpunctuated.ts';
import { type Folded, foldText } from '../text/fold.ts';
import { foldTokens, parsePattern } from '../text/parse-pattern.ts';
import { isQuotedTerm } from '../text/parse-query.ts';
import { findSentenceEnds } from '../text/sentence-ends.ts';
import { readVariants } from '../text/variants.ts';
import { domReader } from './dom-reader.ts';
import { createPassageRange } from './passage-range.ts';

/**
 * Finds a query's hits in texts on the page.
 *
 * @param bodies The papers' texts, in order. What stands in one of them as typed is not looked for
 * otherwise in the others.
 * @param query As typed.
 * @param variantPairs As `readVariants` reads them.
 * @returns The hits in the order of the texts.
 */
export function findRanges(
  bodies: readonly Element[],
  query: string,
  variantPairs: string,
): Range[] {
  const variants = readVariants(variantPairs);
  const fold = (text: string) => foldText(text, variants);
  const passages = bodies
    .flatMap((body) => collectPassages<Node>(body, domReader))
    .map((passage) => ({
      ...passage,
      folded: fold(passage.text),
      ends: findSentenceEnds(passage.text),
    }));
  const findAll = (finder: PatternFinder) =>
    passages.map(({ folded, ends }) => finder(folded, ends));
  const heads = bodies.map(
    (body) => body.closest('article')?.querySelector('header')?.textContent ?? '',
  );
  const found = [...listTerms(query, fold).values()].map((forms) => {
    const byForm = forms.map((finder) => ({
      hits: findAll(finder),
      isInHead: heads.some((head) => finder(fold(head), findSentenceEnds(head)).length > 0),
    }));
    // What stands in the title was found as typed, and is not looked for otherwise in the text.
    const first = byForm.find(
      ({ hits, isInHead }) => isInHead || hits.some(({ length }) => length > 0),
    );
    return first?.hits ?? [];
  });
  return passages.flatMap((passage, index) =>
    found
      .flatMap((byPassage) => byPassage[index] ?? [])
      .sort((one, other) => one.start - other.start || one.end - other.end)
      .map(({ start, end }) =>
        createPassageRange({ passage, offset: start }, { passage, offset: end }),
      ),
  );
}

/** The terms of a query, each once, with the forms in which it is looked for, the first that is found. */
function listTerms(
  query: string,
  fold: (text: string) => Folded,
): ReadonlyMap<string, PatternFinder[]> {
  const terms = new Map<string, PatternFinder[]>();
  for (const { text, unquoted, alternatives } of parsePattern(query).terms) {
    const folded = alternatives.map((tokens) => foldTokens(tokens, fold));
    const key = JSON.stringify(folded);
    if (folded.flat().length === 0 || terms.has(key)) continue;
    const inside = fold(unquoted ?? '').text;
    const bare = stripMarks(fold(text).text);
    terms.set(key, [
      prepareTerm(folded),
      ...(inside ? [findPlain(inside)] : []),
      ...(bare.length > 1 && isPlain(folded) && !isQuotedTerm(text)
        ? [findUnpunctuated(bare)]
        : []),
    ]);
  }
  return terms;
}
