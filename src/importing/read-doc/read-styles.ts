import { type BinaryDocument, readModifiers, TABLES } from './binary-document.ts';

const NO_STYLE = 0xfff;
const PARAGRAPH = 1;

/** Reads what each style of a .doc sets, by its number ([MS-DOC] 2.9.260 STD). */
export function readStyles(document: BinaryDocument): Map<number, BinaryStyle> {
  const bytes = document.table(TABLES.stylesheet);
  const styles = new Map<number, BinaryStyle>();
  if (bytes.length === 0) return styles;
  const count = bytes.readUInt16LE(2);
  const baseSize = bytes.readUInt16LE(4);
  let offset = 2 + bytes.readUInt16LE(0);
  for (let number = 0; number < count && offset + 2 <= bytes.length; number += 1) {
    const size = bytes.readUInt16LE(offset);
    const style = bytes.subarray(offset + 2, offset + 2 + size);
    offset += 2 + size + (size % 2);
    if (size > 0) styles.set(number, readStyle(style, baseSize));
  }
  return styles;
}

function readStyle(bytes: Buffer, baseSize: number): BinaryStyle {
  const kind = bytes.readUInt16LE(2) & 0xf;
  const base = bytes.readUInt16LE(2) >> 4;
  const nameLength = bytes.readUInt16LE(baseSize);
  let offset = baseSize + 2 + nameLength * 2 + 2;
  const next = () => {
    if (offset + 2 > bytes.length) return Buffer.alloc(0);
    const size = bytes.readUInt16LE(offset);
    const part = bytes.subarray(offset + 2, offset + 2 + size);
    offset += 2 + size + (size % 2);
    return part;
  };
  const paragraph = kind === PARAGRAPH ? readModifiers(next().subarray(2)) : new Map();
  return {
    builtIn: bytes.readUInt16LE(0) & 0xfff,
    base: base === NO_STYLE ? undefined : base,
    paragraph,
    characters: readModifiers(next()),
  };
}

export interface BinaryStyle {
  /** Which of Word's own styles it is ([MS-DOC] 2.9.271 sti). */
  builtIn: number;
  /** Number of the style it is based on. */
  base: number | undefined;
  paragraph: ReadonlyMap<number, Buffer>;
  characters: ReadonlyMap<number, Buffer>;
}
