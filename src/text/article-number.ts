/** What 之 may be followed by, in order. */
const SUFFIXES = '一二三四五六七八九十';

/**
 * Brings the number of an article into one form, however it is written: `第十二条之一`, `十二之一` and
 * `12-1`, or `１２` and `第12条`, are alike but for Chinese and Arabic numerals.
 *
 * @returns `十二`, `12`, `十二-1`, `12-1`; empty for what is no number.
 */
export function normalizeArticleNumber(text: string): string {
  const plain = text.normalize('NFKC').replaceAll(/\s/gu, '').replaceAll('〇', '零');
  const parts =
    /^第?(\d+|[零一二两三四五六七八九十百千]+)条?(?:[之.—–-](\d+|[一二三四五六七八九十]))?条?$/u.exec(
      plain,
    );
  if (!parts) return '';
  const [, number = '', suffix] = parts;
  const main = number.replace(/^0+(?=\d)/, '').replaceAll('两', '二');
  if (!suffix) return main;
  return `${main}-${SUFFIXES.includes(suffix) ? SUFFIXES.indexOf(suffix) + 1 : Number(suffix)}`;
}
