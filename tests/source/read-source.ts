import { readFileSync } from 'node:fs';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

/**
 * The six papers as they were handed over (`papers.txt`), without the two ##paid…## markers and
 * with the sentence of 第六篇 that was broken over two lines made whole.
 *
 * @returns The paragraphs of each paper.
 */
export function readSource(): string[][] {
  const text = read('papers.txt')
    .replaceAll(/##paid(?:begin|end)##/g, '')
    .replace('“办文、办会”\n职责', '“办文、办会”职责');
  return text
    .split(/^第[一二三四五六]篇$/m)
    .slice(1)
    .map((paper) => paper.split('\n').filter((line) => line !== ''));
}

/**
 * The outlines a reader drew up by hand (`outline.txt`): each entry as written, indented two spaces
 * a level. Remarks about introductions and the optional fourth level are not entries.
 */
export function readExpectedOutlines(): string[][] {
  return read('outline.txt')
    .split(/^ {2}第.篇$/m)
    .slice(1)
    .map((paper) =>
      paper.split('\n').flatMap((line) => {
        const [, indent = '', entry] = /^( +)[[(].+?[\])] (.+)$/.exec(line) ?? [];
        return entry ? [indent.slice(4) + entry] : [];
      }),
    );
}

/**
 * All quotations of the six papers, each labelled by hand in `quotations.txt`: 提法 for a fixed wording
 * that names a campaign, a policy, a mechanism, a duty or a demand and that others would use as such;
 * 其他 for figures of speech, names of things, quoted sentences and words merely set off.
 */
export function readLabelledQuotations(): { text: string; isFormulation: boolean }[] {
  return read('quotations.txt')
    .trim()
    .split('\n')
    .map((line) => ({ text: line.slice(3), isFormulation: line.startsWith('提法 ') }));
}
