import { readdirSync, readFileSync } from 'node:fs';
import { readSource } from '../source/read-source.ts';

const FOLDER = new URL('../../content/papers/', import.meta.url);

const FORMS: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '‘': '"',
  '’': '"',
  "'": '"',
  '「': '"',
  '」': '"',
  '『': '"',
  '』': '"',
  '—': '-',
  '–': '-',
  '。': '.',
  '《': '<',
  '》': '>',
};

/** The papers in order, with the true text of their bodies. */
export const papers = readdirSync(FOLDER)
  .sort()
  .map((name, index) => {
    const frontMatter = readFileSync(new URL(name, FOLDER), 'utf8').split('---')[1] ?? '';
    const read = (key: string) => new RegExp(`^${key}: (.+)$`, 'm').exec(frontMatter)?.[1] ?? '';
    return {
      id: name.replace(/\.md$/, ''),
      label: `第${'一二三四五六'[index]}篇`,
      title: read('title'),
      topic: read('topic'),
      paragraphs: readSource()[index] ?? [],
    };
  });

const foldedPapers = papers.map(({ id, label, title, topic, paragraphs }) => ({
  id,
  heads: [label, title, topic].map(foldPlainly),
  paragraphs: paragraphs.map(foldPlainly),
}));

/**
 * What search takes for the same, told a second time: a mistake in `src/text/fold.ts` must not be
 * its own proof. Knows the marks of the six papers, and no Traditional characters.
 */
export function foldPlainly(text: string): string {
  return [...text.replace(/\s/g, '')]
    .map((character) => {
      const code = character.charCodeAt(0);
      const isFullWidth = code >= 0xff01 && code <= 0xff5e;
      const narrow = isFullWidth ? String.fromCharCode(code - 0xfee0) : character;
      return (FORMS[narrow] ?? narrow).toLowerCase();
    })
    .join('');
}

/** What there is to find of a term, by looking at every position of the papers. */
export function findInPapers(term: string): Finding {
  const folded = foldPlainly(term);
  const counts: Record<string, number> = {};
  const marks: string[] = [];
  for (const { id, heads, paragraphs } of foldedPapers) {
    for (const text of [...heads, ...paragraphs]) marks.push(...markPlainly(text, folded));
    const count = paragraphs.reduce((sum, text) => sum + findPlainly(text, folded).length, 0);
    if (count > 0) counts[id] = count;
  }
  return { counts, marks: marks.sort() };
}

/** Where a term stands. */
export interface Finding {
  /** Places in the bodies by the papers' ids, overlapping ones each. */
  counts: Record<string, number>;
  /** What is to be marked in bodies, titles, labels and topics, folded: places that overlap as one. */
  marks: string[];
}

function findPlainly(text: string, term: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) places.push(at);
  return places;
}

function markPlainly(text: string, term: string): string[] {
  const marks: string[] = [];
  let [start = -1, ...others] = findPlainly(text, term);
  if (start < 0) return marks;
  let end = start + term.length;
  for (const other of others) {
    if (other >= end) {
      marks.push(text.slice(start, end));
      start = other;
    }
    end = other + term.length;
  }
  return [...marks, text.slice(start, end)];
}
