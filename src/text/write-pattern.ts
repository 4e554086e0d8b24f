import type { PatternQuery, PatternTerm, PatternToken } from './parse-pattern.ts';
import { isQuotedTerm } from './parse-query.ts';

/** What outside quotes would be read as something else. */
const SIGN = /[\s*＊_＿|｜]|^[-－]/u;

/** Pairs of quotes that hold a text together. */
const QUOTES = ['""', '“”', '「」', '『』', '‘’'] as const;

/** Writes a query as it is typed, each term by a function of the caller's or as it was. */
export function writeQuery(
  { terms, excluded }: PatternQuery,
  write: (term: PatternTerm, index: number) => string = ({ text }) => text,
): string {
  return [...terms.map(write), ...excluded.map(({ text }) => `-${text}`)].join(' ');
}

/**
 * Writes a term with more characters before or behind what it stands for: each of its alternatives goes
 * on with them, and what was in quotes does so inside them.
 */
export function extendTerm(
  { text, unquoted, alternatives }: PatternTerm,
  added: string,
  side: 'before' | 'after',
): string {
  const extend = (inner: string) => (side === 'before' ? added + inner : inner + added);
  if (unquoted !== undefined) return quoteLiteral(extend(unquoted), true);
  if (isQuotedTerm(text) && alternatives.length === 1) return extend(text);
  return alternatives.map((tokens) => extend(tokens.map(writeToken).join(''))).join('|');
}

/** A token as it is typed. */
export function writeToken(token: PatternToken): string {
  if (typeof token === 'string') return token;
  return '＿'.repeat(token.least) + (token.most > token.least ? '*' : '');
}

/**
 * Writes a text so that it is looked for as it stands: in quotes where it holds signs of patterns, white
 * space, or what ends a term.
 *
 * @param isAlways Whether quotes are put around what needs none too.
 */
export function quoteLiteral(text: string, isAlways = false): string {
  if (!isAlways && !SIGN.test(text)) return text;
  const ends = (closing: string) => text.includes(`${closing} `) || text.endsWith(closing);
  const [opening, closing] = QUOTES.find(([, each = '']) => !ends(each)) ?? QUOTES[0];
  return `${opening}${text}${closing}`;
}
