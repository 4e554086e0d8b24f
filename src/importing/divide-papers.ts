import { NUMERAL_CHARACTERS, parseChineseNumeral } from '../text/chinese-numerals.ts';
import { type Draft, type DraftBlock, isParagraph, type Remark } from './draft.ts';
import { plainText } from './plain-text.ts';

const NUMERAL = `[${NUMERAL_CHARACTERS}]+|\\d{1,3}`;
/** 第一篇, 【篇一】, 范文二：…; alone in its line or before a title. */
const MARKER = new RegExp(
  `^[【\\[（(]?(?:第(?<ordinal>${NUMERAL})篇|(?:范文|材料|篇)(?<number>${NUMERAL}))[】\\]）)]?(?:[：:\\s\\u3000、.．]+(?<title>.+))?$`,
  'u',
);
const LONGEST_TITLE = 60;
const LONGEST_COVER = 200;

/**
 * Divides a document into the papers it holds: at 第一篇, 第二篇 … or, where there are none, at titles
 * that begin a page. Most hold one.
 *
 * @returns The blocks of each paper, and what was said before the first.
 */
export function dividePapers(draft: Draft): DividedDraft {
  const markers = findMarkers(draft.blocks);
  if (markers.length >= 2) return divideAtMarkers(draft, markers);
  const starts = findTitlePages(draft.blocks);
  if (starts.length >= 2) {
    const parts = starts.map((start, index) => ({
      blocks: draft.blocks.slice(index === 0 ? 0 : start, starts[index + 1]),
    }));
    return { parts, remarks: [] };
  }
  return divideAtPages(draft) ?? { parts: [{ blocks: draft.blocks }], remarks: [] };
}

/** A book: after a cover, pages that begin with titles of one look. */
function divideAtPages(draft: Draft): DividedDraft | undefined {
  const byLooks = new Map<string, number[]>();
  for (const [index, block] of draft.blocks.entries()) {
    if (!block.looks.startsPage || !isTitleLike(block)) continue;
    const { isTitle, size, level } = block.looks;
    const looks = `${isTitle} ${size} ${level}`;
    byLooks.set(looks, [...(byLooks.get(looks) ?? []), index]);
  }
  const [starts = []] = [...byLooks.values()].sort((one, other) => other.length - one.length);
  const cover = draft.blocks.slice(0, starts[0]);
  const words = cover.map((block) => plainText(block.content)).join('');
  if (starts.length < 2 || cover.length === 0 || words.length > LONGEST_COVER) return undefined;
  const heading = cover.find(isTitleLike);
  return {
    parts: starts.map((start, place) => ({ blocks: draft.blocks.slice(start, starts[place + 1]) })),
    remarks: cover.map(
      (block): Remark => ({
        kind: 'left-out',
        message: '封面上的文字',
        text: plainText(block.content),
      }),
    ),
    ...(heading && { heading: plainText(heading.content).trim() }),
  };
}

function divideAtMarkers(draft: Draft, markers: readonly Marker[]): DividedDraft {
  const before = draft.blocks.slice(0, markers[0]?.index);
  const remarks: Remark[] = [
    ...before.map(
      (block): Remark => ({
        kind: 'left-out',
        message: '第一篇以前的文字',
        text: plainText(block.content),
      }),
    ),
    ...markers.map(
      (marker): Remark => ({ kind: 'left-out', message: '篇与篇之间的标记', text: marker.text }),
    ),
  ];
  const heading = before.filter(isParagraph).map((block) => plainText(block.content).trim())[0];
  const parts = markers.map((marker, place): Part => {
    const blocks = draft.blocks.slice(marker.index + 1, markers[place + 1]?.index);
    return { blocks, name: marker.name, ...(marker.title && { title: marker.title }) };
  });
  return { parts, remarks, ...(heading && heading.length <= LONGEST_TITLE && { heading }) };
}

/** Those that count on from 一 without a gap; others are sentences or quotations. */
function findMarkers(blocks: readonly DraftBlock[]): Marker[] {
  const markers: Marker[] = [];
  for (const [index, block] of blocks.entries()) {
    if (!isParagraph(block)) continue;
    const text = plainText(block.content).trim();
    const found = text.length <= LONGEST_TITLE ? MARKER.exec(text)?.groups : undefined;
    const numeral = found?.['ordinal'] ?? found?.['number'];
    if (!found || numeral === undefined) continue;
    const number = /^\d/.test(numeral) ? Number(numeral) : parseChineseNumeral(numeral);
    if (number !== markers.length + 1) continue;
    const title = found['title'];
    const name = title === undefined ? text : text.slice(0, -title.length);
    markers.push({
      index,
      text: title === undefined ? text : name.trim(),
      name: name.replaceAll(/[【】[\]（）():：\s、.．]/gu, ''),
      ...(title && { title }),
    });
  }
  return markers;
}

/** Pages that begin as the first does: with a title in the same looks. */
function findTitlePages(blocks: readonly DraftBlock[]): number[] {
  const firstTitle = blocks.findIndex((block) => isTitleLike(block));
  const first = blocks[firstTitle];
  if (!first || firstTitle > 2) return [];
  const starts = [0];
  for (const [index, block] of blocks.entries()) {
    const isAlike =
      isTitleLike(block) &&
      block.looks.isTitle === first.looks.isTitle &&
      block.looks.isCentered === first.looks.isCentered &&
      block.looks.size === first.looks.size;
    if (index > firstTitle && block.looks.startsPage && isAlike) starts.push(index);
  }
  return starts;
}

function isTitleLike(block: DraftBlock): boolean {
  if (!isParagraph(block)) return false;
  const text = plainText(block.content).trim();
  const isShort = text.length <= LONGEST_TITLE && !/[。；，]$/u.test(text);
  return (
    isShort &&
    (block.looks.isTitle === true || block.looks.isCentered === true) &&
    !/^附件/u.test(text)
  );
}

/** One paper's blocks. */
export interface Part {
  blocks: readonly DraftBlock[];
  /** What it is called in its document, such as 第一篇. */
  name?: string;
  /** Its title, where the marker before it has one. */
  title?: string;
}

export interface DividedDraft {
  parts: Part[];
  remarks: Remark[];
  /** What stands over all of them. */
  heading?: string;
}

interface Marker {
  index: number;
  /** What of the line is left out. */
  text: string;
  name: string;
  title?: string;
}
