/** Longer quotations are titles, slogans or sentences. */
const MAX_LENGTH = 12;

/** From this length on, a quotation with a mark of a clause in it is a quoted sentence. */
const MIN_SENTENCE_LENGTH = 8;

/**
 * Quotations, each with the word behind it that tells it names something: “三抓三促”行动,
 * “严、快、勤、细”的工作作风.
 */
const QUOTATION =
  /“([^“”]+)”(?:\p{Script=Han}{0,3}?(行动|工程|规划|格局|理念|机制|计划|战略|活动|模式|形式|体系|责任制|精神|要求|意识|能力|目标|作风))?/gu;

/** What counts its parts names them: 三抓三促, 两个能力, 八五. */
const NUMERAL = /[一二三四五六七八九十百千万两双0-9]/u;

/** Words in which a numeral counts nothing. */
const NOT_COUNTING = /不二|四季|一股|千里|万一|一般|一起|统一|唯一|一定|一切|一直|一样/gu;

/**
 * Finds the collection's quoted formulations (提法): short quotations in “…” that hold a numeral, are
 * quoted twice at least, or stand before a word such as 行动 or 工程, three characters between at most.
 * Quoted sentences are none, nor is any other quotation. Of nested quotations only the inner one is
 * looked at.
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
        isShortPhrase(inside) &&
        (NUMERAL.test(inside.replaceAll(NOT_COUNTING, '')) || count > 1 || named.has(inside)),
    ),
  );
}

function isShortPhrase(inside: string): boolean {
  const { length } = [...inside];
  const isSentence = length >= MIN_SENTENCE_LENGTH && /[，。！？；]/u.test(inside);
  return length > 1 && length <= MAX_LENGTH && !isSentence;
}
