import type { PaperPassage } from '../collection/paper-structure.ts';
import { hitAddress } from '../search/hit-address.ts';
import { cutExcerpt } from '../text/cut-excerpt.ts';
import type { Stretch } from '../text/find-term.ts';
import { prepareTerms } from '../text/find-terms.ts';
import type { Folded } from '../text/fold.ts';
import { findFormulations, listQuotations } from '../text/formulations.ts';
import { toSyllables } from '../text/to-syllables.ts';
import { findWorks } from '../text/works.ts';

/** What is shown on each side of a term; a keyword in the middle of some forty characters. */
const CONTEXT = 18;

/** Marks that a wording is written with or without: 创新创优、提质提效. */
const INNER_MARKS = /[、，,·]/gu;

/**
 * Makes the index of a collection's terms: its quoted formulations (`findFormulations`) and the works
 * it names (`findWorks`), each with every place in the papers' bodies where it stands, in quotes or
 * not, but for those inside a longer term. Terms that search does not tell apart are one, and so are
 * wordings that differ in 、 alone; they are written as where they stand first. What stands in more
 * papers comes first; among equals pinyin decides, syllable by syllable.
 *
 * @param fold The fold of search.
 */
export function listTerms(papers: readonly TermPaper[], fold: (text: string) => Folded): Term[] {
  const texts = papers.flatMap(({ passages }) => passages.map(({ text }) => text));
  const drafts = new Map<string, Draft>();
  const keyOf = (text: string) =>
    text.startsWith('《') ? fold(text).text : fold(text).text.replaceAll(INNER_MARKS, '');
  const add = (text: string) => {
    const folded = fold(text).text;
    const key = keyOf(text);
    if ([...key].length < 2) return;
    const draft = drafts.get(key) ?? { text, forms: new Map(), lines: [], papers: new Set() };
    if (!draft.forms.has(folded)) draft.forms.set(folded, text);
    drafts.set(key, draft);
  };
  for (const text of [...findFormulations(texts).keys(), ...findWorks(texts)]) add(text);
  // Another way to write a formulation need not pass for one by itself.
  for (const { text } of listQuotations(texts)) if (drafts.has(keyOf(text))) add(text);
  fillLines([...drafts.values()], papers, fold);
  return [...drafts.values()]
    .filter(({ lines }) => lines.length > 0)
    .map(finishTerm)
    .sort(compareTerms);
}

/** What the index needs of a paper. */
export interface TermPaper {
  id: string;
  /** What it is called, such as 第一篇. */
  name: string;
  passages: readonly Pick<PaperPassage, 'id' | 'text'>[];
}

/** A wording, or a work with its 《》. */
export interface Term {
  text: string;
  /** Other ways to write it that search tells apart. */
  variants: string[];
  /** Letter of a Chinese index it stands under, from its pinyin; `#` for what has none. */
  letter: string;
  /** Its pinyin, to sort by. */
  syllables: string;
  /** Places in the papers' bodies. */
  count: number;
  /** Papers that have one at least. */
  papers: number;
  lines: TermLine[];
}

/** A place of a term, in its context. */
export interface TermLine {
  /** The paper's name, such as 第一篇. */
  label: string;
  /** Where it leads, from the site's root and without a leading slash. */
  address: string;
  before: string;
  term: string;
  after: string;
}

/** What finds a wording in search: white space is nothing to it, but would divide the query. */
export function termQuery(text: string): string {
  return text.replaceAll(/\s/gu, '');
}

/** Puts terms in the order of a Chinese index, those of more papers first. */
export function compareTerms(
  one: Pick<Term, 'papers' | 'syllables' | 'text'>,
  other: Pick<Term, 'papers' | 'syllables' | 'text'>,
): number {
  return other.papers - one.papers || compareByPinyin(one, other);
}

/** Puts terms in the order of a Chinese index. */
export function compareByPinyin(
  one: Pick<Term, 'syllables' | 'text'>,
  other: Pick<Term, 'syllables' | 'text'>,
): number {
  if (one.syllables !== other.syllables) return one.syllables < other.syllables ? -1 : 1;
  return one.text < other.text ? -1 : Number(one.text > other.text);
}

interface Draft {
  text: string;
  /** Ways to write it, by what they fold to. */
  forms: Map<string, string>;
  lines: TermLine[];
  papers: Set<string>;
}

function fillLines(
  drafts: readonly Draft[],
  papers: readonly TermPaper[],
  fold: (text: string) => Folded,
): void {
  const forms = drafts.flatMap((draft) =>
    [...draft.forms].map(([folded, text]) => ({ draft, folded, query: termQuery(text) })),
  );
  const findTerms = prepareTerms(forms.map(({ folded }) => folded));
  for (const { id, name, passages } of papers) {
    const counts = new Map<string, number>();
    for (const { id: passage, text } of passages) {
      const found = findTerms(fold(text));
      for (const { term: index, ...stretch } of found) {
        const { draft, query } = forms[index] as (typeof forms)[number];
        // Search, which counts the hits of an address, knows of no longer terms.
        const hit = (counts.get(query) ?? 0) + 1;
        counts.set(query, hit);
        if (found.some((other) => holds(other, stretch))) continue;
        draft.papers.add(id);
        const address = hitAddress(id, query, passage, hit);
        draft.lines.push({ label: name, address, ...cutContext(text, stretch) });
      }
    }
  }
}

function holds(other: Stretch, { start, end }: Stretch): boolean {
  return other.start <= start && other.end >= end && other.end - other.start > end - start;
}

function cutContext(text: string, place: Stretch): Omit<TermLine, 'label' | 'address'> {
  const { start, end } = cutExcerpt(text, place, CONTEXT);
  return {
    before: (start > 0 ? '……' : '') + text.slice(start, place.start),
    term: text.slice(place.start, place.end),
    after: text.slice(place.end, end) + (end < text.length ? '……' : ''),
  };
}

function finishTerm({ text, forms, lines, papers }: Draft): Term {
  const written = [...forms.values()];
  return {
    text,
    variants: written.filter((form) => form !== text),
    ...describePinyin(text),
    count: lines.length,
    papers: papers.size,
    lines,
  };
}

/** A term's pinyin and the letter it stands under. */
export function describePinyin(text: string): Pick<Term, 'letter' | 'syllables'> {
  const syllables = toSyllables(text);
  return { syllables, letter: /[a-z]/.exec(syllables[0] ?? '')?.[0].toUpperCase() ?? '#' };
}
