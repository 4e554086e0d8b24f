/**
 * Finds the tables of a TrueType font.
 *
 * @param font An uncompressed TrueType file (not WOFF).
 * @returns The tables by their tags, in the order of the file.
 */
export function readTables(font: Uint8Array): Map<string, DataView> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = new Map<string, DataView>();
  for (let record = 12; record < 12 + view.getUint16(4) * 16; record += 16) {
    const letters = [0, 1, 2, 3].map((index) => view.getUint8(record + index));
    const start = font.byteOffset + view.getUint32(record + 8);
    tables.set(
      String.fromCharCode(...letters),
      new DataView(font.buffer, start, view.getUint32(record + 12)),
    );
  }
  return tables;
}

/** @throws When the font has no such table. */
export function findTable(tables: ReadonlyMap<string, DataView>, tag: string): DataView {
  const table = tables.get(tag);
  if (!table) throw new Error(`The font has no ${tag} table.`);
  return table;
}
