import type { PaperPassage } from '../../collection/paper-structure.ts';
import { isNote } from '../../collection/passages.ts';
import { findTerm, type Stretch } from '../../text/find-term.ts';
import type { Folded } from '../../text/fold.ts';
import type { SearchDocument, SearchEntry } from '../search-document.ts';

/** A sentence that ends no farther away is shown whole. */
const CONTEXT = 45;

const SENTENCE_END = /[。！？；!?;][”’」』）)]*/gu;

/**
 * Lists a paper's hits as a concordance: in reading order, each under its section and point, with a
 * sentence or so around it. Hits close to each other share a line.
 *
 * @param terms Folded terms.
 * @param fold The fold they have gone through.
 */
export function listHits(
  { passages, entries }: SearchDocument,
  terms: readonly string[],
  fold: (text: string) => Folded,
): ConcordanceLine[] {
  const lines: ConcordanceLine[] = [];
  let hitsBefore = 0;
  let section = '';
  for (const passage of passages) {
    const isHeading = passage.id in entries;
    if (isHeading) section = passage.id;
    if (isNote(passage)) section = '';
    const hits = findTerms(passage.text, terms, fold);
    for (const { from, to, marks } of gather(passage.text, hits, isHeading)) {
      lines.push({
        passage: passage.id,
        trail: listTrail(passage, isHeading ? parentOf(section) : section, from, entries),
        isHeading,
        parts: cut(passage.text, from, to, marks),
        firstHit: hitsBefore + hits.findIndex(({ start }) => start >= from) + 1,
        hits: hits.filter(({ start }) => start >= from && start < to).length,
      });
    }
    hitsBefore += hits.length;
  }
  return lines;
}

/** Finds all terms in a text: every hit, in order. */
export function findTerms(
  text: string,
  terms: readonly string[],
  fold: (text: string) => Folded,
): Stretch[] {
  const folded = fold(text);
  return terms
    .flatMap((term) => findTerm(folded, term))
    .sort((one, other) => one.start - other.start || one.end - other.end);
}

/** Cuts a text at the ends of its hits, so that each part is marked or is not. */
export function markTerms(text: string, hits: readonly Stretch[]): TextPart[] {
  return cut(text, 0, text.length, merge(hits));
}

/** A line of a concordance. */
export interface ConcordanceLine {
  /** Anchor of its paragraph or heading. */
  passage: string;
  /** Headings and points it stands under, outermost first. */
  trail: SearchEntry[];
  isHeading: boolean;
  /** What is shown, `……` for what is left out. */
  parts: TextPart[];
  /** Which of the paper's hits is its first, from 1. */
  firstHit: number;
  hits: number;
}

/** Text that is or is not part of a hit. */
export interface TextPart {
  text: string;
  isMatch: boolean;
}

/** Stretches of a text to show, with the marks in each. */
function gather(text: string, hits: readonly Stretch[], isWhole: boolean): Excerpt[] {
  const ends = [...text.matchAll(SENTENCE_END)].map(({ 0: mark, index }) => index + mark.length);
  const excerpts: Excerpt[] = [];
  for (const mark of merge(hits)) {
    const start = ends.filter((end) => end <= mark.start).pop() ?? 0;
    const end = ends.find((each) => each >= mark.end) ?? text.length;
    const from = isWhole ? 0 : limit(text, start, mark.start - CONTEXT, mark.start);
    const to = isWhole ? text.length : limit(text, mark.end, mark.end + CONTEXT, end);
    const last = excerpts[excerpts.length - 1];
    if (last && from <= last.to) {
      last.to = Math.max(last.to, to);
      last.marks.push(mark);
    } else excerpts.push({ from, to, marks: [mark] });
  }
  return excerpts;
}

/** The number of three in the middle, moved off the inside of a surrogate pair. */
function limit(text: string, one: number, other: number, another: number): number {
  const at = [one, other, another].sort((a, b) => a - b)[1] ?? 0;
  return at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : at;
}

interface Excerpt {
  from: number;
  to: number;
  marks: Stretch[];
}

/** Overlapping hits become one mark. */
function merge(hits: readonly Stretch[]): Stretch[] {
  const marks: Stretch[] = [];
  for (const { start, end } of hits) {
    const last = marks[marks.length - 1];
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else marks.push({ start, end });
  }
  return marks;
}

function cut(text: string, from: number, to: number, marks: readonly Stretch[]): TextPart[] {
  const parts: TextPart[] = [];
  const add = (part: string, isMatch: boolean) => {
    if (part) parts.push({ text: part, isMatch });
  };
  const isCutInside = (at: number) =>
    at > 0 && at < text.length && !/[。！？；!?;][”’」』）)]*$/u.test(text.slice(0, at));
  if (isCutInside(from)) add('……', false);
  let at = from;
  for (const { start, end } of marks) {
    add(text.slice(at, start), false);
    add(text.slice(start, end), true);
    at = end;
  }
  add(text.slice(at, to), false);
  if (isCutInside(to)) add('……', false);
  return parts;
}

function listTrail(
  { places }: PaperPassage,
  section: string,
  from: number,
  entries: SearchDocument['entries'],
): SearchEntry[] {
  const [start, point] = places.filter(([offset]) => offset <= from).pop() ?? [];
  const own = point ? entries[point] : undefined;
  // A line that shows the point's own lead need not be told of it.
  const isInLead = own !== undefined && from < (start ?? 0) + own.text.length;
  const innermost = point && isInLead ? parentOf(point) : (point ?? section);
  const trail: SearchEntry[] = [];
  for (let id = innermost; id; id = parentOf(id)) {
    const entry = entries[id];
    if (entry) trail.unshift(entry);
  }
  return trail;
}

/** Ids of the outline tell the place: `s2-1` is the first entry under `s2`. */
function parentOf(id: string): string {
  return id.slice(0, Math.max(0, id.lastIndexOf('-')));
}
