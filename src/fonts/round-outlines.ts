import { findTable, readTables } from './read-tables.ts';

/**
 * Puts the points of a font's glyphs on a coarser grid, which compresses by a seventh more. A point moves
 * by half of the grid at most: with 4 of 1,000 units, by a twelfth of a pixel where an em has forty, which
 * nobody sees.
 *
 * Composite glyphs are left as they are: their parts are rounded, and hold all their points.
 *
 * @param font An uncompressed TrueType file (not WOFF) without hinting.
 * @param grid In the font's units.
 * @returns A TrueType file whose checksums are left to whoever writes it next.
 */
export function roundOutlines(font: Uint8Array, grid: number): Buffer<ArrayBuffer> {
  const tables = readTables(font);
  const head = copyTable(findTable(tables, 'head'));
  const metrics = copyTable(findTable(tables, 'hmtx'));
  const glyf = findTable(tables, 'glyf');
  const loca = findTable(tables, 'loca');
  const count = findTable(tables, 'maxp').getUint16(4);
  const isLong = head.getInt16(50) === 1;
  const startOf = (glyph: number) =>
    isLong ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2;
  const longMetrics = findTable(tables, 'hhea').getUint16(34);

  const starts = new DataView(new ArrayBuffer((count + 1) * 4));
  const glyphs: DataView[] = [];
  let end = 0;
  for (let glyph = 0; glyph < count; glyph += 1) {
    const before = new DataView(
      glyf.buffer,
      glyf.byteOffset + startOf(glyph),
      startOf(glyph + 1) - startOf(glyph),
    );
    const after = isSimple(before) ? roundGlyph(before, grid) : before;
    if (after !== before) {
      // The left bearing tells where the outline begins: rasterizers shift it to there.
      const place = glyph < longMetrics ? glyph * 4 + 2 : longMetrics * 2 + glyph * 2;
      const shift = after.getInt16(2) - before.getInt16(2);
      metrics.setInt16(place, metrics.getInt16(place) + shift);
    }
    glyphs.push(after);
    end += after.byteLength;
    starts.setUint32((glyph + 1) * 4, end);
  }
  head.setInt16(50, 1);
  return writeFont(
    font,
    new Map([
      ...tables,
      ['head', head],
      ['hmtx', metrics],
      ['loca', starts],
      ['glyf', join(glyphs)],
    ]),
  );
}

function isSimple(glyph: DataView): boolean {
  return glyph.byteLength > 0 && glyph.getInt16(0) > 0;
}

/** A glyph with its points on the grid, every coordinate written at full length. */
function roundGlyph(glyph: DataView, grid: number): DataView {
  const contours = glyph.getInt16(0);
  const head = 10 + contours * 2;
  const { flags, points } = readPoints(glyph);
  const [xs, ys] = points.map((axis) => axis.map((value) => Math.round(value / grid) * grid));
  const rounded = new DataView(new ArrayBuffer((head + 2 + flags.length * 5 + 3) & ~3));
  for (let byte = 0; byte < head; byte += 1) rounded.setUint8(byte, glyph.getUint8(byte));
  const bounds = [xs, ys].map((axis = []) => [Math.min(...axis), Math.max(...axis)]);
  for (const [axis, [low = 0, high = 0]] of bounds.entries()) {
    rounded.setInt16(2 + axis * 2, low);
    rounded.setInt16(6 + axis * 2, high);
  }
  for (const [index, flag] of flags.entries()) {
    rounded.setUint8(head + 2 + index, flag & (ON_CURVE | OVERLAPS));
  }
  let at = head + 2 + flags.length;
  for (const axis of [xs, ys]) {
    let last = 0;
    for (const value of axis ?? []) {
      rounded.setInt16(at, value - last);
      last = value;
      at += 2;
    }
  }
  return rounded;
}

/** Reads the points of a simple glyph (OpenType 1.9, “glyf”): flags first, then each axis as steps. */
function readPoints(glyph: DataView): { flags: number[]; points: [number[], number[]] } {
  const contours = glyph.getInt16(0);
  const count = glyph.getUint16(8 + contours * 2) + 1;
  let at = 12 + contours * 2 + glyph.getUint16(10 + contours * 2);
  const flags: number[] = [];
  while (flags.length < count) {
    const flag = glyph.getUint8(at++);
    const times = flag & REPEATED ? glyph.getUint8(at++) + 1 : 1;
    for (let time = 0; time < times; time += 1) flags.push(flag);
  }
  const readAxis = (short: number, same: number) => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & short) value += glyph.getUint8(at++) * (flag & same ? 1 : -1);
      else if (!(flag & same)) {
        value += glyph.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  return { flags, points: [readAxis(0x02, 0x10), readAxis(0x04, 0x20)] };
}

const ON_CURVE = 0x01;
const REPEATED = 0x08;
const OVERLAPS = 0x40;

function writeFont(font: Uint8Array, tables: ReadonlyMap<string, DataView>): Buffer<ArrayBuffer> {
  const directory = new DataView(new ArrayBuffer(12 + tables.size * 16));
  for (let byte = 0; byte < directory.byteLength; byte += 1) {
    directory.setUint8(byte, font[byte] ?? 0);
  }
  let end = directory.byteLength;
  for (const [index, table] of [...tables.values()].entries()) {
    directory.setUint32(12 + index * 16 + 8, end);
    directory.setUint32(12 + index * 16 + 12, table.byteLength);
    end += (table.byteLength + 3) & ~3;
  }
  const padded = [...tables.values()].flatMap((table) => [
    table,
    new DataView(new ArrayBuffer(-table.byteLength & 3)),
  ]);
  return Buffer.from(join([directory, ...padded]).buffer as ArrayBuffer);
}

function join(parts: readonly DataView[]): DataView {
  const whole = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let end = 0;
  for (const { buffer, byteOffset, byteLength } of parts) {
    whole.set(new Uint8Array(buffer, byteOffset, byteLength), end);
    end += byteLength;
  }
  return new DataView(whole.buffer);
}

function copyTable(table: DataView): DataView {
  return join([table]);
}
