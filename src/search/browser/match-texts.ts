import { countFolded, findNear } from '../../text/find-near.ts';
import { type PatternMatch, prepareTerm } from '../../text/find-pattern.ts';
import type { Stretch } from '../../text/find-term.ts';
import { findUnpunctuated, stripMarks } from '../../text/find-unpunctuated.ts';
import type { Folded } from '../../text/fold.ts';
import { foldTokens, type PatternQuery, type PatternTerm } from '../../text/parse-pattern.ts';
import { findSentenceEnds } from '../../text/sentence-ends.ts';
import { headTexts, type SearchEntries } from '../search-document.ts';
import { listSections, type Mark, type PlacedPassage } from './concordance.ts';
import {
  type Candidate,
  findByPlaces,
  type Scope,
  type SoughtTerm,
  type Waiting,
} from './find-by-places.ts';
import type { FoundPaper } from './search-engine.ts';
import type { SearchState } from './search-state.ts';
import type { Searchable } from './searchable.ts';
import { throwIfAborted } from './throw-if-aborted.ts';

/** Papers whose texts are read at a time. */
const READ_AT_A_TIME = 8;

/** What no index tells is looked for by reading papers through: in so many, those that fit best. */
const MOST_READ_THROUGH = 100;

/** By so many pairs of neighbouring characters is told which do. */
const PAIRS_COMPARED = 12;

/**
 * Finds a pattern: by the places of the index where it tells enough, else in the texts, which it narrows
 * first. Of papers found by places no text has been read yet.
 *
 * @returns The papers in the collection's order.
 * @throws When a file cannot be loaded, and an `AbortError`.
 */
export async function findMatches(
  query: PatternQuery,
  state: MatchState,
  context: MatchContext,
): Promise<FoundMatches[]> {
  const sought = await Promise.all(query.terms.map((term) => seek(term, context)));
  const terms = [...new Map(sought.map((each) => [each.key, each])).values()];
  const together = isTogether(query, state) ? state : undefined;
  const { texts } = context;
  const { index } = texts;
  const isPlaced = index !== undefined && terms.every(({ isUnpunctuated }) => !isUnpunctuated);
  const found = isPlaced
    ? await findByPlaces(terms, together, index, texts, context)
    : await narrow(terms, context);
  const banned = await listPapersOf(query.excluded, context);
  const wanted = found.filter(({ paper }) => !banned.has(paper));
  const read = (each: Candidate) => matchPaper(each, terms, { ...state, together }, context);
  if (!isPlaced || state.where) return (await readAll(wanted, read, context)).map(asRead);
  return wanted.map((each) => ({
    paper: each.paper,
    head: each.head,
    body: each.body,
    read: async () => (await read(each)) ?? { ...each, groups: [] },
  }));
}

/** Reads what was found in some papers. */
export function readMatches(
  found: readonly FoundMatches[],
  context: Waiting,
): Promise<MatchedPaper[]> {
  return readAll(found, (each) => each.read(), context);
}

async function readAll<Each>(
  papers: readonly Each[],
  read: (paper: Each) => Promise<MatchedPaper | undefined>,
  { signal, onProgress }: Waiting,
): Promise<MatchedPaper[]> {
  const matched: MatchedPaper[] = [];
  let done = 0;
  for (let at = 0; at < papers.length; at += READ_AT_A_TIME) {
    throwIfAborted(signal);
    const batch = await Promise.all(
      papers.slice(at, at + READ_AT_A_TIME).map(async (paper) => {
        const each = await read(paper);
        done++;
        await onProgress?.(done, papers.length);
        return each;
      }),
    );
    matched.push(...batch.filter((each) => each !== undefined));
  }
  return matched;
}

function asRead(paper: MatchedPaper): FoundMatches {
  return { ...paper, read: () => Promise.resolve(paper) };
}

/** Finds a pattern in the text of a paper, in the pieces in which it may stand. */
async function matchPaper(
  { paper, pieces }: Pick<Candidate, 'paper' | 'pieces'>,
  terms: readonly SoughtTerm[],
  { where, together }: Pick<MatchState, 'where'> & { together: Scope | undefined },
  { texts, fold, signal }: MatchContext,
): Promise<MatchedPaper | undefined> {
  const seen = new Set<SoughtTerm>();
  const groups: MatchedGroup[] = [];
  const heads = texts.papers[paper];
  const inHead = where === 'works' || !heads ? [] : headTexts(heads);
  const head = inHead.flatMap((text) =>
    matchPassage(text, terms, [[0, text.length]], together, fold, seen),
  ).length;
  for (const number of pieces) {
    const piece = await texts.readPiece(paper, number, signal);
    for (const placed of listSections(piece)) {
      const { text } = placed.passage;
      const stretches = listStretches({ ...placed, entries: piece.entries }, where);
      for (const group of matchPassage(text, terms, stretches, together, fold, seen)) {
        groups.push({ ...group, ...placed, entries: piece.entries });
      }
    }
  }
  if (!together && seen.size < terms.length) return undefined;
  return head + groups.length > 0 ? { paper, head, body: groups.length, groups } : undefined;
}

/** Whether several terms are looked for where they stand together in less than a paper. */
export function isTogether({ terms }: PatternQuery, { scope, within }: Scope): boolean {
  return terms.length > 1 && (scope ?? within) !== undefined;
}

/** What texts are matched in. */
export interface MatchContext extends Waiting {
  texts: Searchable;
  fold: (text: string) => Folded;
  /** Told that of the papers that may hold a term only so many are read, those that fit best. */
  onLimit?: (papers: number) => void;
}

/** A paper with how much was found in it. */
export interface FoundMatches extends FoundPaper {
  /** @throws When a text cannot be loaded. */
  read: () => Promise<MatchedPaper>;
}

/** A paper with what was found in it. */
export interface MatchedPaper extends FoundPaper {
  /** In the order of the text. */
  groups: MatchedGroup[];
}

/** What counts as one: a match, or a sentence, paragraph or shorter stretch that holds all terms. */
export interface MatchedGroup extends PlacedPassage, Stretch {
  /** In order. */
  matches: TermMatch[];
  /** The whole of it where that is what is shown: terms near each other, with what stands between them. */
  whole?: Required<Mark>;
}

/** Where a term stands. */
export interface TermMatch extends PatternMatch {
  /** Which of the terms it is, from 0, those typed twice counted once. */
  term: number;
}

type MatchState = Pick<SearchState, 'scope' | 'within' | 'order' | 'where'>;

async function seek(
  { text, alternatives, unquoted, isUnpunctuated }: PatternTerm,
  context: MatchContext,
): Promise<SoughtTerm> {
  const { fold } = context;
  if (isUnpunctuated) {
    const bare = stripMarks(fold(text).text);
    return { key: bare, find: findUnpunctuated(bare), alternatives: [], isUnpunctuated };
  }
  const folded = alternatives
    .map((tokens) => foldTokens(tokens, fold))
    .filter((tokens) => tokens.some((token) => typeof token === 'string'));
  const key = JSON.stringify(folded);
  const sought = { key, find: prepareTerm(folded), alternatives: folded };
  // What is quoted stands with its quotes, or else without.
  if (unquoted !== undefined && (await listHolders(sought, context)).size === 0) {
    return seek({ text: unquoted, alternatives: [[unquoted]] }, context);
  }
  return sought;
}

/** Narrows the papers to those that may hold all terms; of each, all pieces. */
async function narrow(terms: readonly SoughtTerm[], context: MatchContext): Promise<Candidate[]> {
  const { texts } = context;
  const byTerm = await Promise.all(terms.map((term) => listHolders(term, context)));
  return intersect(byTerm).map((paper) => ({
    paper,
    head: 0,
    body: 0,
    pieces: [...texts.listPieces(paper).keys()],
  }));
}

/** The papers that may hold a term. */
async function listHolders(
  { key, alternatives, isUnpunctuated }: SoughtTerm,
  context: MatchContext,
): Promise<ReadonlySet<number>> {
  const { texts, signal, onLimit } = context;
  const locate = (parts: readonly string[]) =>
    Promise.all(parts.map(async (part) => new Set((await texts.locate(part, signal)).keys())));
  if (isUnpunctuated) {
    const whole = intersect(await locate([...new Set(key)]));
    if (whole.length <= MOST_READ_THROUGH) return new Set(whole);
    onLimit?.(MOST_READ_THROUGH);
    return new Set(await chooseLikely(whole, key, context));
  }
  const byAlternative = await Promise.all(
    alternatives.map(async (tokens) =>
      intersect(await locate(tokens.filter((token) => typeof token === 'string'))),
    ),
  );
  return new Set(byAlternative.flat());
}

/** Of many papers those that have the most pairs of a term side by side, as it stands between its marks. */
async function chooseLikely(
  papers: readonly number[],
  bare: string,
  { texts, signal }: MatchContext,
): Promise<number[]> {
  const characters = [...bare];
  const pairs = new Set(characters.slice(1).map((next, index) => characters[index] + next));
  const located = await Promise.all(
    [...pairs].slice(0, PAIRS_COMPARED).map((pair) => texts.locate(pair, signal)),
  );
  const countPairs = (paper: number) => located.filter((hits) => hits.has(paper)).length;
  return papers
    .map((paper) => ({ paper, pairs: countPairs(paper) }))
    .sort((one, other) => other.pairs - one.pairs)
    .slice(0, MOST_READ_THROUGH)
    .map(({ paper }) => paper)
    .sort((one, other) => one - other);
}

/** Those that are in all, in rising order. */
function intersect([first, ...others]: readonly ReadonlySet<number>[]): number[] {
  return [...(first ?? [])]
    .filter((paper) => others.every((other) => other.has(paper)))
    .sort((one, other) => one - other);
}

/** The papers that hold any of the terms. */
async function listPapersOf(
  terms: readonly PatternTerm[],
  context: MatchContext,
): Promise<ReadonlySet<number>> {
  const found = await Promise.all(
    terms.map((term) => findMatches({ terms: [term], excluded: [] }, {}, context)),
  );
  return new Set(found.flat().map(({ paper }) => paper));
}

function matchPassage(
  text: string,
  terms: readonly SoughtTerm[],
  stretches: readonly (readonly [start: number, end: number])[],
  together: Scope | undefined,
  fold: (text: string) => Folded,
  seen: Set<SoughtTerm>,
): Omit<MatchedGroup, keyof PlacedPassage>[] {
  if (stretches.length === 0) return [];
  const folded = fold(text);
  const ends = findSentenceEnds(text);
  const byTerm = terms.map(({ find }, term) =>
    find(folded, ends)
      .filter(({ start, end }) => stretches.some(([from, to]) => from <= start && end <= to))
      .map((match) => ({ ...match, term })),
  );
  for (const [index, term] of terms.entries()) if (byTerm[index]?.length) seen.add(term);
  const matches = byTerm
    .flat()
    .sort((one, other) => one.start - other.start || one.end - other.end);
  if (!together)
    return matches.map((match) => ({ start: match.start, end: match.end, matches: [match] }));
  if (byTerm.some(({ length }) => length === 0)) return [];
  const { scope, within, order } = together;
  if (within) {
    const near = { within, isOrdered: order === 'typed' };
    return findNear(byTerm, near, countFolded(folded)).map((stretch) => {
      const inside = matches.filter(
        ({ start, end }) => stretch.start <= start && end <= stretch.end,
      );
      return {
        ...stretch,
        matches: inside,
        whole: { ...stretch, gaps: listGaps(stretch, inside) },
      };
    });
  }
  if (scope === 'paragraph') return [{ start: 0, end: text.length, matches }];
  return ends.flatMap((end, index) => {
    const start = ends[index - 1] ?? 0;
    const isInside = (match: Stretch) => start <= match.start && match.end <= end;
    const holdsAll = byTerm.every((each) => each.some(isInside));
    return holdsAll ? [{ start, end, matches: matches.filter(isInside) }] : [];
  });
}

/** What of a stretch is no part of the matches in it that was typed. */
function listGaps({ start }: Stretch, matches: readonly PatternMatch[]): Stretch[] {
  const gaps: Stretch[] = [];
  let at = start;
  for (const match of matches) {
    if (match.start > at) gaps.push({ start: at, end: match.start });
    gaps.push(...match.gaps);
    at = Math.max(at, match.end);
  }
  return gaps;
}

/** The stretches of a passage in which is looked. */
function listStretches(
  { passage: { id, text, places }, entries }: PlacedPassage,
  where: SearchState['where'],
): (readonly [start: number, end: number])[] {
  if (where === 'works') {
    return Array.from(text.matchAll(/《[^《》]+》/gu), ({ 0: work, index }) => [
      index,
      index + work.length,
    ]);
  }
  if (!where) return [[0, text.length]];
  return lengthsOf(id, places, entries).map(([start, length]) => [start, start + length]);
}

function lengthsOf(
  id: string,
  places: readonly (readonly [offset: number, id: string])[],
  entries: SearchEntries,
): (readonly [start: number, length: number])[] {
  return [[0, id] as const, ...places].flatMap(([offset, entry]) => {
    const length = entries[entry]?.text.length ?? 0;
    return length > 0 ? [[offset, length] as const] : [];
  });
}
