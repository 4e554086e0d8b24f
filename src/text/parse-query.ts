/** Quotes that may hold a term together, each with the one that ends it. */
const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  '＂': '＂',
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
};

/**
 * Divides what a reader typed into terms, all of which must be found. White space divides, but not
 * inside a term in quotes.
 *
 * Quotes are also characters of the text, and “四学” with its quotes is what most readers mean; so a
 * term in quotes is looked for as typed first, and without them only where that cannot be found:
 * when the quotes are straight ones or hold a space, as other search engines have it, or a sign that
 * outside quotes stands for others.
 */
export function parseQuery(input: string): QueryTerm[] {
  const terms: QueryTerm[] = [];
  let rest = input.trim();
  while (rest) {
    const quoted = readQuoted(rest);
    const length = quoted?.text.length ?? rest.search(/\s|$/u);
    terms.push(quoted ?? { text: rest.slice(0, length) });
    rest = rest.slice(length).trimStart();
  }
  return terms;
}

/** One thing to look for. */
export interface QueryTerm {
  /** As typed. */
  text: string;
  /** The term without its quotes, if that may be looked for instead. */
  unquoted?: string;
}

/** Whether a term of a query stands in quotes. */
export function isQuotedTerm(text: string): boolean {
  return text.length > 2 && text.endsWith(CLOSING[text[0] ?? ''] ?? ' ');
}

function readQuoted(text: string): QueryTerm | undefined {
  const closing = CLOSING[text[0] ?? ''];
  if (!closing) return undefined;
  // The quote that ends a term has white space or nothing behind it.
  for (let at = text.indexOf(closing, 1); at > 0; at = text.indexOf(closing, at + 1)) {
    const next = text[at + 1];
    if (next !== undefined && !/\s/u.test(next)) continue;
    const inside = text.slice(1, at).trim();
    if (!inside) return undefined;
    const whole = { text: text.slice(0, at + 1) };
    const isSyntax = closing === '"' || closing === '＂' || /[\s*＊_＿|｜]/u.test(inside);
    return isSyntax ? { ...whole, unquoted: inside } : whole;
  }
  return undefined;
}
