const HEADER = 512;
const END = 0xffff_fffe;
const MINI_LIMIT = 4096;
const MINI_SECTOR = 64;
const ENTRY = 128;
const STREAM = 2;
const ROOT = 5;

/**
 * Reads the streams of a compound file ([MS-CFB]), the small file system that a .doc is. Chains are
 * followed no further than the file is long, so a damaged one ends in an error and not in a loop.
 *
 * @returns The streams by their names, those in storages included.
 * @throws {RangeError} When the file is damaged.
 */
export function readStreams(file: Buffer): Map<string, Buffer> {
  const sectorSize = 2 ** Math.min(file.readUInt16LE(30), 16);
  const sector = (number: number) =>
    file.subarray(HEADER + number * sectorSize, HEADER + (number + 1) * sectorSize);
  const table = readNumbers(readTableSectors(file, sector).map(sector));
  const content = (first: number) => Buffer.concat(followChain(first, table).map(sector));

  const directory = content(file.readUInt32LE(48));
  const entries = Array.from({ length: Math.floor(directory.length / ENTRY) }, (_, index) =>
    readEntry(directory.subarray(index * ENTRY, (index + 1) * ENTRY)),
  );
  const root = entries.find(({ type }) => type === ROOT);
  const miniContent = root ? content(root.first) : Buffer.alloc(0);
  const miniTable = readNumbers([content(file.readUInt32LE(60))]);

  const streams = new Map<string, Buffer>();
  for (const { name, type, first, size } of entries) {
    if (type !== STREAM) continue;
    const whole =
      size < MINI_LIMIT
        ? Buffer.concat(
            followChain(first, miniTable).map((number) =>
              miniContent.subarray(number * MINI_SECTOR, (number + 1) * MINI_SECTOR),
            ),
          )
        : content(first);
    streams.set(name, whole.subarray(0, size));
  }
  return streams;
}

/** Where the allocation table lies: 109 sectors in the header, more in sectors of their own. */
function readTableSectors(file: Buffer, sector: (number: number) => Buffer): number[] {
  const numbers = readNumbers([file.subarray(76, HEADER)]);
  const seen = new Set<number>();
  for (let next = file.readUInt32LE(68); next < END && !seen.has(next); ) {
    seen.add(next);
    const more = readNumbers([sector(next)]);
    next = more.pop() ?? END;
    numbers.push(...more);
  }
  return numbers.filter((number) => number < END);
}

function readNumbers(parts: readonly Buffer[]): number[] {
  return parts.flatMap((part) =>
    Array.from({ length: Math.floor(part.length / 4) }, (_, index) => part.readUInt32LE(index * 4)),
  );
}

function followChain(first: number, table: readonly number[]): number[] {
  const chain: number[] = [];
  for (let sector = first; sector < END; sector = table[sector] ?? END) {
    if (chain.length >= table.length) throw new RangeError('A chain of sectors has no end.');
    chain.push(sector);
  }
  return chain;
}

function readEntry(bytes: Buffer): { name: string; type: number; first: number; size: number } {
  const nameLength = Math.max(0, Math.min(bytes.readUInt16LE(64), 64) - 2);
  return {
    name: bytes.toString('utf16le', 0, nameLength),
    type: bytes[66] ?? 0,
    first: bytes.readUInt32LE(116),
    size: bytes.readUInt32LE(120),
  };
}
