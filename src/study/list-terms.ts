import { hitAddress } from '../search/hit-address.ts';
import type { SearchSource } from '../search/search-document.ts';
import type { Stretch } from '../text/find-term.ts';
import { prepareTerms } from '../text/find-terms.ts';
import { type Folded, foldText } from '../text/fold.ts';
import { findFormulations } from '../text/formulations.ts';
import { toSyllables } from '../text/to-syllables.ts';
import { readVariants } from '../text/variants.ts';
import { findWorks } from '../text/works.ts';

/** What is shown on each side of a term; a keyword in the middle of some forty characters. */
const CONTEXT = 18;

/** Beyond so many lines a page is no longer read; search shows them, a term at a time. */
const MAX_LINES = 3000;

/**
 * Makes the index of a collection's terms: its quoted formulations (`findFormulations`) and the works
 * it names (`findWorks`), each with every place in the papers' bodies where it stands, in quotes or
 * not. Terms that search does not tell apart are one, written as where it stands first. What stands
 * in more papers comes first; among equals pinyin decides, syllable by syllable.
 *
 * Of a collection with more than 3,000 such places only the terms of two papers at least are listed,
 * without the places.
 */
export function listTerms(source: SearchSource): TermIndex {
  const texts = source.documents.flatMap(({ passages }) => passages.map(({ text }) => text));
  const forms = readVariants(source.variants);
  const fold = (text: string) => foldText(text, forms);
  const drafts = new Map<string, Draft>();
  for (const text of [...findFormulations(texts).keys(), ...findWorks(texts)]) {
    const folded = fold(text).text;
    if (folded.length > 1 && !drafts.has(folded)) drafts.set(folded, describeTerm(text));
  }
  fillLines(drafts, source, fold);
  const terms = [...drafts.values()];
  const isWhole = terms.reduce((sum, { lines }) => sum + lines.length, 0) <= MAX_LINES;
  const sorted = terms.map(finishTerm).sort(compareTerms);
  const listed = isWhole
    ? sorted
    : sorted.filter(({ papers }) => papers > 1).map((term) => ({ ...term, lines: [] }));
  return {
    isWhole,
    formulations: listed.filter(({ text }) => !text.startsWith('《')),
    works: listed.filter(({ text }) => text.startsWith('《')),
  };
}

/** The terms of a collection. */
export interface TermIndex {
  /** Whether every term and every place is listed. */
  isWhole: boolean;
  formulations: Term[];
  works: Term[];
}

/** A wording, or a work with its 《》. */
export interface Term {
  text: string;
  /** What finds it, and nothing else, in search. */
  query: string;
  /** Letter of a Chinese index it stands under, from its pinyin; `#` for what has none. */
  letter: string;
  /** Places in the papers' bodies. */
  count: number;
  /** Papers that have one at least. */
  papers: number;
  lines: TermLine[];
}

/** A place of a term, in its context. */
export interface TermLine {
  /** The paper's label, such as 第一篇. */
  label: string;
  /** Where it leads, from the site's root and without a leading slash. */
  address: string;
  before: string;
  term: string;
  after: string;
}

interface Draft {
  text: string;
  query: string;
  syllables: string;
  lines: TermLine[];
  papers: Set<string>;
}

function describeTerm(text: string): Draft {
  // White space is nothing to search, but would divide the query.
  const query = text.replaceAll(/\s/gu, '');
  return { text, query, syllables: toSyllables(text), lines: [], papers: new Set() };
}

/** @param drafts By their folded texts. */
function fillLines(
  drafts: ReadonlyMap<string, Draft>,
  { documents }: SearchSource,
  fold: (text: string) => Folded,
): void {
  const terms = [...drafts.values()];
  const findTerms = prepareTerms([...drafts.keys()]);
  for (const { id, label, passages } of documents) {
    const counts = new Map<Draft, number>();
    for (const { id: passage, text } of passages) {
      for (const { term: index, ...stretch } of findTerms(fold(text))) {
        const term = terms[index];
        if (!term) continue;
        const hit = (counts.get(term) ?? 0) + 1;
        counts.set(term, hit);
        term.papers.add(id);
        const address = hitAddress(id, term.query, passage, hit);
        term.lines.push({ label, address, ...cutContext(text, stretch) });
      }
    }
  }
}

function cutContext(text: string, { start, end }: Stretch): Omit<TermLine, 'label' | 'address'> {
  const before = [...text.slice(0, start)];
  const after = [...text.slice(end)];
  return {
    before: (before.length > CONTEXT ? '……' : '') + before.slice(-CONTEXT).join(''),
    term: text.slice(start, end),
    after: after.slice(0, CONTEXT).join('') + (after.length > CONTEXT ? '……' : ''),
  };
}

function finishTerm({ text, query, syllables, lines, papers }: Draft): Term & { key: string } {
  const letter = /[a-z]/.exec(syllables[0] ?? '')?.[0].toUpperCase() ?? '#';
  return { text, query, letter, count: lines.length, papers: papers.size, lines, key: syllables };
}

function compareTerms(one: Term & { key: string }, other: Term & { key: string }): number {
  if (one.papers !== other.papers) return other.papers - one.papers;
  if (one.key !== other.key) return one.key < other.key ? -1 : 1;
  return one.text < other.text ? -1 : 1;
}
