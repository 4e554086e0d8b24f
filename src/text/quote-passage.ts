const INNER: Readonly<Record<string, string>> = {
  '“': '‘',
  '”': '’',
  '‘': '“',
  '’': '”',
  '《': '〈',
  '》': '〉',
  '〈': '《',
  '〉': '》',
};

/** Quotes; ’ between Latin letters is an apostrophe. */
const QUOTE = /(?<!\p{Script=Latin})’|’(?!\p{Script=Latin})|[“”‘]/gu;

/**
 * Puts a passage into quotation marks. Marks inside it become those of the next level, “ ” and ‘ ’
 * by turns; of several paragraphs each begins with an opening mark and the last alone has a closing
 * one (GB/T 15834—2011 4.8.3.4, 4.8.3.5).
 *
 * @param paragraphs The passage, not empty; a paragraph has no line break in it.
 * @returns A line for each paragraph.
 */
export function quotePassage(paragraphs: readonly string[]): string {
  const lines = paragraphs.map(
    (text) => `“${text.replaceAll(QUOTE, (mark) => INNER[mark] ?? mark)}`,
  );
  return `${lines.join('\n')}”`;
}

/** Puts a title into 《…》; marks inside it become 〈 〉, and those inside them 《 》 (GB/T 15834—2011 4.15.3.5). */
export function quoteTitle(title: string): string {
  return `《${title.replaceAll(/[《》〈〉]/g, (mark) => INNER[mark] ?? mark)}》`;
}
