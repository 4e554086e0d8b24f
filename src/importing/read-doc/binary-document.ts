import { UnreadableFile } from '../unreadable-file.ts';
import { readStreams } from './read-streams.ts';

/** Word 97; files of Word 6 and 95 are built in another way. */
const FIRST_VERSION = 0xc1;
const TABLE_OF_PLACES = 154;
const PAGE = 512;

/** Places in the file information block's list of tables ([MS-DOC] 2.5.6). */
export const TABLES = {
  stylesheet: 1,
  footnoteReferences: 2,
  footnoteTexts: 3,
  characterPages: 12,
  paragraphPages: 13,
  pieces: 33,
  shapePlaces: 40,
  endnoteReferences: 46,
  endnoteTexts: 47,
  drawings: 50,
  lists: 73,
  listInstances: 74,
} as const;

/** The texts a document consists of, in the order they follow one another. */
const STORIES = [
  'main',
  'footnotes',
  'headers',
  'macros',
  'comments',
  'endnotes',
  'boxes',
] as const;
/** Places of their lengths in the file information block. */
const LENGTHS = [76, 80, 84, 88, 92, 96, 100];

/**
 * A Word file of 1997 to 2003, opened ([MS-DOC]): its characters and where the properties of each
 * stand.
 */
export class BinaryDocument {
  /** The stream that the text stands in. */
  readonly file: Buffer;
  /** The stream that pictures stand in. */
  readonly data: Buffer;
  readonly #table: Buffer;
  readonly #characters: string[] = [];
  /** Where in the file each character stands. */
  readonly #places: number[] = [];
  readonly #paragraphs: PropertyRun[];
  readonly #runs: PropertyRun[];

  /** @throws {UnreadableFile} When it is encrypted, older, or damaged. */
  constructor(bytes: Buffer) {
    const streams = readStreams(bytes);
    const file = streams.get('WordDocument');
    if (!file) {
      throw new UnreadableFile(
        '这不是 Word 文件，或已损坏。请用能打开它的程序打开，另存为 .docx 再导入。',
      );
    }
    this.file = file;
    this.data = streams.get('Data') ?? Buffer.alloc(0);
    const flags = this.file.readUInt16LE(10);
    if (flags & 0x0100) {
      throw new UnreadableFile(
        '文件加了密码。请用 Word 或 WPS 打开，去掉密码后另存为 .docx 再导入。',
      );
    }
    if (this.file.readUInt16LE(0) !== 0xa5ec || this.file.readUInt16LE(2) < FIRST_VERSION) {
      throw new UnreadableFile(
        '文件是 Word 97 以前的格式。请用 Word 或 WPS 打开，另存为 .docx 再导入。',
      );
    }
    this.#table = streams.get(flags & 0x0200 ? '1Table' : '0Table') ?? Buffer.alloc(0);
    this.#readPieces();
    this.#paragraphs = this.#readPages(TABLES.paragraphPages, 13, readParagraphProperties);
    this.#runs = this.#readPages(TABLES.characterPages, 1, readCharacterProperties);
  }

  /** One of the tables the file has of itself. */
  table(index: number): Buffer {
    const place = TABLE_OF_PLACES + index * 8;
    const start = this.file.readUInt32LE(place);
    return this.#table.subarray(start, start + this.file.readUInt32LE(place + 4));
  }

  /** The same table with all that lies behind it, where a table's own length leaves out its tail. */
  tableWithTail(index: number): Buffer {
    return this.#table.subarray(this.file.readUInt32LE(TABLE_OF_PLACES + index * 8));
  }

  /** Range of characters of one of the document's texts. */
  story(name: (typeof STORIES)[number]): { start: number; end: number } {
    const index = STORIES.indexOf(name);
    const lengths = LENGTHS.map((place) => this.file.readInt32LE(place));
    const start = lengths.slice(0, index).reduce((sum, length) => sum + length, 0);
    return { start, end: Math.min(start + (lengths[index] ?? 0), this.#characters.length) };
  }

  character(position: number): string {
    return this.#characters[position] ?? '';
  }

  /** The properties of the paragraph that a character ends. */
  paragraphAt(position: number): Properties {
    return findRun(this.#paragraphs, this.#places[position] ?? 0);
  }

  /** The properties of a character's run. */
  runAt(position: number): Properties {
    return findRun(this.#runs, this.#places[position] ?? 0);
  }

  #readPieces(): void {
    const clx = this.table(TABLES.pieces);
    let offset = 0;
    while (clx[offset] === 1) offset += 3 + clx.readUInt16LE(offset + 1);
    const size = clx.readUInt32LE(offset + 1);
    const plc = clx.subarray(offset + 5, offset + 5 + size);
    const count = (size - 4) / 12;
    for (let piece = 0; piece < count; piece += 1) {
      const length = plc.readUInt32LE(piece * 4 + 4) - plc.readUInt32LE(piece * 4);
      const place = plc.readUInt32LE((count + 1) * 4 + piece * 8 + 2);
      if (length < 0 || length > this.file.length) throw new RangeError('A piece ends nowhere.');
      const isNarrow = (place & 0x4000_0000) !== 0;
      const start = isNarrow ? (place & 0x3fff_ffff) / 2 : place;
      const width = isNarrow ? 1 : 2;
      const text = this.file.subarray(start, start + length * width);
      const decoded = isNarrow
        ? new TextDecoder('windows-1252').decode(text)
        : text.toString('utf16le');
      for (let index = 0; index < length; index += 1) {
        this.#characters.push(decoded.charAt(index));
        this.#places.push(start + index * width);
      }
    }
  }

  /** Pages of 512 bytes that say which properties hold from where to where in the file. */
  #readPages(
    index: number,
    entrySize: number,
    readProperties: (page: Buffer, entry: number) => Properties,
  ): PropertyRun[] {
    const plc = this.table(index);
    const count = (plc.length - 4) / 8;
    const runs: PropertyRun[] = [];
    for (let each = 0; each < count; each += 1) {
      const number = plc.readUInt32LE((count + 1) * 4 + each * 4) & 0x3fffff;
      const page = this.file.subarray(number * PAGE, (number + 1) * PAGE);
      const size = page[PAGE - 1] ?? 0;
      for (let run = 0; run < size; run += 1) {
        runs.push({
          start: page.readUInt32LE(run * 4),
          end: page.readUInt32LE(run * 4 + 4),
          properties: readProperties(page, (page[(size + 1) * 4 + run * entrySize] ?? 0) * 2),
        });
      }
    }
    return runs.sort((one, other) => one.start - other.start);
  }
}

/**
 * Reads a list of property modifiers ([MS-DOC] 2.6.1).
 *
 * @returns The operand of each by its code.
 */
export function readModifiers(bytes: Buffer): Map<number, Buffer> {
  const modifiers = new Map<number, Buffer>();
  let offset = 0;
  while (offset + 2 < bytes.length) {
    const code = bytes.readUInt16LE(offset);
    offset += 2;
    const [skip, size] = operandSize(code, bytes, offset);
    modifiers.set(code, bytes.subarray(offset + skip, offset + skip + size));
    offset += skip + size;
  }
  return modifiers;
}

function operandSize(code: number, bytes: Buffer, offset: number): [skip: number, size: number] {
  // Definitions of tables have lengths of two bytes.
  if (code === 0xd608) return [2, bytes.readUInt16LE(offset) - 1];
  const size = [1, 1, 2, 4, 2, 2, undefined, 3][code >> 13];
  return size === undefined ? [1, bytes[offset] ?? 0] : [0, size];
}

function readParagraphProperties(page: Buffer, entry: number): Properties {
  if (entry === 0) return { modifiers: new Map() };
  const words = page[entry] ?? 0;
  const start = words === 0 ? entry + 2 : entry + 1;
  const end = words === 0 ? start + (page[entry + 1] ?? 0) * 2 : start + words * 2 - 1;
  return {
    style: page.readUInt16LE(start),
    modifiers: readModifiers(page.subarray(start + 2, end)),
  };
}

function readCharacterProperties(page: Buffer, entry: number): Properties {
  if (entry === 0) return { modifiers: new Map() };
  return { modifiers: readModifiers(page.subarray(entry + 1, entry + 1 + (page[entry] ?? 0))) };
}

function findRun(runs: readonly PropertyRun[], place: number): Properties {
  let low = 0;
  let high = runs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (!run || place < run.start) high = middle - 1;
    else if (place >= run.end) low = middle + 1;
    else return run.properties;
  }
  return { modifiers: new Map() };
}

export interface Properties {
  /** Number of a paragraph's style. */
  style?: number;
  modifiers: ReadonlyMap<number, Buffer>;
}

interface PropertyRun {
  start: number;
  end: number;
  properties: Properties;
}
