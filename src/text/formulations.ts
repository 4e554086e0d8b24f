/** Longer quotations are titles, slogans or sentences. */
const MAX_LENGTH = 12;

/** From this length on, a quotation with a mark of a clause in it is a quoted sentence. */
const MIN_SENTENCE_LENGTH = 8;

/** Quotations, each with the word right behind it that tells it names something. */
const QUOTATION =
  /“([^“”]+)”(行动|工程|规划|格局|理念|机制|计划|战略|活动|模式|体系|精神|要求|意识|能力)?/gu;

/** What counts its parts names them: 三抓三促, 两个能力, 八五. */
const NUMERAL = /[一二三四五六七八九十百千万两双0-9]/u;

/**
 * Finds the collection's quoted formulations (提法): short quotations in “…” that hold a numeral, are
 * quoted twice at least, or stand right before a word such as 行动 or 工程. Quoted sentences are none,
 * nor is any other quotation. Of nested quotations only the inner one is looked at.
 *
 * @param texts Texts of the whole collection; no quotation reaches from one into the next.
 * @returns How many times each formulation is quoted, by its text without quotes, in the order of
 * their first occurrence.
 */
export function findFormulations(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  const named = new Set<string>();
  for (const text of texts) {
    for (const [, inside = '', word] of text.matchAll(QUOTATION)) {
      counts.set(inside, (counts.get(inside) ?? 0) + 1);
      if (word) named.add(inside);
    }
  }
  return new Map(
    [...counts].filter(
      ([inside, count]) =>
        isShortPhrase(inside) && (NUMERAL.test(inside) || count > 1 || named.has(inside)),
    ),
  );
}

function isShortPhrase(inside: string): boolean {
  const { length } = [...inside];
  return length <= MAX_LENGTH && !(length >= MIN_SENTENCE_LENGTH && /[，。！？；]/u.test(inside));
}
