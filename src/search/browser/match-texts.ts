import { findNear } from '../../text/find-near.ts';
import { type PatternFinder, type PatternMatch, prepareTerm } from '../../text/find-pattern.ts';
import type { Stretch } from '../../text/find-term.ts';
import { findUnpunctuated, stripMarks } from '../../text/find-unpunctuated.ts';
import type { Folded } from '../../text/fold.ts';
import {
  foldTokens,
  type PatternGap,
  type PatternQuery,
  type PatternTerm,
  type PatternToken,
} from '../../text/parse-pattern.ts';
import { findSentenceEnds } from '../../text/sentence-ends.ts';
import { findNearPieces } from '../near-pieces.ts';
import { findLast } from '../places.ts';
import { headTexts, type SearchEntries } from '../search-document.ts';
import { listSections, type Mark, type PlacedPassage } from './concordance.ts';
import type { FoundPaper } from './search-engine.ts';
import type { SearchState } from './search-state.ts';
import type { PaperHits, Searchable } from './searchable.ts';

/** Papers whose texts are read at a time. */
const READ_AT_A_TIME = 8;

/** What no index tells is looked for by reading papers through: in so many, those that fit best. */
const MOST_READ_THROUGH = 100;

/** By so many pairs of neighbouring characters is told which do. */
const PAIRS_COMPARED = 12;

/**
 * Finds a pattern in the texts. What of them is read is first narrowed by the index: papers, and pieces
 * of them, that hold all literal parts.
 *
 * @returns The papers in the collection's order, with all that was found in them.
 * @throws When a file cannot be loaded, and the signal's reason.
 */
export async function matchTexts(
  query: PatternQuery,
  state: Scope & Pick<SearchState, 'where'>,
  context: MatchContext,
): Promise<MatchedPaper[]> {
  const { texts, fold, signal, onProgress } = context;
  const { terms, excluded } = query;
  const { where } = state;
  const sought = await Promise.all(terms.map((term) => seek(term, context)));
  const distinct = [...new Map(sought.map((each) => [each.key, each])).values()];
  const together = isTogether(query, state) ? state : undefined;
  const candidates = intersectPapers(distinct.map(({ papers }) => papers));
  const banned = await listPapersOf(excluded, { texts, fold, signal });
  const wanted = candidates.filter((paper) => !banned.has(paper));
  let done = 0;

  const matchPaper = async (paper: number): Promise<MatchedPaper | undefined> => {
    const pieces = distinct.map(({ papers }) => papers.get(paper) ?? new Set<number>());
    const read = together
      ? [...(pieces[0] ?? [])].filter((piece) => pieces.every((other) => other.has(piece)))
      : [...new Set(pieces.flatMap((each) => [...each]))];
    const seen = new Set<SoughtTerm>();
    const groups: MatchedGroup[] = [];
    const heads = texts.papers[paper];
    const head = heads
      ? headTexts(heads).flatMap((text) =>
          where === 'works'
            ? []
            : matchPassage(text, distinct, [[0, text.length]], together, fold, seen),
        ).length
      : 0;
    for (const number of read.sort((one, other) => one - other)) {
      await onProgress?.(done, wanted.length);
      const piece = await texts.readPiece(paper, number, signal);
      for (const placed of listSections(piece)) {
        const { text } = placed.passage;
        const stretches = listStretches({ ...placed, entries: piece.entries }, where);
        for (const group of matchPassage(text, distinct, stretches, together, fold, seen)) {
          groups.push({ ...group, ...placed, entries: piece.entries });
        }
      }
    }
    if (!together && seen.size < distinct.length) return undefined;
    return head + groups.length > 0 ? { paper, head, body: groups.length, groups } : undefined;
  };

  const found: MatchedPaper[] = [];
  for (let at = 0; at < wanted.length; at += READ_AT_A_TIME) {
    signal?.throwIfAborted();
    const batch = await Promise.all(
      wanted.slice(at, at + READ_AT_A_TIME).map(async (paper) => {
        const matched = await matchPaper(paper);
        done++;
        await onProgress?.(done, wanted.length);
        return matched;
      }),
    );
    found.push(...batch.filter((each) => each !== undefined));
  }
  return found;
}

/** Whether several terms are looked for where they stand together in less than a paper. */
export function isTogether({ terms }: PatternQuery, { scope, within }: Scope): boolean {
  return terms.length > 1 && (scope ?? within) !== undefined;
}

/** What texts are matched in. */
export interface MatchContext {
  texts: Searchable;
  fold: (text: string) => Folded;
  signal: AbortSignal | undefined;
  /** Told that of the papers that may hold a term only so many are read, those that fit best. */
  onLimit?: (papers: number) => void;
  /** Told how many of the papers to read are read; may make the reading wait. */
  onProgress?: (done: number, total: number) => Promise<void> | void;
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

type Scope = Pick<SearchState, 'scope' | 'within' | 'order'>;

/** A term as it is looked for. */
interface SoughtTerm {
  key: string;
  find: PatternFinder;
  /** The papers that may hold it, with the pieces that may. */
  papers: Map<number, ReadonlySet<number>>;
}

async function seek(
  { text, alternatives, unquoted, isUnpunctuated }: PatternTerm,
  context: MatchContext,
): Promise<SoughtTerm> {
  const { texts, fold, signal, onLimit } = context;
  if (isUnpunctuated) {
    const bare = stripMarks(fold(text).text);
    const characters = [...new Set(bare)];
    const located = await Promise.all(characters.map((each) => locatePieces(each, texts, signal)));
    const whole = intersectPapers(located);
    const isLimited = whole.length > MOST_READ_THROUGH;
    const readable = isLimited ? await chooseLikely(whole, bare, context) : whole;
    if (isLimited) onLimit?.(readable.length);
    const papers = readable.map(
      (paper) => [paper, new Set(texts.listPieces(paper).keys())] as const,
    );
    return { key: bare, find: findUnpunctuated(bare), papers: new Map(papers) };
  }
  const folded = alternatives.map((tokens) => foldTokens(tokens, fold));
  const papers = new Map<number, Set<number>>();
  for (const tokens of folded) {
    for (const [paper, pieces] of await locatePattern(tokens, context)) {
      papers.set(paper, new Set([...(papers.get(paper) ?? []), ...pieces]));
    }
  }
  if (papers.size === 0 && unquoted !== undefined) {
    return seek({ text: unquoted, alternatives: [[unquoted]] }, context);
  }
  return { key: JSON.stringify(folded), find: prepareTerm(folded), papers };
}

/**
 * The papers that may hold a pattern, each with the pieces of its text that may: those with all literal
 * parts, one behind the other no farther than what stands between them allows.
 */
async function locatePattern(
  tokens: readonly PatternToken[],
  { texts, signal }: MatchContext,
): Promise<Map<number, ReadonlySet<number>>> {
  const literals = listLiterals(tokens);
  const located = await Promise.all(literals.map(({ text }) => texts.locate(text, signal)));
  const papers = new Map<number, ReadonlySet<number>>();
  for (const paper of intersectPapers(located)) {
    const hits = located.flatMap((each) => each.get(paper) ?? []);
    const starts = texts.listPieces(paper);
    const pieces = hits.map((each) => listPiecesOf(each, starts));
    for (const [index, each] of hits.entries()) {
      const places = each.places?.();
      const before = hits[index - 1]?.places?.();
      const literal = literals[index];
      if (places && before && literal) pieces.push(findNearPieces(before, places, starts, literal));
    }
    const [first = new Set<number>(), ...others] = pieces;
    const whole = [...first].filter((piece) => others.every((other) => other.has(piece)));
    const isInHead = hits.every(({ head }) => head > 0);
    if (whole.length > 0 || isInHead) papers.set(paper, new Set(whole));
  }
  return papers;
}

/** The literal parts of a pattern, each with how far it begins behind where the one before it does. */
function listLiterals(tokens: readonly PatternToken[]): (PatternGap & { text: string })[] {
  const literals: (PatternGap & { text: string })[] = [];
  let least = 0;
  let most = 0;
  for (const token of tokens) {
    if (typeof token === 'string') {
      literals.push({ text: token, least, most });
      least = [...token].length;
      most = least;
    } else {
      least += token.least;
      most += token.most;
    }
  }
  return literals;
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

/** The papers in which a folded term stands, each with the pieces of it. */
async function locatePieces(
  term: string,
  texts: Searchable,
  signal: AbortSignal | undefined,
): Promise<Map<number, ReadonlySet<number>>> {
  const hits = await texts.locate(term, signal);
  return new Map(
    Array.from(hits, ([paper, each]) => [paper, listPiecesOf(each, texts.listPieces(paper))]),
  );
}

/** The pieces of a text in which hits stand; all of them where that is not known. */
function listPiecesOf({ places, body }: PaperHits, starts: readonly number[]): ReadonlySet<number> {
  if (places) return new Set(Array.from(places(), (place) => findLast(starts, place)));
  return new Set(body > 0 ? starts.keys() : []);
}

function intersectPapers(found: readonly ReadonlyMap<number, unknown>[]): number[] {
  const [first, ...others] = found;
  return [...(first?.keys() ?? [])]
    .filter((paper) => others.every((other) => other.has(paper)))
    .sort((one, other) => one - other);
}

/** The papers that hold any of the terms. */
async function listPapersOf(
  terms: readonly PatternTerm[],
  context: MatchContext,
): Promise<ReadonlySet<number>> {
  const found = await Promise.all(
    terms.map((term) => matchTexts({ terms: [term], excluded: [] }, {}, context)),
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
    return findNear(byTerm, { within, isOrdered: order === 'typed' }, folded).map((stretch) => {
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
