/** Writes a text in an encoding that Node only reads, by looking each character up. */
export function encodeText(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  const table = tables.get(encoding) ?? makeTable(encoding);
  tables.set(encoding, table);
  return Buffer.concat(
    [...text].map((character) => {
      const bytes = encodeCharacter(character, table, encoding);
      if (!bytes) throw new Error(`${encoding} has no ${character}`);
      return bytes;
    }),
  );
}

function encodeCharacter(
  character: string,
  table: ReadonlyMap<string, Buffer>,
  encoding: string,
): Buffer | undefined {
  if (character < '\u0080') return Buffer.from(character);
  const code = character.codePointAt(0) ?? 0;
  if (encoding !== 'gb18030' || code < 0x10000) return table.get(character);
  // Four bytes, counted on from 0x90308130.
  const index = code - 0x10000 + 189_000;
  return Buffer.from([
    0x81 + Math.floor(index / 12_600),
    0x30 + (Math.floor(index / 1260) % 10),
    0x81 + (Math.floor(index / 10) % 126),
    0x30 + (index % 10),
  ]);
}

const tables = new Map<string, Map<string, Buffer>>();

function makeTable(encoding: string): Map<string, Buffer> {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, Buffer>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const bytes = Buffer.from([lead, trail]);
      const character = decoder.decode(bytes);
      if ([...character].length === 1 && character !== '\ufffd') table.set(character, bytes);
    }
  }
  return table;
}
