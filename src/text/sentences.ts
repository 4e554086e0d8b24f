const PAIRS: Readonly<Record<string, string>> = {
  '”': '“',
  '’': '‘',
  '」': '「',
  '』': '『',
  '》': '《',
  '）': '（',
  ')': '(',
};
const OPENING = new Set(Object.values(PAIRS));

/** Half-width marks count behind Chinese only, where they stand for the full-width ones. */
const STOP = /(?:[。！？；]|(?<=[\p{Script=Han}”’」』）》])[!?;])[”’」』）》]*/gu;
const STOP_AT_END = new RegExp(`${STOP.source}$`, 'u');
const COMMA = /，|(?<=\p{Script=Han}),/gu;

/**
 * Finds the quotations and brackets of a text, those within others left out. Marks count where they
 * really close each other; one left open quotes nothing.
 *
 * @returns Where each opens and closes, in order.
 */
export function findQuotations(text: string): Quotation[] {
  const ranges: Quotation[] = [];
  const open: { mark: string; at: number }[] = [];
  for (let at = 0; at < text.length; at++) {
    const mark = text[at] ?? '';
    const opening = PAIRS[mark];
    if (opening) {
      const index = open.findLastIndex((candidate) => candidate.mark === opening);
      const match = open[index];
      if (match) {
        while ((ranges.at(-1)?.open ?? -1) > match.at) ranges.pop();
        ranges.push({ open: match.at, close: at });
        open.length = index;
      }
    } else if (OPENING.has(mark)) open.push({ mark, at });
  }
  return ranges;
}

/** Whether an offset stands inside a quotation or bracket. */
export function isQuoted(quotations: readonly Quotation[], at: number): boolean {
  let low = 0;
  let high = quotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotations[middle]?.open ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  const before = quotations[low - 1];
  return before !== undefined && at <= before.close;
}

/**
 * Where a sentence ends: behind the first 。！？； that no quotation holds; one that ends a quotation
 * takes its mark along.
 *
 * @param quotations Those of the text, by {@link findQuotations}.
 */
export function endOfSentence(
  text: string,
  start: number,
  quotations: readonly Quotation[],
): number {
  const stops = new RegExp(STOP);
  stops.lastIndex = start;
  for (let match = stops.exec(text); match; match = stops.exec(text)) {
    const end = match.index + match[0].length;
    const isInside = isQuoted(quotations, match.index) && isQuoted(quotations, end);
    if (!isInside) return end;
  }
  return text.length;
}

/** Where the first comma at or behind an offset stands that no quotation holds; −1 without one. */
export function findComma(text: string, start: number, quotations: readonly Quotation[]): number {
  const commas = new RegExp(COMMA);
  commas.lastIndex = start;
  for (let match = commas.exec(text); match; match = commas.exec(text)) {
    if (!isQuoted(quotations, match.index)) return match.index;
  }
  return -1;
}

/** Whether a sentence starts at an offset: at the head of the text, or behind a stop. */
export function isSentenceStart(text: string, at: number): boolean {
  // No more than a stop and the marks it closes needs to be seen.
  const before = text.slice(Math.max(0, at - 8), at).trimEnd();
  return before === '' || STOP_AT_END.test(before);
}

/** A stretch of text between marks that close each other. */
export interface Quotation {
  open: number;
  close: number;
}
