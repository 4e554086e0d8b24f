import { recognizeHeadingLine } from '../text/heading-line.ts';
import { type DraftBlock, isParagraph } from './draft.ts';
import { plainText } from './plain-text.ts';

/** A title stands at the top, though a letterhead or 附件1 may stand above it. */
const SEARCHED_BLOCKS = 10;
const LONGEST_TITLE = 60;
const LINES = 4;

/** What is set like a title and is none: letterheads, numbers of documents, dates, names of offices. */
const NO_TITLE =
  /(?:文件|电报)$|〔\d{4}〕|^[（(].*[）)]$|^附件|^(?:\d{4}|[二〇零一]{4})年|^(?:密级|签发人|来源|作者|日期)|^\d+$|^—/u;

/**
 * Finds a paper's title: lines in the style of a title, else the largest centred ones, else the
 * largest, else a first line that reads like one. Neighbouring lines of equal looks are one title.
 *
 * @returns The range of blocks that are the title; `undefined` if there is none.
 */
export function findTitle(blocks: readonly DraftBlock[]): TitlePlace | undefined {
  const candidates = blocks
    .slice(0, SEARCHED_BLOCKS)
    .map((block, index) => ({ block, index }))
    .filter(({ block }) => isCandidate(block));
  const styled = candidates.find(({ block }) => block.looks.isTitle);
  if (styled) return extend(blocks, styled.index, ({ looks }) => looks.isTitle === true);

  const centred = largest(candidates.filter(({ block }) => block.looks.isCentered));
  if (centred) {
    const { size } = centred.block.looks;
    const isAlike = ({ looks }: DraftBlock) => looks.isCentered === true && looks.size === size;
    return extend(blocks, centred.index, isAlike);
  }
  const bodySize = usualSize(blocks);
  const big = largest(candidates.filter(({ block }) => (block.looks.size ?? 0) > bodySize));
  if (big && bodySize > 0) {
    return extend(blocks, big.index, ({ looks }) => looks.size === big.block.looks.size);
  }
  const first = candidates[0];
  const isFirst = first?.index === 0 && blocks.length > 1;
  return isFirst && readsLikeTitle(first.block) ? { start: 0, end: 1 } : undefined;
}

function extend(
  blocks: readonly DraftBlock[],
  start: number,
  isAlike: (block: DraftBlock) => boolean,
): TitlePlace {
  let end = start + 1;
  for (; end < start + LINES; end += 1) {
    const block = blocks[end];
    if (!block || !isCandidate(block) || !isAlike(block) || block.looks.startsPage) break;
  }
  return { start, end };
}

function isCandidate(block: DraftBlock): boolean {
  if (!isParagraph(block)) return false;
  const text = plainText(block.content).trim();
  const isLine = text !== '' && text.length <= LONGEST_TITLE && !/[。；，、]$/u.test(text);
  const hasOnlyText = !block.content.children.some((node) => node.type === 'image');
  const isHeading = !block.looks.isTitle && recognizeHeadingLine(text)?.ordinal;
  return isLine && hasOnlyText && !isHeading && !NO_TITLE.test(text);
}

function readsLikeTitle(block: DraftBlock): boolean {
  const text = plainText(block.content).trim();
  const isNumbered = /^(?:\d{1,2}(?:\.\d+)*[\s.．、)）]|[①-⑳]|第.{1,4}[章节条])/u.test(text);
  return !isNumbered && !/[。！；：]/u.test(text) && recognizeHeadingLine(text) === undefined;
}

function largest<Candidate extends { block: DraftBlock }>(
  candidates: readonly Candidate[],
): Candidate | undefined {
  const sizes = candidates.map(({ block }) => block.looks.size ?? 0);
  return candidates[sizes.indexOf(Math.max(...sizes))];
}

/** The size most characters are set in. */
function usualSize(blocks: readonly DraftBlock[]): number {
  const characters = new Map<number, number>();
  for (const { content, looks } of blocks) {
    const size = looks.size ?? 0;
    characters.set(size, (characters.get(size) ?? 0) + plainText(content).length);
  }
  return [...characters].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 0;
}

/** Blocks from `start` to before `end`. */
export interface TitlePlace {
  start: number;
  end: number;
}
