import type { TableCell } from 'mdast';
import { accountFor, type Segment } from '../account-for.ts';
import type { Draft, DraftBlock, DraftFootnote, DraftPicture, Remark } from '../draft.ts';
import { leaveOut } from '../leave-out.ts';
import { linkOf } from '../link-of.ts';
import type { Numbering } from '../numbering.ts';
import { pictureExtension } from '../picture-extension.ts';
import { plainText } from '../plain-text.ts';
import { describeEquation, isEquation, readEquation } from '../read-equation.ts';
import { separatorBetween } from '../separator-between.ts';
import { toCell } from '../to-cell.ts';
import {
  type Script,
  type Span,
  toPhrasing,
  trimSpans,
  withoutWholeEmphasis,
} from '../to-phrasing.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { BinaryDocument, type Properties, TABLES } from './binary-document.ts';
import { readLists } from './read-lists.ts';
import { BinaryPictures } from './read-pictures.ts';
import { type BinaryStyle, readStyles } from './read-styles.ts';

/** Modifiers of paragraphs and characters ([MS-DOC] 2.6.1, 2.6.2). */
const SPRM = {
  alignment: 0x2403,
  logicalAlignment: 0x2461,
  pageBreakBefore: 0x2407,
  inTable: 0x2416,
  endsRow: 0x2417,
  listLevel: 0x260a,
  list: 0x460b,
  outlineLevel: 0x2640,
  firstLine: 0x8460,
  firstLineCharacters: 0x4457,
  deleted: 0x0800,
  inserted: 0x0801,
  bold: 0x0835,
  italic: 0x0836,
  struck: 0x0837,
  hidden: 0x083c,
  script: 0x2a48,
  pictureLocation: 0x6a03,
  size: 0x4a43,
} as const;

/** Characters with a meaning of their own ([MS-DOC] 2.4.1). */
const MARK = {
  picture: '\x01',
  shape: '\b',
  cell: '\x07',
  line: '\v',
  page: '\f',
  paragraph: '\r',
  fieldBegins: '\x13',
  fieldHalves: '\x14',
  fieldEnds: '\x15',
  hyphen: '\x1e',
} as const;
const SCRIPTS: readonly (Script | undefined)[] = [undefined, 'sup', 'sub'];
const ENDS = new Set<string>([MARK.paragraph, MARK.cell, MARK.page]);
const FIELD_MARKS = new Set<string>([MARK.fieldBegins, MARK.fieldHalves, MARK.fieldEnds]);

/** Numbers of Word's own styles. */
const TITLE = 62;
const isContents = (builtIn: number) => builtIn >= 19 && builtIn <= 27;
const isHeading = (builtIn: number) => builtIn >= 1 && builtIn <= 9;

const LAYOUT_FIELD = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES|PAGEREF|TOC|INDEX|TC|XE)\b/i;
const DEFAULT_SIZE = 20;
const NO_BREAK_HYPHEN = '\u2011';

/**
 * Reads a Word file of 1997 to 2003 ([MS-DOC]): text with automatic numbers written out and tracked
 * changes accepted, footnotes, tables, emphasis and pictures.
 *
 * @throws {UnreadableFile} When it is encrypted, older, or damaged.
 */
export function readDoc(bytes: Buffer): Draft {
  try {
    return new DocReader(new BinaryDocument(bytes)).read();
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile('文件不完整或已损坏。请用 Word 或 WPS 打开它，另存为 .docx 再导入。');
  }
}

class DocReader {
  readonly #document: BinaryDocument;
  readonly #styles: Map<number, BinaryStyle>;
  readonly #numbering: Numbering;
  readonly #remarks: Remark[] = [];
  /** Where footnotes are referred to, and which each is. */
  readonly #references = new Map<number, string>();
  readonly #fields: DocField[] = [];
  readonly #deletions: string[] = [];
  #insertions = 0;
  readonly #pictures: DraftPicture[] = [];
  readonly #drawings: BinaryPictures;
  #lostPictures = 0;
  #unfinished: CharacterSpan[] = [];
  /** What was done with each character of the text being read. */
  #trace: Segment[] = [];
  /** Where in it the paragraph begins. */
  #paragraphStart = 0;

  constructor(document: BinaryDocument) {
    this.#document = document;
    this.#styles = readStyles(document);
    this.#numbering = readLists(document);
    this.#drawings = new BinaryPictures(document);
  }

  read(): Draft {
    const places = [
      ...this.#findNotes(TABLES.footnoteReferences, TABLES.footnoteTexts, 'footnotes'),
      ...this.#findNotes(TABLES.endnoteReferences, TABLES.endnoteTexts, 'endnotes'),
    ].sort((one, other) => one.reference - other.reference);
    for (const [index, { reference }] of places.entries()) {
      this.#references.set(reference, String(index + 1));
    }
    const { start, end } = this.#document.story('main');
    const blocks = this.#readText(start, end);
    const boxes = this.#document.story('boxes');
    const boxed = this.#readText(boxes.start, boxes.end);
    if (boxed.length > 0) {
      this.#remarks.push({ kind: 'doubt', message: '文本框里的文字放在文末，请移到它该在的地方' });
    }
    const footnotes = places.map(
      ({ from, to }, index): DraftFootnote => ({
        id: String(index + 1),
        content: this.#readText(from, to).map(({ content }) => content),
      }),
    );
    this.#finish();
    return {
      blocks: [...blocks, ...boxed.map((block) => ({ ...block, looks: { isApart: true } }))],
      footnotes,
      pictures: this.#pictures,
      remarks: this.#remarks,
      known: {},
    };
  }

  #findNotes(references: number, texts: number, story: 'footnotes' | 'endnotes'): NotePlace[] {
    const plc = this.#document.table(references);
    const bounds = this.#document.table(texts);
    const { start, end } = this.#document.story(story);
    const count = plc.length < 10 ? 0 : (plc.length - 4) / 6;
    return Array.from({ length: count }, (_, index) => ({
      reference: plc.readUInt32LE(index * 4),
      from: start + bounds.readUInt32LE(index * 4),
      to: Math.min(start + bounds.readUInt32LE(index * 4 + 4), end),
    }));
  }

  #finish(): void {
    if (this.#insertions > 0 || this.#deletions.length > 0) {
      this.#remarks.push({
        kind: 'doubt',
        message: '文件里有修订：插入的已收进正文，删去的没有收。请确认修订都应当接受',
        ...(this.#deletions.length > 0 && { text: this.#deletions.join('') }),
      });
    }
    if (this.#drawings.isDamaged) {
      this.#remarks.push({
        kind: 'doubt',
        message: '浮动的图片读不出来，没有收。有的话，请用 Word 或 WPS 另存为 .docx 再导入',
      });
    }
    if (this.#lostPictures > 0) {
      this.#remarks.push({
        kind: 'doubt',
        message: `有 ${this.#lostPictures} 处图片的格式网页不能显示，没有收。请在 Word 或 WPS 里换成 .png 或 .jpg，另存为 .docx 再导入`,
      });
    }
    for (const [story, message] of [
      ['headers', '页眉、页脚'],
      ['comments', '批注'],
    ] as const) {
      const { start, end } = this.#document.story(story);
      const text = this.#plainText(start, end);
      if (text) this.#remarks.push({ kind: 'left-out', message, text });
    }
    for (const format of this.#numbering.unknownFormats) {
      this.#remarks.push({
        kind: 'doubt',
        message: `自动编号用了少见的格式 ${format}，写成了阿拉伯数字，请核对`,
      });
    }
  }

  #plainText(start: number, end: number): string {
    let text = '';
    let depth = 0;
    for (let position = start; position < end; position += 1) {
      const character = this.#document.character(position);
      if (character === MARK.fieldBegins) depth += 1;
      if (depth === 0) text += character;
      if (character === MARK.fieldEnds) depth -= 1;
    }
    return text.replaceAll(/\p{Cc}+/gu, ' ').trim();
  }

  /** Reads one of the document's texts, and accounts for each of its characters. */
  #readText(start: number, end: number): DraftBlock[] {
    this.#trace = [];
    const blocks = this.#readBlocks(start, end);
    let inFile = '';
    for (let position = start; position < end; position += 1) {
      inFile += printable(this.#document.character(position));
    }
    accountFor(this.#trace, inFile, plainText(blocks.map(({ content }) => content)));
    return blocks;
  }

  #readBlocks(start: number, end: number): DraftBlock[] {
    const blocks: DraftBlock[] = [];
    let rows: TableCell[][] = [];
    let cells: TableCell[] = [];
    let cell: DraftBlock[] = [];
    let startsPage = false;
    const closeTable = () => {
      if (rows.length === 0) return;
      const width = Math.max(...rows.map((row) => row.length));
      blocks.push({
        content: {
          type: 'table',
          children: rows.map((row) => ({
            type: 'tableRow',
            children: Array.from(
              { length: width },
              (_, column): TableCell => row[column] ?? { type: 'tableCell', children: [] },
            ),
          })),
        },
        looks: { isApart: true },
      });
      rows = [];
    };
    for (let from = start; from < end; ) {
      const to = this.#findEnd(from, end);
      const mark = this.#document.character(to);
      const { looks, block } = this.#readParagraph(from, to);
      if (looks.endsRow) {
        rows.push(cells);
        cells = [];
      } else if (looks.isInTable) {
        if (block) cell.push(block);
        if (mark === MARK.cell) {
          cells.push(toCell(cell));
          cell = [];
        }
      } else {
        closeTable();
        if (block) {
          blocks.push({
            ...block,
            looks: { ...block.looks, startsPage: startsPage || looks.startsPage },
          });
          startsPage = false;
        }
      }
      if (mark === MARK.page) startsPage = true;
      from = to + 1;
    }
    closeTable();
    // The end of the last paragraph cannot be taken away, though a change may say so.
    const rest = toPhrasing(trimSpans(this.#unfinished.splice(0)));
    if (rest.length > 0) blocks.push({ content: { type: 'paragraph', children: rest }, looks: {} });
    return blocks;
  }

  #findEnd(from: number, end: number): number {
    let position = from;
    while (position < end - 1 && !ENDS.has(this.#document.character(position))) position += 1;
    return position;
  }

  #readParagraph(from: number, to: number): { looks: ParagraphLooks; block?: DraftBlock } {
    const looks = this.#paragraphLooks(this.#document.paragraphAt(to));
    const spans: CharacterSpan[] = [];
    if (this.#unfinished.length === 0) this.#paragraphStart = this.#trace.length;
    const isMark = ENDS.has(this.#document.character(to));
    for (let position = from; position < (isMark ? to : to + 1); position += 1) {
      this.#readCharacter(position, looks, spans);
    }
    if (this.#isOn(SPRM.deleted, this.#document.runAt(to), looks) && isMark) {
      this.#unfinished.push(...spans);
      return { looks };
    }
    const all = trimSpans([...this.#unfinished.splice(0), ...spans]);
    if (looks.isContents) {
      const text = all.map((span) => span.text ?? '').join('');
      for (const segment of this.#trace.slice(this.#paragraphStart)) segment.inPaper = '';
      if (text) this.#remarks.push({ kind: 'left-out', message: '目录', text });
    }
    if (looks.isContents || all.length === 0) return { looks };
    const numbered = this.#withNumber(withoutWholeEmphasis(all, looks.level !== undefined), looks);
    const sizes = all.map(({ size }) => size ?? 0);
    return {
      looks,
      block: {
        content: { type: 'paragraph', children: toPhrasing(numbered.spans) },
        looks: {
          isTitle: looks.isTitle,
          isCentered: looks.isCentered,
          isApart: looks.isIndented || looks.list !== undefined || looks.level !== undefined,
          size: Math.max(...sizes),
          ...(looks.level !== undefined && { level: looks.level }),
          ...(numbered.bullet !== undefined && { bullet: numbered.bullet }),
        },
      },
    };
  }

  #withNumber(
    spans: readonly CharacterSpan[],
    { list, listLevel, style }: ParagraphLooks,
  ): { spans: Span[]; bullet?: number } {
    if (list === undefined) return { spans: [...spans] };
    const ofStyle =
      style === undefined ? undefined : this.#numbering.levelOfStyle(list, String(style));
    const label = this.#numbering.next(list, listLevel ?? ofStyle ?? 0);
    if (!label) return { spans: [...spans] };
    if (label.kind === 'bullet') return { spans: [...spans], bullet: label.level };
    const number = label.text.trim();
    if (number === '') return { spans: [...spans] };
    this.#trace.splice(this.#paragraphStart, 0, { inFile: '', inPaper: number });
    this.#remarks.push({ kind: 'added', message: '自动编号', text: number });
    const text = spans.map((span) => span.text ?? '').join('');
    return { spans: [{ text: number + separatorBetween(number, text) }, ...spans] };
  }

  #readCharacter(position: number, looks: ParagraphLooks, spans: CharacterSpan[]): void {
    const character = this.#document.character(position);
    const run = this.#document.runAt(position);
    const field = this.#fields.at(-1);
    if (this.#readFieldMark(character)) {
      if (character === MARK.fieldEnds && field) this.#addEquation(field.code, run, looks, spans);
      return;
    }
    const note = this.#references.get(position);
    const skipped = this.#skippedField();
    if (skipped) {
      if (!skipped.isResult) {
        skipped.code += character;
        this.#trace.push({ inFile: printable(character), inPaper: '' });
      } else this.#leaveOut(/^\s*TOC/i.test(skipped.code) ? '目录' : '页码或目录域', character);
      return;
    }
    if (this.#isOn(SPRM.deleted, run, looks)) {
      this.#deletions.push(printable(character));
      this.#trace.push({ inFile: printable(character), inPaper: '' });
      return;
    }
    if (this.#isOn(SPRM.inserted, run, looks)) this.#insertions += 1;
    if (this.#isOn(SPRM.hidden, run, looks)) {
      this.#leaveOut('隐藏文字', character);
      return;
    }
    if (note !== undefined) {
      spans.push({ node: { type: 'footnoteReference', identifier: note, label: note } });
      return;
    }
    if (character === MARK.line) spans.push({ node: { type: 'break' } });
    else if (character === '\t') spans.push({ text: ' ' });
    else if (character === MARK.hyphen) this.#addText(NO_BREAK_HYPHEN, run, looks, spans);
    else if (character === MARK.picture && !this.#isInShape()) {
      const place = run.modifiers.get(SPRM.pictureLocation)?.readUInt32LE(0);
      const picture = place === undefined ? undefined : this.#drawings.inLine(place);
      this.#addPicture(picture ?? Buffer.alloc(0), spans);
    } else if (character === MARK.shape) {
      for (const picture of this.#drawings.floating(position)) this.#addPicture(picture, spans);
    } else if (!/\p{Cc}/u.test(character)) this.#addText(character, run, looks, spans);
  }

  /** @param inFile What of it the file has as text. */
  #addText(
    text: string,
    run: Properties,
    looks: ParagraphLooks,
    spans: CharacterSpan[],
    inFile = text,
  ): void {
    this.#trace.push({ inFile, inPaper: text });
    const span: CharacterSpan = {
      text,
      isBold: this.#isOn(SPRM.bold, run, looks),
      isItalic: this.#isOn(SPRM.italic, run, looks),
      isStruck: this.#isOn(SPRM.struck, run, looks),
      script: SCRIPTS[run.modifiers.get(SPRM.script)?.[0] ?? 0],
      size: run.modifiers.get(SPRM.size)?.readUInt16LE(0) ?? looks.size,
      url: linkOf(this.#fields.map(({ code }) => code)),
    };
    const last = spans.at(-1);
    const isAlike =
      last?.text !== undefined &&
      last.isBold === span.isBold &&
      last.isItalic === span.isItalic &&
      last.isStruck === span.isStruck &&
      last.script === span.script &&
      last.url === span.url &&
      last.size === span.size;
    if (isAlike) last.text += text;
    else spans.push(span);
  }

  /** The outermost field whose text is none of the paper's. */
  #skippedField(): DocField | undefined {
    return this.#fields.find(({ code, isResult }) => !isResult || LAYOUT_FIELD.test(code));
  }

  /** A field that draws its own instruction: the only place where the text stands. */
  #addEquation(code: string, run: Properties, looks: ParagraphLooks, spans: CharacterSpan[]): void {
    if (!isEquation(code) || this.#skippedField()) return;
    const equation = readEquation(code);
    this.#remarks.push(describeEquation(code, equation));
    if (equation) this.#addText(equation.text, run, looks, spans, '');
  }

  #addPicture(bytes: Uint8Array, spans: CharacterSpan[]): void {
    const extension = pictureExtension(bytes);
    if (!extension) {
      this.#lostPictures += 1;
      return;
    }
    const id = `picture:${this.#pictures.length + 1}`;
    this.#pictures.push({ id, extension, bytes });
    spans.push({ node: { type: 'image', url: id, alt: '' } });
  }

  /** A text box stands in its line as a picture of itself. */
  #isInShape(): boolean {
    return this.#fields.some(({ code }) => /^\s*SHAPE\b/i.test(code));
  }

  #leaveOut(message: string, character: string): void {
    leaveOut(this.#trace, this.#remarks, message, printable(character));
  }

  /** @returns Whether a character begins, halves or ends a field. */
  #readFieldMark(character: string): boolean {
    const field = this.#fields.at(-1);
    if (character === MARK.fieldBegins) this.#fields.push({ code: '', isResult: false });
    else if (character === MARK.fieldHalves && field) field.isResult = true;
    else if (character === MARK.fieldEnds) this.#fields.pop();
    return FIELD_MARKS.has(character);
  }

  #isOn(code: number, { modifiers }: Properties, looks: ParagraphLooks): boolean {
    const ofStyle = looks.characters.get(code)?.[0] === 1;
    const value = modifiers.get(code)?.[0];
    // As the style has it, or the other way round.
    if (value === undefined || value === 0x80) return ofStyle;
    return value === 0x81 ? !ofStyle : value === 1;
  }

  #paragraphLooks({ style, modifiers }: Properties): ParagraphLooks {
    const chain = this.#chain(style ?? 0);
    const layers = [modifiers, ...chain.map(({ paragraph }) => paragraph)];
    const first = (code: number) => layers.find((layer) => layer.has(code))?.get(code);
    const builtIn = chain.map((each) => each.builtIn);
    const outline = first(SPRM.outlineLevel)?.[0];
    const heading = builtIn.find(isHeading);
    const level = outline === undefined ? heading : outline + 1;
    const list = first(SPRM.list)?.readUInt16LE(0) ?? 0;
    const alignment = first(SPRM.logicalAlignment) ?? first(SPRM.alignment);
    const indents = [SPRM.firstLine, SPRM.firstLineCharacters].map(first);
    const characters = new Map<number, Buffer>();
    for (const each of [...chain].reverse()) {
      for (const [code, operand] of each.characters) characters.set(code, operand);
    }
    return {
      style,
      isTitle: builtIn.includes(TITLE),
      isContents: builtIn.some(isContents),
      isCentered: alignment?.[0] === 1,
      isIndented: indents.some((operand) => operand !== undefined && operand.readInt16LE(0) > 0),
      startsPage: first(SPRM.pageBreakBefore)?.[0] === 1,
      isInTable: modifiers.get(SPRM.inTable)?.[0] === 1,
      endsRow: modifiers.get(SPRM.endsRow)?.[0] === 1,
      level: level !== undefined && level <= 9 ? level : undefined,
      // Above 2047 are only lists that were taken away.
      list: list > 0 && list < 0x7ff ? String(list) : undefined,
      listLevel: first(SPRM.listLevel)?.[0],
      characters,
      size: characters.get(SPRM.size)?.readUInt16LE(0) ?? DEFAULT_SIZE,
    };
  }

  #chain(number: number): BinaryStyle[] {
    const chain: BinaryStyle[] = [];
    let style = this.#styles.get(number);
    while (style && !chain.includes(style)) {
      chain.push(style);
      style = style.base === undefined ? undefined : this.#styles.get(style.base);
    }
    return chain;
  }
}

/** What of a character's text is seen. */
function printable(character: string): string {
  if (character === MARK.hyphen) return NO_BREAK_HYPHEN;
  return /\p{Cc}/u.test(character) ? '' : character;
}

interface NotePlace {
  /** Position of its reference. */
  reference: number;
  from: number;
  to: number;
}

interface DocField {
  /** Its instruction, such as `PAGE`. */
  code: string;
  isResult: boolean;
}

interface CharacterSpan extends Span {
  /** In half points. */
  size?: number;
}

interface ParagraphLooks {
  style: number | undefined;
  isTitle: boolean;
  isContents: boolean;
  isCentered: boolean;
  isIndented: boolean;
  startsPage: boolean;
  isInTable: boolean;
  endsRow: boolean;
  list: string | undefined;
  listLevel: number | undefined;
  level: number | undefined;
  /** What its styles say of characters. */
  characters: ReadonlyMap<number, Buffer>;
  size: number;
}
