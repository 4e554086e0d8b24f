import { findCountingWords } from './counting-words.ts';
import { collectSeries, isInside, type Numbered, type Series } from './number-series.ts';
import { type NumberingKind, rankOf } from './numbering.ts';
import { endOfSentence, findComma, findQuotations, type Quotation } from './sentences.ts';

/** Longer than this, a lead is cut at its first comma. */
const MAX_LEAD = 30;
const MAX_UNNUMBERED_LEAD = 10;
/** 首先 and 其次 join sentences as often as they count; three of them in order do count. */
const MIN_CLOSED_SERIES = 3;

/**
 * Finds the points run into the paragraphs under one heading: 一要… 二要…, 一是… 二是…, 第一，… 第二，… at the
 * start of a sentence, （一）… （二）… within one paragraph, and 首先… 其次… 最后… where three of them follow
 * each other. A series counts from
 * one, by ones, in the same words, has two members at least, and stands outside quotes and brackets;
 * whatever does not is plain text. A series of other words inside a point makes points below it.
 *
 * @param paragraphs The paragraphs from one heading to the next.
 * @param base Depth of points right under that heading.
 * @param heading Text of that heading; one that announces `“一个…”` lets its first paragraph open with
 * an unnumbered lead.
 * @returns The points in the order of the text.
 */
export function findRunInPoints(
  paragraphs: readonly PointParagraph[],
  base = 0,
  heading = '',
): RunInPoint[] {
  const texts = paragraphs.map(({ text }) => ({ text, quotations: findQuotations(text) }));
  const members = keepSeries(
    paragraphs.flatMap(({ lead }, paragraph) => [
      ...(lead ? [readLead(lead, paragraph)] : []),
      ...findWords(texts[paragraph] ?? EMPTY, paragraph, lead !== undefined),
    ]),
    base,
  );
  if (members.length > 0) {
    return members.map(({ candidate, depth }, index) => {
      const { paragraph, start, ordinal } = candidate;
      const text = texts[paragraph] ?? EMPTY;
      // In 一要抓落实：一是… the next point starts before this one's sentence ends.
      const next = members[index + 1]?.candidate;
      const limit = next?.paragraph === paragraph ? next.start : text.text.length;
      const leadEnd = Math.min(endOfLead(text, start, ordinal), limit);
      return { paragraph, start, ordinal, leadEnd, depth };
    });
  }
  const first = paragraphs[0]?.text ?? '';
  const stop = first.indexOf('。');
  const isLead = stop > 0 && stop <= MAX_UNNUMBERED_LEAD && stop < first.length - 1;
  return heading.includes('“一个') && isLead && !first.slice(0, stop).includes('，')
    ? [{ paragraph: 0, start: 0, ordinal: '', leadEnd: stop + 1, depth: base }]
    : [];
}

function readLead({ ordinal, kind, number, depth }: Lead, paragraph: number): Candidate {
  const rank = rankOf(kind);
  return { paragraph, start: 0, ordinal, key: kind, rank, number, depth, mayStart: true };
}

function findWords({ text, quotations }: Text, paragraph: number, hasLead: boolean): Candidate[] {
  return findCountingWords(text, quotations)
    .filter(({ start }) => !hasLead || start > 0)
    .map((word) => ({
      ...word,
      // （一） at the heads of several paragraphs has been judged already.
      key: word.key === '（一）' ? `（一） in ${paragraph}` : word.key,
      paragraph,
      isAtHead: word.start === 0,
    }));
}

/** Groups candidates into series that count on, and gives each member its depth. */
function keepSeries(
  candidates: readonly Candidate[],
  base: number,
): { candidate: Candidate; depth: number }[] {
  const all = collectSeries(candidates);
  const depthOf = (series: Series<Candidate>): number => {
    const { within, members } = series;
    const own = members[0]?.depth;
    if (!within) return own ?? base;
    const isBelow = isKept(within.series) && isInside(series);
    const isUnderWord = within.series.members[0]?.depth === undefined;
    // A paragraph's own numbering has its depth from the whole document, but for words around it.
    if (own !== undefined && !(isBelow && isUnderWord)) return own;
    return depthOf(within.series) + (isBelow ? 1 : 0);
  };
  return all
    .filter(isKept)
    .flatMap((series) => {
      const depth = depthOf(series);
      return series.members.map((candidate) => ({ candidate, depth }));
    })
    .sort(
      (a, b) =>
        a.candidate.paragraph - b.candidate.paragraph || a.candidate.start - b.candidate.start,
    );
}

function isKept({ key, members }: Series<Candidate>): boolean {
  if (members[0]?.depth !== undefined) return true;
  return members.length >= (key === '首先' ? MIN_CLOSED_SERIES : 2);
}

function endOfLead({ text, quotations }: Text, start: number, ordinal: string): number {
  const end = endOfSentence(text, start, quotations);
  if (end - 1 - start <= MAX_LEAD) return end;
  const comma = findComma(text, start + ordinal.length, quotations);
  return comma > 0 && comma < end ? comma : end;
}

const EMPTY: Text = { text: '', quotations: [] };

/** A paragraph that points may run in. */
export interface PointParagraph {
  text: string;
  /** What it opens with, where its numbering makes a point of it (`judgeLines`). */
  lead?: Lead | undefined;
}

/** The numbering at the head of a paragraph that is a point. */
export interface Lead {
  ordinal: string;
  kind: NumberingKind;
  number: number;
  /** 0 for the outermost of the document. */
  depth: number;
}

/** A point's place in its paragraphs. */
export interface RunInPoint {
  /** Index of its paragraph. */
  paragraph: number;
  /** Where its ordinal starts, in UTF-16 units. */
  start: number;
  /** As written; empty for an unnumbered lead. */
  ordinal: string;
  /** Where its lead ends, the closing 。！？； included, a comma not. */
  leadEnd: number;
  /** 0 for the outermost of the document. */
  depth: number;
}

interface Candidate extends Numbered {
  start: number;
  ordinal: string;
  /** Given for a paragraph's own numbering. */
  depth?: number;
}

interface Text {
  text: string;
  quotations: readonly Quotation[];
}
