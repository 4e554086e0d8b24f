import {
  AlignmentType,
  Bookmark,
  BuilderElement,
  CheckBox,
  ExternalHyperlink,
  type FileChild,
  FootnoteReferenceRun,
  ImageRun,
  type IRunOptions,
  LevelFormat,
  type NumberingDefinition,
  Paragraph,
  type ParagraphChild,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Block, Cell, DocumentBody, Inline, List, Look, ParagraphBlock } from './blocks.ts';
import { fitPicture } from './fit-picture.ts';
import { flattenBlocks } from './flatten-blocks.ts';
import { pageForm } from './page-form.ts';
import type { DocxPicture } from './picture.ts';
import { HEADING_LEVELS, leadStyle } from './styles.ts';

/** Levels of lists that Word knows. */
const LIST_LEVELS = 9;

/** Boxes of tasks: done has a tick, as on the site. */
const BOXES = {
  checkedState: { value: '2611', font: 'Segoe UI Symbol' },
  uncheckedState: { value: '2610', font: 'Segoe UI Symbol' },
};

/**
 * Writes a body in the library's terms.
 *
 * @returns What goes into the document, and the notes and lists that it refers to.
 */
export function writeBody(body: DocumentBody, place: DocumentPlace): WrittenBody {
  const writer = new BodyWriter(place);
  return {
    children: writer.writeBlocks(body.blocks),
    notes: body.notes.map((blocks) => writer.writeNote(blocks)),
    lists: body.lists.map((list, index) => describeList(list, writer.listName(index))),
  };
}

class BodyWriter {
  private readonly place: DocumentPlace;
  private readonly marked = new Set<number>();

  constructor(place: DocumentPlace) {
    this.place = place;
  }

  listName(list: number): string {
    return `${this.place.prefix}list${list + 1}`;
  }

  writeBlocks(blocks: readonly Block[]): (Paragraph | Table)[] {
    return blocks.flatMap((block, index) => {
      if (block.type === 'paragraph') return [this.writeParagraph(block)];
      const table = this.writeTable(block.rows);
      // Word makes one table of two that touch, and ends a document with a paragraph.
      const isOpen = blocks[index + 1]?.type !== 'paragraph';
      return isOpen ? [table, new Paragraph({ style: 'TableText' })] : [table];
    });
  }

  /** Word's notes hold paragraphs, one at least: a table's cells become some. */
  writeNote(blocks: readonly Block[]): Paragraph[] {
    const paragraphs = flattenBlocks(blocks);
    return paragraphs.length > 0
      ? paragraphs.map((block) => this.writeParagraph(block, 'FootnoteText'))
      : [new Paragraph({ style: 'FootnoteText' })];
  }

  private writeParagraph(
    block: ParagraphBlock,
    style = styleOf(block, this.place.topLevel),
  ): Paragraph {
    const { role, depth, list, align, inlines } = block;
    const isPictures = inlines.length > 0 && inlines.every(({ type }) => type === 'picture');
    return new Paragraph({
      style,
      ...(isPictures
        ? { alignment: 'center', indent: { firstLine: 0, firstLineChars: 0 } }
        : align && { alignment: align }),
      ...(role === 'rule' && { thematicBreak: true }),
      ...(list !== undefined && {
        numbering: { reference: this.listName(list), level: Math.min(depth, LIST_LEVELS) - 1 },
      }),
      ...(list === undefined &&
        depth > 0 &&
        !isPictures && { indent: { left: indentOf(depth), firstLine: 0 } }),
      children: this.writeInlines(inlines),
    });
  }

  private writeInlines(inlines: readonly Inline[]): ParagraphChild[] {
    return inlines.flatMap((inline) => this.writeInline(inline));
  }

  private writeInline(inline: Inline): ParagraphChild[] {
    switch (inline.type) {
      case 'text':
        return [writeText(inline.text, inline.look)];
      case 'break':
        return [new TextRun({ break: 1 })];
      case 'checkbox':
        return [new CheckBox({ checked: inline.isChecked, ...BOXES })];
      case 'link':
        return [
          new ExternalHyperlink({
            link: inline.href,
            children: this.writeInlines(inline.inlines),
          }),
        ];
      case 'picture':
        return [this.writePicture(inline.src, inline.alt)];
      case 'note':
        return this.writeMark(inline.note);
    }
  }

  private writePicture(src: string, alt: string): ParagraphChild {
    const picture = this.place.pictures.get(src);
    if (!picture) return new TextRun(alt ? `〔${alt}〕` : '');
    const { width, height } = fitPicture(picture);
    return new ImageRun({
      type: picture.type,
      data: picture.data,
      transformation: { width, height },
      altText: { name: src.replace(/^.*\//, ''), description: alt, title: '' },
    });
  }

  private writeMark(note: number): ParagraphChild[] {
    const number = this.place.firstNote + note;
    const name = `_Ref${this.place.prefix}note${note + 1}`;
    if (this.marked.has(note)) {
      return [writeReference(name, number)];
    }
    this.marked.add(note);
    return [new Bookmark({ id: name, children: [new FootnoteReferenceRun(number)] })];
  }

  private writeTable(rows: { isHeader: boolean; cells: Cell[] }[]): Table {
    const columns = Math.max(
      ...rows.map(({ cells }) => cells.reduce((sum, cell) => sum + cell.columns, 0)),
    );
    const width = Math.floor(pageForm.textWidth / columns);
    return new Table({
      style: 'TableGrid',
      width: { size: width * columns, type: WidthType.DXA },
      columnWidths: Array.from({ length: columns }, () => width),
      rows: rows.map(
        ({ isHeader, cells }, index) =>
          new TableRow({
            cantSplit: true,
            tableHeader: isHeader && rows.slice(0, index).every((row) => row.isHeader),
            children: cells.map(
              (cell) =>
                new TableCell({
                  width: { size: width * cell.columns, type: WidthType.DXA },
                  columnSpan: cell.columns,
                  rowSpan: Math.min(cell.rows, rows.length - index),
                  children: this.writeCell(cell.blocks),
                }),
            ),
          }),
      ),
    });
  }

  /** A cell ends with a paragraph, or Word takes the file for broken. */
  private writeCell(blocks: readonly Block[]): (Paragraph | Table)[] {
    const written = blocks.map((block) =>
      block.type === 'table'
        ? this.writeTable(block.rows)
        : this.writeParagraph(block, styleOf(block, this.place.topLevel, 'TableText')),
    );
    return blocks.at(-1)?.type === 'paragraph'
      ? written
      : [...written, new Paragraph({ style: 'TableText' })];
  }
}

/** A further mark of a note, as Word refers to one that is there already. */
function writeReference(name: string, number: number): ParagraphChild {
  return new BuilderElement<{ instruction: string }>({
    name: 'w:fldSimple',
    attributes: { instruction: { key: 'w:instr', value: `NOTEREF ${name} \\f \\h` } },
    children: [new TextRun({ style: 'FootnoteReference', text: String(number) })],
  }) as ParagraphChild;
}

function styleOf(
  { role, level, list, depth }: ParagraphBlock,
  topLevel: number,
  plain = 'Normal',
): string {
  if (role === 'heading') return `Heading${Math.min(level + topLevel - 1, HEADING_LEVELS)}`;
  if (role === 'quote') return 'Quote';
  if (role === 'code') return 'HTMLPreformatted';
  return list !== undefined || depth > 0 ? 'ListParagraph' : plain;
}

function writeText(text: string, look: Look): TextRun {
  return new TextRun({
    ...(text.includes('\t')
      ? {
          children: text
            .split('\t')
            .flatMap((part, index) => (index > 0 ? [new Tab(), part] : [part])),
        }
      : { text }),
    ...writeLook(look),
  });
}

function writeLook(look: Look): IRunOptions {
  const style = look.isLead
    ? leadStyle(look.point ?? 1)
    : look.isEmphasis
      ? 'Emphasis'
      : look.isCode
        ? 'HTMLCode'
        : look.isLink
          ? 'Hyperlink'
          : undefined;
  return {
    ...(style && { style }),
    ...(look.isBold && { bold: true }),
    // A run has one style: emphasis within a lead is said outright.
    ...(look.isLead && look.isEmphasis && { emphasisMark: {} }),
    ...(look.isStruck && { strike: true }),
    ...(look.isInserted && { underline: {} }),
    ...(look.script === 'super' && { superScript: true }),
    ...(look.script === 'sub' && { subScript: true }),
  };
}

function describeList({ isOrdered, start }: List, reference: string): NumberingDefinition {
  return {
    reference,
    levels: Array.from({ length: LIST_LEVELS }, (_, level) => ({
      level,
      format: isOrdered ? LevelFormat.DECIMAL : LevelFormat.BULLET,
      text: isOrdered ? `%${level + 1}.` : '•',
      start: isOrdered ? start : 1,
      alignment: AlignmentType.LEFT,
      style: {
        paragraph: { indent: { left: indentOf(level + 1), hanging: pageForm.character * 2 } },
      },
    })),
  };
}

function indentOf(depth: number): number {
  return (depth + 1) * pageForm.character * 2;
}

/** Where in a document a body stands. */
export interface DocumentPlace {
  /** Begins the names of its bookmarks and lists. */
  prefix: string;
  /** Number of its first note in the document. */
  firstNote: number;
  /** Level of its uppermost headings, from 1. */
  topLevel: 1 | 2;
  /** By the names that the body gives them. */
  pictures: ReadonlyMap<string, DocxPicture>;
}

/** A body in the library's terms. */
export interface WrittenBody {
  children: FileChild[];
  notes: Paragraph[][];
  lists: NumberingDefinition[];
}
