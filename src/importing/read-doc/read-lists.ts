import { type Level, type ListDefinition, type ListInstance, Numbering } from '../numbering.ts';
import { type BinaryDocument, TABLES } from './binary-document.ts';

const LEVELS = 9;
/** [MS-OSHARED] 2.2.1.3 MSONFC, by what OOXML calls them. */
const FORMATS: Readonly<Record<number, string>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  5: 'ordinal',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  15: 'decimalHalfWidth',
  16: 'japaneseLegal',
  17: 'japaneseDigitalTenThousand',
  18: 'decimalEnclosedCircle',
  19: 'decimalFullWidth2',
  22: 'decimalZero',
  23: 'bullet',
  26: 'decimalEnclosedFullstop',
  27: 'decimalEnclosedParen',
  28: 'decimalEnclosedCircleChinese',
  29: 'ideographEnclosedCircle',
  30: 'ideographTraditional',
  31: 'ideographZodiac',
  32: 'ideographZodiacTraditional',
  33: 'taiwaneseCounting',
  34: 'ideographLegalTraditional',
  35: 'taiwaneseCountingThousand',
  36: 'taiwaneseDigital',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  57: 'numberInDash',
  255: 'none',
};

/** Reads the automatic numbering of a .doc ([MS-DOC] 2.9.131 LFO, 2.9.147 LSTF, 2.9.150 LVL). */
export function readLists(document: BinaryDocument): Numbering {
  const lists = document.table(TABLES.lists).length === 0 ? [] : readDefinitions(document);
  const instances =
    document.table(TABLES.listInstances).length === 0 ? [] : readInstances(document);
  return new Numbering(lists, instances);
}

function readDefinitions(document: BinaryDocument): ListDefinition[] {
  const bytes = document.tableWithTail(TABLES.lists);
  const count = bytes.readUInt16LE(0);
  const lists: ListDefinition[] = [];
  let offset = 2 + count * 28;
  for (let index = 0; index < count; index += 1) {
    const start = 2 + index * 28;
    const levelCount = (bytes[start + 26] ?? 0) & 1 ? 1 : LEVELS;
    const levels: Level[] = [];
    for (let level = 0; level < levelCount; level += 1) {
      const read = readLevel(bytes, offset, level, bytes.readUInt16LE(start + 8 + level * 2));
      levels.push(read.level);
      offset = read.end;
    }
    lists.push({
      id: String(bytes.readInt32LE(start)),
      levels,
      style: undefined,
      styleLink: undefined,
    });
  }
  return lists;
}

function readInstances(document: BinaryDocument): ListInstance[] {
  const bytes = document.tableWithTail(TABLES.listInstances);
  const count = bytes.readUInt32LE(0);
  const instances: ListInstance[] = [];
  let offset = 4 + count * 16;
  for (let index = 0; index < count; index += 1) {
    const start = 4 + index * 16;
    // A position of no use comes before each instance's changes.
    offset += 4;
    const instance: ListInstance = {
      id: String(index + 1),
      list: String(bytes.readInt32LE(start)),
      levels: [],
      starts: [],
    };
    for (let change = 0; change < (bytes[start + 12] ?? 0); change += 1) {
      const from = bytes.readInt32LE(offset);
      const flags = bytes.readUInt32LE(offset + 4);
      const level = flags & 0xf;
      offset += 8;
      if (flags & 0x10) instance.starts.push([level, from]);
      if (flags & 0x20) {
        const read = readLevel(bytes, offset, level, 0xfff);
        instance.levels[level] = read.level;
        offset = read.end;
      }
    }
    instances.push(instance);
  }
  return instances;
}

function readLevel(
  bytes: Buffer,
  start: number,
  level: number,
  style: number,
): { level: Level; end: number } {
  const flags = bytes[start + 5] ?? 0;
  const characterSize = bytes[start + 24] ?? 0;
  const paragraphSize = bytes[start + 25] ?? 0;
  const restartLimit = bytes[start + 26] ?? 0;
  const textStart = start + 28 + characterSize + paragraphSize;
  const length = bytes.readUInt16LE(textStart);
  const text = bytes.toString('utf16le', textStart + 2, textStart + 2 + length * 2);
  const numbers = new Set(bytes.subarray(start + 6, start + 15));
  const doesRestart = (flags & 0x08) === 0;
  return {
    level: {
      format: FORMATS[bytes[start + 4] ?? 0] ?? `nfc ${bytes[start + 4]}`,
      // A number's place in the text holds the level whose number it is.
      text: [...text]
        .map((character, index) =>
          numbers.has(index + 1) ? `%${(character.codePointAt(0) ?? 0) + 1}` : character,
        )
        .join(''),
      start: bytes.readInt32LE(start),
      restart: doesRestart ? undefined : Math.min(restartLimit, level),
      isLegal: (flags & 0x04) !== 0,
      style: style === 0xfff ? undefined : String(style),
    },
    end: textStart + 2 + length * 2,
  };
}
