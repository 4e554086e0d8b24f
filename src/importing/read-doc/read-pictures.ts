import { type BinaryDocument, TABLES } from './binary-document.ts';

/** Types of records ([MS-ODRAW] 2.1.1). */
const RECORD = {
  groupOfAll: 0xf000,
  store: 0xf001,
  group: 0xf003,
  shape: 0xf004,
  storeEntry: 0xf007,
  shapeId: 0xf00a,
  options: 0xf00b,
} as const;
const HEADER = 8;
const CONTAINER = 0xf;
/** Kinds of pictures in a line ([MS-DOC] 2.9.157 MFPF): a shape, and one whose file's name stands before. */
const SHAPE = 0x64;
const NAMED_SHAPE = 0x66;
const STORE_ENTRY_HEADER = 36;
const PICTURE_OPTION = 0x104;
const OPTION_SIZE = 6;
const PLACE_SIZE = 26;
const isPicture = (type: number) => type >= 0xf018 && type <= 0xf117;

/** Where the bytes of a picture file begin, by its first ones; before them stand its digests. */
const SIGNATURES = ['89504e470d0a1a0a', 'ffd8ff'].map((hex) => Buffer.from(hex, 'hex'));
const LONGEST_DIGESTS = 64;

/**
 * The pictures of a .doc ([MS-DOC] 2.9.190 PICF, [MS-ODRAW]): those in a line, and those that float. A
 * picture is the bytes of its file, or empty where it is in a format of Windows' own.
 */
export class BinaryPictures {
  /** Whether floating pictures could not be told; the text does not depend on them. */
  readonly isDamaged: boolean;
  readonly #document: BinaryDocument;
  /** Ids of floating shapes by the position of the character they hang on. */
  readonly #shapes: ReadonlyMap<number, number>;
  readonly #picturesOfShapes = new Map<number, number[]>();
  readonly #store: Buffer[] = [];

  constructor(document: BinaryDocument) {
    this.#document = document;
    this.#shapes = readPlaces(document.table(TABLES.shapePlaces));
    this.isDamaged = !this.#readDrawings(document.table(TABLES.drawings));
  }

  /** @param place Where in the file's data the picture lies. */
  inLine(place: number): Buffer | undefined {
    const data = this.#document.data;
    if (place < 0 || place + HEADER > data.length) return undefined;
    const mapping = data.readUInt16LE(place + 6);
    if (mapping !== SHAPE && mapping !== NAMED_SHAPE) return undefined;
    const start = place + data.readUInt16LE(place + 4);
    const name = mapping === NAMED_SHAPE ? 1 + (data[start] ?? 0) : 0;
    return findPicture(data.subarray(start + name, place + data.readInt32LE(place)));
  }

  /** @param position Of the character that the pictures hang on. */
  floating(position: number): Buffer[] {
    const shape = this.#shapes.get(position);
    const numbers = shape === undefined ? [] : (this.#picturesOfShapes.get(shape) ?? []);
    return numbers.flatMap((number) => this.#store[number - 1] ?? []);
  }

  /** @returns Whether all could be read. */
  #readDrawings(drawings: Buffer): boolean {
    try {
      for (let offset = 0; offset + HEADER <= drawings.length; ) {
        const record = readRecord(drawings, offset);
        if (record.type === RECORD.groupOfAll) this.#readStore(record.content);
        else this.#readShapes(record.content);
        // A byte before each but the first says where it belongs.
        offset = record.end + 1;
      }
      return true;
    } catch (error) {
      if (error instanceof RangeError) return false;
      throw error;
    }
  }

  #readStore(all: Buffer): void {
    for (const store of listRecords(all).filter(({ type }) => type === RECORD.store)) {
      for (const { type, content } of listRecords(store.content)) {
        const embedded =
          type === RECORD.storeEntry ? findPicture(afterEntryHeader(content)) : undefined;
        const place = type === RECORD.storeEntry ? content.readUInt32LE(28) : 0;
        this.#store.push(
          embedded ?? findPicture(this.#document.file.subarray(place)) ?? Buffer.alloc(0),
        );
      }
    }
  }

  /** A group of shapes hangs on its first, which is the group itself. */
  #readShapes(drawing: Buffer): void {
    for (const { type, content } of listRecords(drawing)) {
      if (type !== RECORD.group) continue;
      for (const member of listRecords(content)) {
        const shapes =
          member.type === RECORD.group ? listShapes(member.content) : listShapes(member.bytes);
        const [id] = shapes.map((shape) => shape.id);
        if (id === undefined) continue;
        this.#picturesOfShapes.set(
          id,
          shapes.flatMap(({ pictures }) => pictures),
        );
      }
    }
  }
}

function readPlaces(plc: Buffer): Map<number, number> {
  const count = plc.length < 4 ? 0 : Math.floor((plc.length - 4) / (4 + PLACE_SIZE));
  const places = Array.from({ length: count }, (_, index): [number, number] => [
    plc.readUInt32LE(index * 4),
    plc.readInt32LE((count + 1) * 4 + index * PLACE_SIZE),
  ]);
  return new Map(places);
}

/** The shapes among some records and in groups of them, with the numbers of their pictures. */
function listShapes(bytes: Buffer): { id: number; pictures: number[] }[] {
  return listRecords(bytes).flatMap(({ type, content }) => {
    if (type === RECORD.group) return listShapes(content);
    if (type !== RECORD.shape) return [];
    const parts = listRecords(content);
    const id = parts.find((part) => part.type === RECORD.shapeId)?.content.readInt32LE(0) ?? 0;
    const pictures = parts
      .filter((part) => part.type === RECORD.options)
      .flatMap(({ instance, content: options }) =>
        Array.from({ length: instance }, (_, index) => index * OPTION_SIZE)
          .filter((at) => at + OPTION_SIZE <= options.length)
          .filter((at) => (options.readUInt16LE(at) & 0x3fff) === PICTURE_OPTION)
          .map((at) => options.readUInt32LE(at + 2)),
      );
    return [{ id, pictures }];
  });
}

/** The first picture among some records, however deep; empty if its format is none of the web's. */
function findPicture(bytes: Buffer): Buffer | undefined {
  for (let offset = 0; offset + HEADER <= bytes.length; ) {
    const { type, version, content, end } = readRecord(bytes, offset);
    if (isPicture(type)) return cutFile(content);
    const within = type === RECORD.storeEntry ? afterEntryHeader(content) : content;
    const found =
      type === RECORD.storeEntry || version === CONTAINER ? findPicture(within) : undefined;
    if (found) return found;
    if (type < RECORD.groupOfAll) return undefined;
    offset = end;
  }
  return undefined;
}

function cutFile(content: Buffer): Buffer {
  const starts = SIGNATURES.map((signature) => content.indexOf(signature)).filter(
    (start) => start >= 0 && start <= LONGEST_DIGESTS,
  );
  return starts.length > 0 ? content.subarray(Math.min(...starts)) : Buffer.alloc(0);
}

function afterEntryHeader(content: Buffer): Buffer {
  return content.subarray(STORE_ENTRY_HEADER + (content[33] ?? 0));
}

function listRecords(bytes: Buffer): OfficeRecord[] {
  const records: OfficeRecord[] = [];
  for (let offset = 0; offset + HEADER <= bytes.length; offset = records.at(-1)?.end ?? offset) {
    records.push(readRecord(bytes, offset));
  }
  return records;
}

function readRecord(bytes: Buffer, offset: number): OfficeRecord {
  const head = bytes.readUInt16LE(offset);
  const end = offset + HEADER + bytes.readUInt32LE(offset + 4);
  return {
    version: head & 0xf,
    instance: head >> 4,
    type: bytes.readUInt16LE(offset + 2),
    content: bytes.subarray(offset + HEADER, end),
    bytes: bytes.subarray(offset, end),
    end,
  };
}

interface OfficeRecord {
  version: number;
  instance: number;
  type: number;
  content: Buffer;
  /** With its header. */
  bytes: Buffer;
  /** Where the next begins. */
  end: number;
}
