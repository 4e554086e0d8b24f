import { balanceTitle } from './balance-title.ts';
import type { Block, DocumentBody, Inline } from './blocks.ts';
import { fitPicture, TWIPS_PER_PIXEL } from './fit-picture.ts';
import { flattenBlocks } from './flatten-blocks.ts';
import { pageForm } from './page-form.ts';
import type { DocxPicture } from './picture.ts';

/** Marks that begin no line (clreq 3.1.2). */
const NOT_FIRST = /^[、。，．：；！？”’）》〉」』】〕…—·!),.:;?\]}%]/u;
/** Marks that end no line. */
const NOT_LAST = /[“‘（《〈「『【〔([{]$/u;
/** A mark at the end of a line that may stand in the margin, as Word and LibreOffice let it. */
const HANGING = /.[、。，．：；！？]$/u;

/** Characters of 小四 in a line of 156 mm. */
const NOTE_CHARACTERS = 36;

/** Height of a line of 小四, in lines of the page. */
const NOTE_LINE = 0.6;

/**
 * Estimates on which page of a document each paper and each of its headings stands, by setting the
 * text in lines of 28 characters and pages of 22 lines.
 *
 * @returns For each paper its first page, from 1, and its headings in order.
 */
export function estimatePages(papers: readonly PaperToSet[]): SetPaper[] {
  let page = 1;
  return papers.map(({ title, body, pictures }) => {
    const sheet = new Sheet(page);
    const set: SetPaper = { page, headings: [] };
    sheet.add(countLines(title, balanceTitle(title)) + 2);
    for (const [index, block] of body.blocks.entries()) {
      const lines = measureBlock(block, pictures);
      if (block.type === 'paragraph' && block.role === 'heading') {
        // A heading goes on with the first line of what follows.
        sheet.keep(lines + Math.min(1, body.blocks.length - index - 1));
        set.headings.push({ text: textOf(block.inlines), level: block.level, page: sheet.page });
      }
      // A picture does not go over two pages.
      if (block.type === 'paragraph' && block.inlines.some(({ type }) => type === 'picture')) {
        sheet.keep(lines);
      }
      sheet.add(lines + measureNotes(block, body.notes));
    }
    page = sheet.lastPage + 1;
    return set;
  });
}

/** Lines on pages. */
class Sheet {
  /** The page on which the next line comes. */
  page: number;
  private line = 0;

  constructor(page: number) {
    this.page = page;
  }

  get lastPage(): number {
    return this.line === 0 ? this.page - 1 : this.page;
  }

  /** Goes to the next page unless so many lines find room. */
  keep(lines: number): void {
    if (this.line > 0 && this.line + lines > pageForm.lines) {
      this.page += 1;
      this.line = 0;
    }
  }

  add(lines: number): void {
    const end = this.line + lines;
    this.page += Math.floor(end / pageForm.lines);
    this.line = end % pageForm.lines;
  }
}

function measureBlock(block: Block, pictures: PaperToSet['pictures']): number {
  if (block.type === 'table') {
    return block.rows.reduce((sum, { cells }) => {
      const columns = cells.reduce((count, cell) => count + cell.columns, 0);
      const heights = cells.map((cell) =>
        cell.blocks.reduce(
          (lines, below) =>
            lines +
            (below.type === 'table'
              ? measureBlock(below, pictures)
              : countLines(
                  textOf(below.inlines),
                  Math.max(1, Math.floor((pageForm.characters * cell.columns) / columns)),
                )),
          0,
        ),
      );
      return sum + Math.max(1, ...heights);
    }, 0);
  }
  const { role, depth, inlines } = block;
  const indent = depth * 2 + (role === 'quote' ? 2 : 0);
  const first = depth === 0 && role !== 'code' ? 2 : 0;
  const lines = textOf(inlines)
    .split('\n')
    .reduce(
      (sum, line, index) =>
        sum + countLines(line, pageForm.characters - indent, index === 0 ? first : 0),
      0,
    );
  const high = inlines.reduce((sum, inline) => {
    const picture = inline.type === 'picture' && pictures.get(inline.src);
    if (!picture) return sum;
    return sum + Math.ceil((fitPicture(picture).height * TWIPS_PER_PIXEL) / pageForm.linePitch) - 1;
  }, 0);
  return lines + high;
}

/** Lines of body text that a block's notes take at the foot of its page: they are set smaller. */
function measureNotes(block: Block, notes: DocumentBody['notes']): number {
  return flattenBlocks([block])
    .flatMap(({ inlines }) => inlines)
    .reduce((sum, inline) => {
      if (inline.type !== 'note') return sum;
      const lines = flattenBlocks(notes[inline.note] ?? []).reduce(
        (count, paragraph) => count + countLines(textOf(paragraph.inlines), NOTE_CHARACTERS),
        0,
      );
      return sum + lines * NOTE_LINE;
    }, 0);
}

/**
 * How many lines a text takes.
 *
 * @param width Characters in a line.
 * @param indent Characters that its first line is indented by.
 */
function countLines(text: string, width: number, indent = 0): number {
  let lines = 1;
  let filled = indent;
  for (const { size, hanging } of measurePieces(text)) {
    if (filled > 0 && filled + size - hanging > width) {
      lines += 1;
      filled = 0;
    }
    filled += size;
  }
  return lines;
}

/** Breadths of what no line breaks within: a Latin word, a character with the marks that stay with it. */
function measurePieces(text: string): { size: number; hanging: number }[] {
  const pieces: string[] = [];
  for (const unit of text.match(/[A-Za-z0-9]+|./gsu) ?? []) {
    const last = pieces.at(-1);
    if (last !== undefined && (NOT_FIRST.test(unit) || NOT_LAST.test(last))) {
      pieces[pieces.length - 1] = last + unit;
    } else pieces.push(unit);
  }
  return pieces.map((piece) => ({
    size: [...piece].reduce((sum, character) => sum + widthOf(character), 0),
    hanging: HANGING.test(piece) ? 1 : 0,
  }));
}

function widthOf(character: string): number {
  return /[\u0020-\u007E]/.test(character) ? 0.5 : 1;
}

function textOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'text') return inline.text;
      if (inline.type === 'break') return '\n';
      return inline.type === 'link' ? textOf(inline.inlines) : '';
    })
    .join('');
}

/** A paper whose pages are asked for. */
export interface PaperToSet {
  title: string;
  body: DocumentBody;
  pictures: ReadonlyMap<string, DocxPicture>;
}

/** Where a paper and its headings stand. */
export interface SetPaper {
  page: number;
  headings: { text: string; level: number; page: number }[];
}
