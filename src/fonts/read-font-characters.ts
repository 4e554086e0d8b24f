import { findTable, readTables } from './read-tables.ts';

/**
 * Reads which characters a TrueType font has a glyph for, from its `cmap` table.
 *
 * Only the two layouts HarfBuzz writes are read: format 12 when a character lies beyond U+FFFF,
 * otherwise format 4.
 *
 * @param font - An uncompressed TrueType file (not WOFF).
 * @returns The code points with a glyph.
 */
export function readFontCharacters(font: Uint8Array): Set<number> {
  const cmap = findTable(readTables(font), 'cmap');
  const subtables = new Map<number, DataView>();
  for (let record = 0; record < cmap.getUint16(2); record += 1) {
    const subtable = from(cmap, cmap.getUint32(4 + record * 8 + 4));
    subtables.set(subtable.getUint16(0), subtable);
  }
  const wide = subtables.get(12);
  if (wide) return readSegmentedCoverage(wide);
  const narrow = subtables.get(4);
  if (narrow) return readSegmentMapping(narrow);
  throw new Error('The font has no cmap subtable of format 4 or 12.');
}

function from(view: DataView, offset: number): DataView {
  return new DataView(view.buffer, view.byteOffset + offset);
}

/** Format 12: groups of first character, last character, first glyph. */
function readSegmentedCoverage(table: DataView): Set<number> {
  const characters = new Set<number>();
  for (let group = 0; group < table.getUint32(12); group += 1) {
    const last = table.getUint32(16 + group * 12 + 4);
    for (let code = table.getUint32(16 + group * 12); code <= last; code += 1) characters.add(code);
  }
  return characters;
}

/** Format 4: four parallel arrays of last character, first character, delta and glyph offset. */
function readSegmentMapping(table: DataView): Set<number> {
  const characters = new Set<number>();
  const size = table.getUint16(6);
  for (let segment = 0; segment < size; segment += 2) {
    const lasts = 14 + segment;
    const firsts = lasts + size + 2;
    const deltas = firsts + size;
    const offsets = deltas + size;
    const first = table.getUint16(firsts);
    const offset = table.getUint16(offsets);
    for (let code = first; code <= table.getUint16(lasts); code += 1) {
      const listed = offset === 0 ? code : table.getUint16(offsets + offset + (code - first) * 2);
      const hasGlyph = listed !== 0 && ((listed + table.getUint16(deltas)) & 0xffff) !== 0;
      if (hasGlyph) characters.add(code);
    }
  }
  return characters;
}
