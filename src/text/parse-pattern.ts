import { lastOf } from './last-of.ts';
import { isQuotedTerm, parseQuery } from './parse-query.ts';

/** Characters a `*` stands for at most. */
const LONGEST_RUN = 30;

/** What may be a pattern; whether it is one, `parsePattern` tells. */
const SIGN = /[*＊_＿|｜]|(?:^|\s)[-－]\S/u;

/** More than anybody types; beyond it a pattern is refused rather than looked for. */
const MOST_ALTERNATIVES = 50;
const LONGEST_PATTERN = 300;

/** Whether a query asks for more than words as they are typed. */
export function isPattern(input: string): boolean {
  if (!SIGN.test(input)) return false;
  const { terms, excluded, problem } = parsePattern(input);
  return (
    problem !== undefined ||
    excluded.length > 0 ||
    terms.some(
      ({ alternatives }) =>
        alternatives.length > 1 || alternatives[0]?.some((token) => typeof token !== 'string'),
    )
  );
}

/**
 * Reads a query as a pattern: `*` is any run of at most 30 characters within a sentence, `_` or `＿` any
 * one character, `甲|乙` either, `-丙` leaves out. In quotes all of them are themselves.
 */
export function parsePattern(input: string): PatternQuery {
  const query: PatternQuery = { terms: [], excluded: [] };
  const typed = parseQuery(input.replace(/\s*[|｜]\s*/gu, '|'));
  for (const { text, unquoted } of typed) {
    const isExcluded = typed.length > 1 && /^[-－]./u.test(text);
    const word = isExcluded ? text.slice(1) : text;
    const alternatives = divide(word)
      .map(readTokens)
      .filter((tokens) => tokens.length > 0);
    const term = { text: word, alternatives, ...(unquoted !== undefined && { unquoted }) };
    (isExcluded ? query.excluded : query.terms).push(term);
    if (word.length <= LONGEST_PATTERN && alternatives.length <= MOST_ALTERNATIVES) {
      if (alternatives.length > 0 && alternatives.every(hasText)) continue;
      query.problem ??= 'bare';
    } else if (isSearchedWhole(term)) continue;
    else query.problem = 'long';
  }
  if (query.terms.length === 0 && query.excluded.length > 0) query.problem ??= 'bare';
  return query;
}

/** What is looked for and what leaves a paper out. */
export interface PatternQuery {
  terms: PatternTerm[];
  excluded: PatternTerm[];
  /** Why it cannot be answered: nothing but signs, or more than can be looked for. */
  problem?: 'bare' | 'long';
}

/** One thing to look for. */
export interface PatternTerm {
  /** As typed, without the sign that leaves out. */
  text: string;
  /** Each of them is enough. */
  alternatives: PatternToken[][];
  /** As in `QueryTerm`. */
  unquoted?: string;
  /** Whether punctuation does not count. */
  isUnpunctuated?: true;
}

/** What stands there as typed, or what stands for any characters. */
export type PatternToken = string | PatternGap;

/** Any characters, so many. */
export interface PatternGap {
  least: number;
  most: number;
}

/** The literal parts of a pattern, all of which stand where it is found. */
function literalsOf(tokens: readonly PatternToken[]): string[] {
  return tokens.filter((token) => typeof token === 'string');
}

/** The tokens with their literal parts folded; what stands between two of them is one. */
export function foldTokens(
  tokens: readonly PatternToken[],
  fold: (text: string) => { text: string },
): PatternToken[] {
  const folded: PatternToken[] = [];
  for (const token of tokens) {
    const last = lastOf(folded);
    if (typeof token === 'string') {
      const text = fold(token).text;
      if (text) folded.push(text);
    } else if (typeof last === 'object') {
      folded[folded.length - 1] = { least: last.least + token.least, most: last.most + token.most };
    } else folded.push(token);
  }
  return folded;
}

function divide(word: string): string[] {
  // `“甲”|“乙”` begins and ends with quotes that are not each other's.
  if (isQuotedTerm(word)) return word.split(/(?<=["＂”’」』])\|(?=["＂“‘「『])/u);
  return word.split('|');
}

function readTokens(text: string): PatternToken[] {
  if (text === '') return [];
  if (isQuotedTerm(text)) return [text];
  const tokens: PatternToken[] = [];
  for (const [part] of text.matchAll(/[*＊_＿]+|[^*＊_＿]+/gu)) {
    const single = part.match(/[_＿]/gu)?.length ?? 0;
    const runs = part.match(/[*＊]/gu)?.length ?? 0;
    const isGap = single + runs > 0;
    tokens.push(isGap ? { least: single, most: single + runs * LONGEST_RUN } : part);
  }
  return tokens;
}

function hasText(tokens: readonly PatternToken[]): boolean {
  return literalsOf(tokens).length > 0;
}

function isSearchedWhole({ alternatives }: PatternTerm): boolean {
  return alternatives.length === 1 && alternatives[0]?.length === 1 && hasText(alternatives[0]);
}
