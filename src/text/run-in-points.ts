import { NUMERAL_CHARACTERS, parseChineseNumeral } from './chinese-numerals.ts';

const PAIRS: Record<string, string> = {
  '”': '“',
  '’': '‘',
  '」': '「',
  '』': '『',
  '》': '《',
  '）': '（',
  ')': '(',
};

/** Longer than this, a lead is cut at its first comma. */
const MAX_LEAD = 30;
const MAX_UNNUMBERED_LEAD = 10;

const WORDS = new RegExp(`([${NUMERAL_CHARACTERS}]{1,3})([是要])`, 'gu');

/** Numbering that makes a point only at the start of a paragraph; the index is its rank. */
const NUMBERED: { series: string; pattern: RegExp }[] = [
  { series: '一、', pattern: new RegExp(`^([${NUMERAL_CHARACTERS}]{1,3})、`, 'u') },
  { series: '（一）', pattern: new RegExp(`^[（(]([${NUMERAL_CHARACTERS}]{1,3})[）)]`, 'u') },
  { series: '1.', pattern: /^(\d{1,2})[.．、](?!\d)/u },
  { series: '（1）', pattern: /^[（(](\d{1,2})[）)]/u },
];

/**
 * Finds the points run into the paragraphs under one heading: 一要… 二要…, 一是… 二是… at the start of a
 * sentence, and （一）… 1.… at the start of a paragraph that goes on. A series counts from one, by ones,
 * in the same words, has two members at least, and stands outside quotes and brackets; whatever does
 * not is plain text. A series of other words inside a point makes points below it.
 *
 * @param paragraphs Texts of the paragraphs from one heading to the next.
 * @param heading Text of that heading; one that announces `“一个…”` lets its first paragraph open with
 * an unnumbered lead.
 * @returns The points in the order of the text.
 */
export function findRunInPoints(paragraphs: readonly string[], heading = ''): RunInPoint[] {
  const members = keepSeries(paragraphs.flatMap(findCandidates));
  if (members.length > 0) {
    return members.map(({ candidate, depth }, index) => {
      const { paragraph, start, ordinal } = candidate;
      const text = paragraphs[paragraph] ?? '';
      // In 一要抓落实：一是… the next point starts before this one's sentence ends.
      const next = members[index + 1]?.candidate;
      const limit = next?.paragraph === paragraph ? next.start : text.length;
      return { paragraph, start, ordinal, leadEnd: Math.min(endOfLead(text, start), limit), depth };
    });
  }
  const first = paragraphs[0] ?? '';
  const stop = first.indexOf('。');
  const isLead = stop > 0 && stop <= MAX_UNNUMBERED_LEAD && stop < first.length - 1;
  return heading.includes('“一个') && isLead && !first.slice(0, stop).includes('，')
    ? [{ paragraph: 0, start: 0, ordinal: '', leadEnd: stop + 1, depth: 0 }]
    : [];
}

function findCandidates(text: string, paragraph: number): Candidate[] {
  for (const [rank, { series, pattern }] of NUMBERED.entries()) {
    const match = pattern.exec(text);
    const number = match && (parseChineseNumeral(match[1] ?? '') ?? Number(match[1]));
    const end = endOfLead(text, 0);
    const isLead = end <= MAX_LEAD && /[。！？；]/u.test(text[end - 1] ?? '') && end < text.length;
    if (match && number && isLead) {
      const opening = { paragraph, start: 0, ordinal: match[0], series, rank, number };
      return [opening, ...findWords(text, paragraph)];
    }
  }
  return findWords(text, paragraph);
}

function findWords(text: string, paragraph: number): Candidate[] {
  const candidates: Candidate[] = [];
  const quoted = findQuoted(text);
  for (const { 0: ordinal, 1: numeral = '', 2: series = '', index: start } of text.matchAll(
    WORDS,
  )) {
    const number = parseChineseNumeral(numeral);
    if (!number || quoted.some(([open, close]) => open < start && start < close)) continue;
    const before = text.slice(0, start).replace(/[\s”’）」』》]+$/u, '');
    const isSentenceStart = before === '' || /[。！？；]$/u.test(before);
    // Right after a colon only the first of a series can stand.
    if (isSentenceStart || (number === 1 && before.endsWith('：'))) {
      candidates.push({ paragraph, start, ordinal, series, rank: NUMBERED.length, number });
    }
  }
  return candidates;
}

/** Ranges between marks that really close each other; one left open quotes nothing. */
function findQuoted(text: string): [open: number, close: number][] {
  const ranges: [number, number][] = [];
  const open: { mark: string; at: number }[] = [];
  for (let at = 0; at < text.length; at++) {
    const mark = text[at] ?? '';
    const opening = PAIRS[mark];
    if (opening) {
      const index = open.findLastIndex((candidate) => candidate.mark === opening);
      const match = open[index];
      if (match) {
        ranges.push([match.at, at]);
        open.length = index;
      }
    } else if (Object.values(PAIRS).includes(mark)) {
      open.push({ mark, at });
    }
  }
  return ranges;
}

/** Groups candidates into series that count on, and gives each member its depth. */
function keepSeries(candidates: readonly Candidate[]): { candidate: Candidate; depth: number }[] {
  const all: Series[] = [];
  let open: Series[] = [];
  for (const candidate of candidates) {
    const same = open.findLastIndex(({ series }) => series === candidate.series);
    const running = open[same];
    if (running && running.members.length + 1 === candidate.number) {
      running.members.push(candidate);
      open = open.slice(0, same + 1);
    } else if (candidate.number === 1) {
      if (running) open = open.slice(0, same);
      const above = open.at(-1);
      const started: Series = {
        series: candidate.series,
        members: [candidate],
        within: above && { series: above, member: above.members.length - 1 },
      };
      open.push(started);
      all.push(started);
    }
  }

  const depthOf = (series: Series): number => {
    const { within } = series;
    if (!within) return 0;
    return depthOf(within.series) + (isKept(within.series) && isInside(series) ? 1 : 0);
  };
  return all
    .filter(isKept)
    .flatMap((series) => series.members.map((candidate) => ({ candidate, depth: depthOf(series) })))
    .sort(
      (a, b) =>
        a.candidate.paragraph - b.candidate.paragraph || a.candidate.start - b.candidate.start,
    );
}

const isKept = ({ members }: Series) => members.length > 1;

/**
 * A series belongs to the point before it when that point's own series goes on afterwards, when it
 * starts in the same paragraph, or when the point is numbered by a higher kind; else it only follows.
 */
function isInside({ within, members: [first] }: Series): boolean {
  const point = within?.series.members[within.member];
  if (!within || !point || !first) return false;
  return (
    within.member < within.series.members.length - 1 ||
    point.paragraph === first.paragraph ||
    point.rank < first.rank
  );
}

function endOfLead(text: string, start: number): number {
  const end = endOfSentence(text, start);
  if (end - 1 - start <= MAX_LEAD) return end;
  const comma = text.indexOf('，', start);
  return comma > 0 && comma < end ? comma : end;
}

/** Behind the first 。！？； that no quotation holds; one that ends a quotation takes its mark along. */
function endOfSentence(text: string, start: number): number {
  const quoted = findQuoted(text).filter(([, close]) => close > start);
  for (const { 0: stop, index } of text.slice(start).matchAll(/[。！？；][”’」』）》]*/gu)) {
    const at = start + index;
    const isInside = quoted.some(([open, close]) => open < at && close >= at + stop.length);
    if (!isInside) return at + stop.length;
  }
  return text.length;
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
  /** 0 for a point right under the heading, 1 for a point of that point, and so on. */
  depth: number;
}

interface Candidate {
  paragraph: number;
  start: number;
  ordinal: string;
  series: string;
  rank: number;
  number: number;
}

interface Series {
  series: string;
  members: Candidate[];
  within: { series: Series; member: number } | undefined;
}
