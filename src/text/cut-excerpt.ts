import type { Stretch } from './find-term.ts';

/** With less than this beside it a place stands bare. */
const MIN_CONTEXT = 5;

/** Ends of clauses and sentences, with the marks that close behind them. */
const CLAUSE_END = /[，。；：！？,;!?\n][”’」』）》〉]*$/u;

/** A lesser pause, cut at when no clause ends near. */
const PAUSE_END = /[，。；：！？,;!?\n、—…][”’」』）》〉]*$/u;

/** What cannot open a line: it belongs to what stands before. */
const NO_OPENING = /^[”’」』）》〉，。；：！？、,;!?…—]/u;

const WORD = /[\p{Script=Latin}\p{Nd}]/u;
const IN_NUMBER = /[.,．:%％]/u;

const PAIRS: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
  '《': '》',
  '〈': '〉',
  '（': '）',
};

/**
 * Chooses what of a text is shown around a place in it: as much as there is room for, cut where a
 * clause or sentence ends; where none ends near, at a lesser pause; else anywhere but inside a number,
 * a Latin word, a quotation or a title. Quotations and titles longer than all the room are not minded.
 *
 * @param place The place, in UTF-16 units.
 * @param room How much is wanted on each side, in UTF-16 units; up to half as much more is taken where
 * a clause ends there.
 * @returns The stretch to show. It begins at 0 and ends at the text's length when nothing is cut.
 */
export function cutExcerpt(text: string, { start, end }: Stretch, room: number): Stretch {
  const pairs = findPairs(text, room);
  const canCut = (at: number) =>
    !pairs.some((pair) => pair.start < at && at < pair.end) && !isInsideWord(text, at);
  return {
    start: start <= room ? 0 : cut(text, start, -1, room, canCut),
    end: text.length - end <= room ? text.length : cut(text, end, 1, room, canCut),
  };
}

function cut(
  text: string,
  place: number,
  step: 1 | -1,
  room: number,
  canCut: (at: number) => boolean,
): number {
  const furthest = Math.min(text.length, Math.max(0, place + step * Math.round(room * 1.5)));
  const edge = place + step * room;
  const find = (from: number, to: number, isEnd: (at: number) => boolean): number | undefined => {
    const towards = Math.sign(to - from);
    for (let at = from; at !== to + towards; at += towards) {
      if (canCut(at) && isEnd(at)) return at;
      if (towards === 0) break;
    }
    return undefined;
  };
  const endsWith = (pattern: RegExp) => (at: number) =>
    at === 0 ||
    at === text.length ||
    (pattern.test(text.slice(Math.max(0, at - 4), at)) && !NO_OPENING.test(text.slice(at, at + 1)));
  const near = place + step * MIN_CONTEXT;
  return (
    // As far as there is room, then a little further, then nearer than one would like.
    find(edge, near, endsWith(CLAUSE_END)) ??
    find(edge, furthest, endsWith(CLAUSE_END)) ??
    find(edge, near, endsWith(PAUSE_END)) ??
    find(near, place, endsWith(CLAUSE_END)) ??
    find(edge, near, (at) => !NO_OPENING.test(text.slice(at, at + 1))) ??
    find(edge, furthest, () => true) ??
    edge
  );
}

function findPairs(text: string, room: number): Stretch[] {
  const pairs: Stretch[] = [];
  const open: { mark: string; at: number }[] = [];
  for (let at = 0; at < text.length; at++) {
    const mark = text[at] ?? '';
    if (PAIRS[mark]) open.push({ mark: PAIRS[mark], at });
    const opening = open.map((each) => each.mark).lastIndexOf(mark);
    if (opening < 0) continue;
    const start = open[opening]?.at ?? at;
    open.length = opening;
    if (at + 1 - start <= room * 1.5) pairs.push({ start, end: at + 1 });
  }
  return pairs;
}

function isInsideWord(text: string, at: number): boolean {
  const before = text[at - 1] ?? '';
  const after = text[at] ?? '';
  if (/[\uDC00-\uDFFF]/.test(after)) return true;
  if (WORD.test(before)) return WORD.test(after) || isMarkInNumber(text, at);
  return WORD.test(after) && isMarkInNumber(text, at - 1);
}

/** Whether a point or the like stands between two digits, or a percent sign behind one. */
function isMarkInNumber(text: string, at: number): boolean {
  const isDigit = (each: number) => /\p{Nd}/u.test(text[each] ?? '');
  if (!IN_NUMBER.test(text[at] ?? '') || !isDigit(at - 1)) return false;
  return isDigit(at + 1) || /[%％]/u.test(text[at] ?? '');
}
