import { foldPlainly, papers } from './paper-texts.ts';
import { createDraw } from './sample-queries.ts';

/*
 * Patterns and scopes against the truth: sentences are cut from the sources, and every start is tried in
 * each with the language's own regular expressions.
 */

const sources = papers.map(({ id, paragraphs }) => ({
  id,
  paragraphs: paragraphs.map(foldPlainly),
  sentences: paragraphs.flatMap(cutSentences),
}));

/** A paragraph's sentences: each ends behind 。！？； and the quotes and brackets closed there. */
function cutSentences(paragraph: string): string[] {
  return (paragraph.match(/[^。！？；]*(?:[。！？；][”’」』）》]*|$)/gu) ?? [])
    .map(foldPlainly)
    .filter((sentence) => sentence !== '');
}

/** Counts of a pattern's matches by paper: each sentence is read from its start. */
export function matchInPapers(pattern: string): Record<string, number> {
  const source = pattern
    .split('|')
    .map((each) =>
      [...foldPlainly(each)]
        .map(
          (sign) => ({ '*': '.{0,30}?', _: '.' })[sign] ?? sign.replace(/[.?()[\]+^$\\{}]/, '\\$&'),
        )
        .join(''),
    )
    .join('|');
  return count((id) =>
    sources
      .filter((each) => each.id === id)
      .flatMap(({ sentences }) => sentences)
      .reduce((sum, text) => sum + [...text.matchAll(new RegExp(source, 'gu'))].length, 0),
  );
}

/** Counts of the paragraphs or sentences that hold all terms, by paper. */
export function countTogether(
  terms: readonly string[],
  unit: 'paragraphs' | 'sentences',
): Record<string, number> {
  const folded = terms.map(foldPlainly);
  return count(
    (id) =>
      sources
        .filter((each) => each.id === id)
        .flatMap((each) => each[unit])
        .filter((text) => folded.every((term) => text.includes(term))).length,
  );
}

/**
 * Counts of the stretches of at most so many characters that begin with a term and hold all, by paper:
 * each from its leftmost start, the shortest, none overlapping another. Every stretch is tried.
 */
export function countNear(
  terms: readonly string[],
  within: number,
  isOrdered: boolean,
): Record<string, number> {
  const folded = terms.map(foldPlainly);
  const holds = (stretch: string) => {
    let at = 0;
    return folded.every((term) => {
      const place = stretch.indexOf(term, isOrdered ? at : 0);
      at = place + term.length;
      return place >= 0;
    });
  };
  const countIn = (text: string) => {
    let found = 0;
    for (let start = 0; start < text.length; start++) {
      const leads = isOrdered ? folded.slice(0, 1) : folded;
      if (!leads.some((term) => text.startsWith(term, start))) continue;
      for (let end = start + 1; end <= Math.min(text.length, start + within); end++) {
        if (!holds(text.slice(start, end))) continue;
        found++;
        start = end - 1;
        break;
      }
    }
    return found;
  };
  return count((id) =>
    sources
      .filter((each) => each.id === id)
      .flatMap(({ paragraphs }) => paragraphs)
      .reduce((sum, text) => sum + countIn(text), 0),
  );
}

/** Counts of a term's occurrences where punctuation does not count, by paper. */
export function findUnpunctuatedInPapers(term: string): Record<string, number> {
  return count((id) =>
    sources
      .filter((each) => each.id === id)
      .flatMap(({ paragraphs }) => paragraphs)
      .map(strip)
      .reduce((sum, text) => {
        let found = 0;
        for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) found++;
        return sum + found;
      }, 0),
  );
}

/** A text without its punctuation. */
export function strip(text: string): string {
  return foldPlainly(text).replace(/[\p{P}\p{S}]/gu, '');
}

function count(countIn: (id: string) => number): Record<string, number> {
  return Object.fromEntries(
    papers.map(({ id }) => [id, countIn(id)] as const).filter(([, number]) => number > 0),
  );
}

const draw = createDraw(12_2023);
const allSentences = papers.flatMap(({ paragraphs }) =>
  paragraphs.flatMap((text) => text.match(/[^。！？；]+/gu) ?? []),
);

function drawSentence(least: number): string {
  for (;;) {
    const sentence = allSentences[draw(allSentences.length)] ?? '';
    if (sentence.length >= least && !/[\s|*_]/u.test(sentence)) return sentence;
  }
}

/** A stretch of a sentence with one or two runs or single characters of it left open. */
function drawPattern(): string {
  const sentence = drawSentence(12);
  const start = draw(sentence.length - 10);
  const text = sentence.slice(start, start + 10 + draw(30));
  const first = 1 + draw(3);
  const gap = 1 + draw(5);
  const [head, rest] = [text.slice(0, first), text.slice(first + gap)];
  if (draw(4) === 0) return `${head}${'_'.repeat(gap)}${rest.slice(0, 1 + draw(2))}`;
  const at = draw(3);
  const middle = rest.slice(at, at + 1 + draw(2));
  const tail = rest.slice(rest.length - 1 - draw(2));
  return draw(2) === 0 ? `${head}*${middle}` : `${head}*${middle}*${tail}`;
}

/** Patterns made from the texts. */
export const patterns: readonly string[] = (() => {
  const found: string[] = [];
  while (found.length < 300) {
    const pattern = drawPattern();
    if (Object.keys(matchInPapers(pattern)).length > 0) found.push(pattern);
  }
  return found;
})();

/** Patterns that match nothing: their parts come from different places, the other way round. */
export const absentPatterns: readonly string[] = (() => {
  const found: string[] = [];
  while (found.length < 100) {
    const [one, other] = [drawSentence(4), drawSentence(4)];
    const pattern = `${one.slice(-3)}*${other.slice(0, 3)}`;
    if (Object.keys(matchInPapers(pattern)).length === 0) found.push(pattern);
  }
  return found;
})();

/** Pairs of terms that stand near each other, or do not. */
export const pairs: readonly (readonly [string, string])[] = Array.from({ length: 200 }, () => {
  const one = drawSentence(8);
  const other = draw(2) === 0 ? one : drawSentence(8);
  const cut = (text: string) => {
    const at = draw(text.length - 2);
    return text.slice(at, at + 1 + draw(2));
  };
  return [cut(one), cut(other)] as const;
});

/** Stretches of the texts with punctuation in them, as somebody types them who leaves it out. */
export const unpunctuated: readonly string[] = (() => {
  const found = new Set<string>();
  while (found.size < 100) {
    const paragraphs = papers.flatMap((paper) => paper.paragraphs);
    const text = paragraphs[draw(paragraphs.length)] ?? '';
    const at = draw(Math.max(1, text.length - 10));
    const stretch = text.slice(at, at + 4 + draw(6));
    const bare = strip(stretch);
    const isMeant = /[\p{P}\p{S}]/u.test(stretch) && bare.length > 1 && !/\s/.test(stretch);
    if (isMeant && !paragraphs.some((each) => foldPlainly(each).includes(bare))) found.add(bare);
  }
  return [...found];
})();
