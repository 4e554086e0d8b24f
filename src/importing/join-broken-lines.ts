import type { Break, Paragraph, PhrasingContent } from 'mdast';
import { recognizeHeadingLine } from '../text/heading-line.ts';
import { type Draft, type DraftBlock, type DraftParagraph, isParagraph } from './draft.ts';
import { plainText } from './plain-text.ts';

const FINISHED = /[。！？；：…!?;:][”’"'」』）)》]*$/u;
const UNFINISHED = /[，、,]$/u;
/** A line with a sentence in it is running text, and no heading, name or date. */
const HAS_SENTENCE = /[。！？；]/u;
const NUMBERED =
  /^(?:第?[一二三四五六七八九十百\d]+[、.．章节条是要]|[（(][一二三四五六七八九十\d]+[）)]|[①-⑳])/u;

/** How many columns may be missing where a mark must not begin a line. */
const RAGGED = 4;
const NARROWEST_WRAP = 30;
const WIDEST_WRAP = 160;
/** Of all lines; below it, equal lengths are chance. */
const MIN_FULL_SHARE = 0.4;
const MIN_FULL_LINES = 4;

/**
 * Makes whole the paragraphs that an e-mail, a PDF or a manual line break has cut up. A line goes on
 * in the next where the text is wrapped at one width and the line is full, or where it breaks off
 * within a sentence. Each join is among the remarks.
 *
 * Leaves alone: breaks between short lines, such as those of an address or a poem.
 */
export function joinBrokenLines(draft: Draft): Draft {
  const joins: string[] = [];
  const lines = draft.blocks.flatMap((block) => splitAtBreaks(block, joins));
  const habits: Habits = {
    wrap: findWrap(lines),
    isByLine: draft.isByLine === true,
    marksParagraphs: lines.slice(1).some(({ looks }) => looks.isApart),
  };
  const blocks: DraftBlock[] = [];
  for (const [index, block] of lines.entries()) {
    const last = blocks.at(-1);
    const previous = lines[index - 1];
    const isOpen = previous && isParagraph(previous) && previous.looks.level === undefined;
    if (isOpen && last && isParagraph(last) && isParagraph(block)) {
      const isBroken = continues(previous, block, habits);
      if (isBroken) {
        joins.push(describeJoin(last, block));
        blocks[blocks.length - 1] = {
          content: {
            type: 'paragraph',
            children: joinChildren(last.content.children, block.content.children),
          },
          looks: last.looks,
          lines: [...(last.lines ?? [plainText(last.content)]), plainText(block.content)],
        };
        continue;
      }
    }
    blocks.push(block);
  }
  return {
    ...draft,
    blocks,
    remarks: [
      ...draft.remarks,
      ...joins.map((text) => ({ kind: 'joined' as const, message: '断开的行接成一段', text })),
    ],
  };
}

function continues(line: DraftParagraph, next: DraftParagraph, habits: Habits): boolean {
  const { wrap } = habits;
  const text = plainText(line.content);
  const { looks } = next;
  if (looks.isTitle || looks.isCentered || line.looks.isCentered || looks.startsPage) return false;
  if (looks.level !== undefined || looks.isApart) return false;
  const nextText = plainText(next.content);
  const isFull = wrap !== undefined && columnsOf(text) >= wrap - RAGGED;
  if (FINISHED.test(text)) {
    // In a wrapped text a sentence may end where the line does; a new paragraph would be indented.
    return isFull && !NUMBERED.test(nextText) && habits.marksParagraphs;
  }
  if (NUMBERED.test(nextText) && !UNFINISHED.test(text)) return false;
  if (recognizeHeadingLine(text) && !isFull) return false;
  return isFull || UNFINISHED.test(text) || (habits.isByLine && isRunningText(text, habits));
}

/** Of a text whose paragraphs begin with a mark, a long line with a pause in it is a piece of one. */
function isRunningText(text: string, { marksParagraphs }: Habits): boolean {
  const isPiece = marksParagraphs && columnsOf(text) >= NARROWEST_WRAP && text.includes('，');
  return isPiece || HAS_SENTENCE.test(text);
}

/** The width, in columns of half a Han character, at which a text is wrapped, if it is. */
function findWrap(blocks: readonly DraftBlock[]): number | undefined {
  const widths = blocks
    .filter(isParagraph)
    .map(({ content }) => columnsOf(plainText(content)))
    .sort((one, other) => one - other);
  const widest = widths.at(-1) ?? 0;
  if (widest < NARROWEST_WRAP || widest > WIDEST_WRAP) return undefined;
  const full = widths.filter((width) => width >= widest - RAGGED).length;
  return full >= MIN_FULL_LINES && full >= widths.length * MIN_FULL_SHARE ? widest : undefined;
}

function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += /\p{ASCII}/u.test(character) ? 1 : 2;
  return columns;
}

/** A break typed into a paragraph ends it after a sentence, and is nothing within one. */
function splitAtBreaks(block: DraftBlock, joins: string[]): DraftBlock[] {
  if (!isParagraph(block)) return [block];
  const lines = splitChildren(block.content.children);
  if (lines.length === 1) return [block];
  const paragraphs: PhrasingContent[][] = [];
  for (const [index, line] of lines.entries()) {
    const last = paragraphs.at(-1);
    const before = plainText(lines[index - 1] ?? []).trim();
    const text = plainText(line).trim();
    const isNew = FINISHED.test(before) || NUMBERED.test(text) || recognizeHeadingLine(before);
    if (!last || isNew) paragraphs.push([...line]);
    else if (UNFINISHED.test(before) || HAS_SENTENCE.test(before)) {
      joins.push(`${before.slice(-10)}｜${text.slice(0, 10)}`);
      paragraphs[paragraphs.length - 1] = joinChildren(last, line);
    } else last.push({ type: 'break' } satisfies Break, ...line);
  }
  return paragraphs.map((children, index) => ({
    content: { type: 'paragraph', children } satisfies Paragraph,
    looks: index === 0 ? block.looks : { ...block.looks, startsPage: false, isApart: true },
  }));
}

function splitChildren(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'break') lines.push([]);
    else lines.at(-1)?.push(node);
  }
  return lines.filter((line) => line.length > 0);
}

function joinChildren(
  first: readonly PhrasingContent[],
  second: readonly PhrasingContent[],
): PhrasingContent[] {
  const isLatin = /[\w,.;:)]$/.test(plainText([...first])) && /^[\w(]/.test(plainText([...second]));
  const joined: PhrasingContent[] = [];
  for (const node of [
    ...first,
    ...(isLatin ? [{ type: 'text' as const, value: ' ' }] : []),
    ...second,
  ]) {
    const last = joined.at(-1);
    if (last?.type === 'text' && node.type === 'text') {
      joined[joined.length - 1] = { type: 'text', value: last.value + node.value };
    } else joined.push(node);
  }
  return joined;
}

function describeJoin(line: DraftParagraph, next: DraftParagraph): string {
  return `${plainText(line.content).slice(-10)}｜${plainText(next.content).slice(0, 10)}`;
}

/** How a text is set. */
interface Habits {
  /** The width it is wrapped at, in columns of half a Han character. */
  wrap: number | undefined;
  /** Whether its blocks are lines of a plain text, of which a paragraph may take several. */
  isByLine: boolean;
  /** Whether paragraphs begin with an indent or behind an empty line. */
  marksParagraphs: boolean;
}
