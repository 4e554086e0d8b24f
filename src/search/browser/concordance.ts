import type { PaperPassage } from '../../collection/paper-structure.ts';
import { isNote } from '../../collection/passages.ts';
import { cutExcerpt } from '../../text/cut-excerpt.ts';
import { findTerm, type Stretch } from '../../text/find-term.ts';
import type { Folded } from '../../text/fold.ts';
import { parentOf } from '../entry-trail.ts';
import type { SearchEntries, SearchEntry, TextPiece } from '../search-document.ts';

/** A sentence that ends no farther away is shown whole. */
const CONTEXT = 45;

/** A stretch this long is shown whole where several terms stand together in it. */
const SHORT = 160;

const ELLIPSIS = '……';

const SENTENCE_END = /[。！？；!?;][”’」』）)]*/gu;

/**
 * Lists the hits in a piece of a paper as a concordance: in reading order, each under its section and
 * point or article, with a sentence or so around it. Hits close to each other share a line. What
 * comes after the last line that is asked for is not looked at.
 *
 * @param terms Folded terms.
 * @param fold The fold they have gone through.
 * @param before How many hits the paper has before this piece.
 */
export function* listHits(
  piece: TextPiece,
  terms: readonly string[],
  fold: (text: string) => Folded,
  before = 0,
): Generator<ConcordanceLine, undefined> {
  let hitsBefore = before;
  for (const { passage, section } of listSections(piece)) {
    const hits = findTerms(passage.text, terms, fold);
    yield* listLines({ passage, section, entries: piece.entries }, hits, hitsBefore);
    hitsBefore += hits.length;
  }
}

/** Tells of each passage of a piece which heading or article its beginning stands under. */
export function* listSections({
  section: start,
  passages,
  entries,
}: TextPiece): Generator<{ passage: PaperPassage; section: string }, undefined> {
  let section = start;
  for (const passage of passages) {
    if (passage.id in entries) section = passage.id;
    if (isNote(passage)) section = '';
    yield { passage, section };
    for (const [, id] of passage.places) if (entries[id]?.isArticle) section = id;
  }
}

/**
 * Lists the hits in a passage, as `listHits` does.
 *
 * @param hits In order.
 */
export function* listLines(
  { passage, section, entries }: PlacedPassage,
  hits: readonly Mark[],
  hitsBefore: number,
): Generator<ConcordanceLine, undefined> {
  const isHeading = isHeadingLine(passage, entries);
  const places = listPlaces(passage, isHeading ? parentOf(section, entries) : section);
  for (const { from, to, marks } of gather(passage.text, hits, isHeading)) {
    const begin = isHeading ? from : skipNumber(passage, from, marks[0]?.start ?? from, entries);
    yield {
      passage: passage.id,
      trail: listTrail(places, from, entries),
      isHeading,
      parts: cut(passage.text, begin, to, marks, from),
      firstHit: hitsBefore + hits.findIndex(({ start: at }) => at >= from) + 1,
      hits: hits.filter(({ start: at }) => at >= from && at < to).length,
    };
  }
}

/**
 * One line for a stretch of a passage in which several terms stand together.
 *
 * @param hits Those of all terms in the stretch, in order.
 */
export function showTogether(
  { passage, section, entries }: PlacedPassage,
  { start, end }: Stretch,
  hits: readonly Mark[],
): ConcordanceLine {
  const isHeading = isHeadingLine(passage, entries);
  const places = listPlaces(passage, isHeading ? parentOf(section, entries) : section);
  const text = passage.text.slice(0, end);
  const isShort = end - start <= SHORT;
  const excerpts: Excerpt[] = isShort
    ? [{ from: start, to: end, marks: merge(hits) }]
    : gather(text, hits, false);
  const parts = excerpts.flatMap(({ from, to, marks }, index) => {
    const shown = cut(passage.text, from, to, marks);
    // Between two excerpts one ellipsis is enough.
    return index > 0 && shown[0]?.text === ELLIPSIS ? shown.slice(1) : shown;
  });
  return {
    passage: passage.id,
    trail: listTrail(places, excerpts[0]?.from ?? start, entries),
    isHeading,
    parts,
    firstHit: 0,
    hits: 1,
  };
}

/** A passage where it stands. */
export interface PlacedPassage {
  passage: PaperPassage;
  /** Anchor of the heading or the article its beginning stands under; empty for none. */
  section: string;
  /** The outline of its paper. */
  entries: SearchEntries;
}

/** A stretch of a text to mark. */
export interface Mark extends Stretch {
  /** What of it was not typed. */
  gaps?: readonly Stretch[];
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
export function markTerms(text: string, hits: readonly Mark[]): TextPart[] {
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
  /** Whether it is part of a hit that was not typed. */
  isGap?: true;
}

function isHeadingLine({ id }: PaperPassage, entries: SearchEntries): boolean {
  return id in entries && !entries[id]?.isArticle;
}

/** Stretches of a text to show, with the marks in each. */
function gather(text: string, hits: readonly Mark[], isWhole: boolean): Excerpt[] {
  if (hits.length === 0) return [];
  const ends = [...text.matchAll(SENTENCE_END)].map(({ 0: mark, index }) => index + mark.length);
  const excerpts: Excerpt[] = [];
  for (const mark of merge(hits)) {
    const start = ends.filter((end) => end <= mark.start).pop() ?? 0;
    const end = ends.find((each) => each >= mark.end) ?? text.length;
    const { start: from, end: to } = isWhole
      ? { start: 0, end: text.length }
      : cutSentence(text, { start, end }, mark);
    const last = excerpts[excerpts.length - 1];
    if (last && from <= last.to) {
      last.to = Math.max(last.to, to);
      last.marks.push(mark);
    } else excerpts.push({ from, to, marks: [mark] });
  }
  return excerpts;
}

function cutSentence(text: string, { start, end }: Stretch, mark: Stretch): Stretch {
  const place = { start: mark.start - start, end: mark.end - start };
  const excerpt = cutExcerpt(text.slice(start, end), place, CONTEXT);
  return { start: start + excerpt.start, end: start + excerpt.end };
}

interface Excerpt {
  from: number;
  to: number;
  marks: MergedMark[];
}

type MergedMark = Required<Mark>;

/** Overlapping hits become one mark. */
function merge(hits: readonly Mark[]): MergedMark[] {
  const marks: MergedMark[] = [];
  for (const { start, end, gaps = [] } of hits) {
    const last = marks[marks.length - 1];
    if (last && start < last.end) {
      last.gaps = [...last.gaps, ...gaps];
      last.end = Math.max(last.end, end);
    } else marks.push({ start, end, gaps });
  }
  return marks;
}

/** @param start Where the stretch begins if nothing is skipped at its beginning. */
function cut(
  text: string,
  from: number,
  to: number,
  marks: readonly MergedMark[],
  start = from,
): TextPart[] {
  const parts: TextPart[] = [];
  const add = (part: string, isMatch: boolean, isGap = false) => {
    if (part) parts.push({ text: part, isMatch, ...(isGap && { isGap }) });
  };
  const isCutInside = (at: number) =>
    at > 0 && at < text.length && !/[。！？；!?;][”’」』）)]*$/u.test(text.slice(0, at));
  if (isCutInside(start)) add(ELLIPSIS, false);
  let at = from;
  for (const mark of marks) {
    add(text.slice(at, mark.start), false);
    at = mark.start;
    for (const gap of mark.gaps) {
      if (gap.start < at) continue;
      add(text.slice(at, gap.start), true);
      add(text.slice(gap.start, gap.end), true, true);
      at = gap.end;
    }
    add(text.slice(at, mark.end), true);
    at = mark.end;
  }
  add(text.slice(at, to), false);
  if (isCutInside(to)) add(ELLIPSIS, false);
  return parts;
}

/** Where in a passage a line of the outline begins to hold; what holds at its start first. */
function listPlaces({ places }: PaperPassage, section: string): PaperPassage['places'] {
  return [[Number.NEGATIVE_INFINITY, section], ...places];
}

function listTrail(
  places: PaperPassage['places'],
  from: number,
  entries: SearchEntries,
): SearchEntry[] {
  const [start = 0, place = ''] = places.filter(([offset]) => offset <= from).pop() ?? [];
  const own = entries[place];
  // A line that shows the point's own lead need not be told of it.
  const isInLead = own !== undefined && !own.isArticle && from < start + own.text.length;
  const trail: SearchEntry[] = [];
  for (let id = isInLead ? parentOf(place, entries) : place; id; id = parentOf(id, entries)) {
    const entry = entries[id];
    if (entry) trail.unshift(entry);
  }
  return trail;
}

/** An article's number stands above its line, so the line begins behind it, unless it is a hit itself. */
function skipNumber(
  { id, text, places }: PaperPassage,
  from: number,
  firstMark: number,
  entries: SearchEntries,
): number {
  for (const [offset, place] of [[0, id] as const, ...places]) {
    const entry = entries[place];
    if (!entry?.isArticle || offset !== from || !text.startsWith(entry.ordinal, from)) continue;
    const rest = text.slice(from + entry.ordinal.length);
    const begin = text.length - rest.trimStart().length;
    if (begin <= firstMark) return begin;
  }
  return from;
}
