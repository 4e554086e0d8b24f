import { type HeadingLine, recognizeHeadingLine } from './heading-line.ts';
import type { Numbered } from './number-series.ts';
import { isDivision, type Numbering, rankOf, readNumbering } from './numbering.ts';
import { endOfSentence, findQuotations } from './sentences.ts';

/** A line without a closing mark may be so long, one that ends in ： no longer than a label. */
const MAX_BARE = 60;
const MAX_LABEL = 20;
/** No table of contents has so many lines. */
const MAX_CONTENTS = 500;
const ANNEX = /^附[件录表]/u;
const LIST_WORDS = /下列|以下|如下|包括/u;

/**
 * Reads what each paragraph of a document shows by itself: its numbering, what it looks like, and
 * whether it stands in an article of a law.
 *
 * @param blocks All blocks of the document in order, those that hold no paragraph of its own included.
 */
export function readDocumentLines(blocks: readonly Block[]): DocumentLine[] {
  const contents = findContents(blocks);
  let isInArticle = false;
  return blocks.map((block, paragraph): DocumentLine => {
    const { text, kind } = block;
    const plain = { ...PLAIN, text, paragraph };
    if (kind === 'other' || contents.has(paragraph)) return plain;
    const heading = kind === 'heading' || block.isBare ? recognizeHeadingLine(text) : undefined;
    if (kind === 'heading') {
      isInArticle = false;
      const rank = block.rank ?? 0;
      const marked = { ordinal: heading?.ordinal ?? '', rank };
      return { ...plain, ...DIVISION, key: `#${rank}`, rank, heading: marked };
    }
    // Lines such as 附件1：名单 name what is attached, unless it follows.
    if (
      ANNEX.test(text) &&
      (!blocks[paragraph + 1] || ANNEX.test(blocks[paragraph + 1]?.text ?? ''))
    ) {
      return plain;
    }
    if (heading && (!heading.kind || isDivision(heading.kind))) {
      isInArticle = false;
      const { rank } = heading;
      return { ...plain, ...DIVISION, key: heading.kind ?? 'unnumbered', rank, heading };
    }
    const numbering = readNumbering(text);
    if (!numbering || isDivision(numbering.kind)) return plain;
    if (numbering.kind === '条') {
      isInArticle = true;
      return { ...plain, numbering, isArticle: true };
    }
    // 一、一般规定 between articles is no item of the one before.
    if (isInArticle && heading && holdsArticles(blocks, paragraph)) isInArticle = false;
    const leadEnd = endOfSentence(text, numbering.ordinal.length, findQuotations(text));
    const key = KEYS[numbering.kind] ?? numbering.kind;
    return {
      ...plain,
      key: isInArticle ? `${key} in an article` : key,
      rank: rankOf(numbering.kind),
      number: numbering.number,
      numbering,
      leadEnd,
      isInArticle,
      shape: heading ? 'title' : readShape(block, leadEnd),
      mayResume: key === numbering.kind && !isInArticle,
      mayStart: heading !== undefined || numbering.kind === '一、',
      ...(heading && { heading, isLine: true }),
    };
  });
}

function readShape({ text, isBare: isTextAlone }: Block, leadEnd: number): LineShape {
  if (leadEnd < text.trimEnd().length) return 'lead';
  if (/[。！？!?][”’」』）》]*$/u.test(text)) return 'long';
  if (!isTextAlone) return 'open';
  const { length } = [...text];
  const isLabel = /[：:]$/u.test(text) && length <= MAX_LABEL && !LIST_WORDS.test(text);
  const isBare = !/[，、；：,;:—…]$/u.test(text) && length <= MAX_BARE;
  return isLabel || isBare ? 'title' : 'open';
}

/** Whether an article follows a line at once, or behind headings alone. */
function holdsArticles(blocks: readonly Block[], paragraph: number): boolean {
  for (let at = paragraph; at < blocks.length; at++) {
    const text = blocks[at]?.text ?? '';
    if (readNumbering(text)?.kind === '条') return at > paragraph;
    if (!recognizeHeadingLine(text) || /\p{P}$/u.test(text)) return false;
  }
  return false;
}

/**
 * The lines of tables of contents: runs of short lines from a heading line on, up to where that heading
 * comes again, as all others of the run do.
 */
function findContents(blocks: readonly Block[]): Set<number> {
  const names = blocks.map(({ text }) =>
    text.replace(/[\s…·.]*\d*\s*$/u, '').replaceAll(/\s+/gu, ''),
  );
  const lasts = new Map(names.map((name, at) => [name, at]));
  const lines = new Set<number>();
  for (let start = 0; start < blocks.length; start++) {
    const name = names[start] ?? '';
    if (!isContentsLine(blocks[start]) || !recognizeHeadingLine(name)) continue;
    if ((lasts.get(name) ?? 0) === start) continue;
    let end = start + 1;
    const limit = start + MAX_CONTENTS;
    while (end < limit && isContentsLine(blocks[end]) && names[end] !== name) end++;
    const isRun = names[end] === name && end > start + 1;
    const run = names.slice(start, end);
    if (isRun && run.every((each) => (lasts.get(each) ?? 0) >= end)) {
      for (let at = start; at < end; at++) lines.add(at);
      start = end - 1;
    }
  }
  return lines;
}

function isContentsLine(block: Block | undefined): boolean {
  if (block?.kind !== 'paragraph' || !block.isBare) return false;
  return block.text.length <= MAX_BARE && !/[。；：，]$/u.test(block.text);
}

/** What a series is named by, where its members may be written in more than one way. */
const KEYS: Partial<Record<Numbering['kind'], string>> = { '第一，': '第', 一是: '是', 一要: '要' };

/** A line that needs no siblings. */
const DIVISION = { number: 1, isDivision: true, shape: 'title' } as const;

const PLAIN = {
  key: '',
  rank: 0,
  number: 0,
  shape: 'open',
  leadEnd: 0,
  isArticle: false,
  isInArticle: false,
  numbering: undefined,
  heading: undefined,
} as const;

/** A block of a document, as the judge needs it. */
export interface Block {
  text: string;
  /** A paragraph of the document's own, a heading its author marked, or anything else. */
  kind: 'paragraph' | 'heading' | 'other';
  /** Of a marked heading; below 0, so that it stands above all that is recognized. */
  rank?: number;
  /** A paragraph without pictures and breaks, which alone can be a heading. */
  isBare?: boolean;
}

/** What a paragraph looks like: a title alone, a long sentence alone, a sentence and more, anything else. */
export type LineShape = 'title' | 'long' | 'lead' | 'open';

/** A paragraph of a document, by itself. */
export interface DocumentLine extends Numbered {
  text: string;
  shape: LineShape;
  /** Where its first sentence ends. */
  leadEnd: number;
  isArticle: boolean;
  /** It stands under an article, with no heading since. */
  isInArticle: boolean;
  numbering: Numbering | undefined;
  heading: HeadingLine | undefined;
}
