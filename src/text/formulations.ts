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

/** A place in a law, quoted to be amended. */
const PLACE_IN_LAW = /^第[一二三四五六七八九十百千〇零0-9]+[编章节条款项目]/u;

/** So many quotations built alike name something: 国之大者, 省之要者, 市之重者. */
const SERIES = 3;

/** In a large collection what fewer papers quote is not yet a set wording; */
const MIN_PAPERS = 3;

/** and shorter quotations are words under discussion: 规定, 应当. */
const MIN_LENGTH = 3;

/**
 * Finds the collection's quoted formulations (提法): short quotations in “…” that hold a numeral, are
 * quoted twice at least, stand before a word such as 行动 or 工程, three characters between at most, or
 * are one of three built alike behind the same two characters (紧扣“国之大者”… 紧扣“省之要者”… 紧扣“市之重者”).
 * Quoted sentences are none, nor is any other quotation. Of nested quotations only the inner one is
 * looked at.
 *
 * @param texts Texts of the whole collection; no quotation reaches from one into the next.
 * @returns How many times each formulation is quoted, by its text without quotes, in the order of
 * their first occurrence.
 */
export function findFormulations(texts: readonly string[]): Map<string, number> {
  return new Map(
    listQuotations(texts)
      .filter(
        ({ text, count, named }) => isShortPhrase(text) && (hasNumeral(text) || count > 1 || named),
      )
      .map(({ text, count }) => [text, count]),
  );
}

/** Lists the quotations of some texts, each once, in the order of their first occurrence. */
export function listQuotations(texts: readonly string[]): Quotation[] {
  const quotations = new Map<string, Quotation>();
  const series = new Map<string, string[]>();
  for (const text of texts) {
    for (const { 1: inside = '', 2: word, index } of text.matchAll(QUOTATION)) {
      const known = quotations.get(inside) ?? { text: inside, count: 0, named: 0 };
      known.count += 1;
      if (word) known.named += 1;
      quotations.set(inside, known);
      const [lead] = /\p{Script=Han}{2}$/u.exec(text.slice(0, index)) ?? [];
      if (!lead || !isShortPhrase(inside)) continue;
      const key = `${lead}${[...inside].length}`;
      series.set(key, [...(series.get(key) ?? []), inside]);
    }
  }
  for (const alike of series.values()) {
    for (let at = 0; at + SERIES <= alike.length; at++) {
      const some = alike.slice(at, at + SERIES);
      if (!isSeries(some)) continue;
      for (const inside of some) (quotations.get(inside) as Quotation).named += 1;
    }
  }
  return [...quotations.values()];
}

/** What is known of a quotation in some texts. */
export interface Quotation {
  /** Without its quotes. */
  text: string;
  count: number;
  /** How many times what stands around it tells that it names something. */
  named: number;
}

/**
 * Whether a quotation is a set wording of a large collection, where every word is quoted twice
 * somewhere: three papers quote it, it has three characters at least, and it holds a numeral or is
 * named as such half of the times.
 *
 * @param papers How many papers quote it.
 */
export function isEstablished({ text, count, named }: Quotation, papers: number): boolean {
  return (
    papers >= MIN_PAPERS &&
    [...text].length >= MIN_LENGTH &&
    isShortPhrase(text) &&
    (hasNumeral(text) || named * 2 >= count)
  );
}

function hasNumeral(text: string): boolean {
  return NUMERAL.test(text.replaceAll(NOT_COUNTING, ''));
}

/** Whether quotations of one length differ, and share a character at some place. */
function isSeries(some: readonly string[]): boolean {
  const [first = '', ...others] = some.map((text) => [...text]);
  const isShared = [...first].some((letter, at) => others.every((other) => other[at] === letter));
  return isShared && new Set(some).size === some.length;
}

function isShortPhrase(inside: string): boolean {
  const { length } = [...inside];
  const isSentence = length >= MIN_SENTENCE_LENGTH && /[，。！？；]/u.test(inside);
  return length > 1 && length <= MAX_LENGTH && !isSentence && !PLACE_IN_LAW.test(inside);
}
