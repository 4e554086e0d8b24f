/**
 * Reads the index files that Pagefind 1.5 writes, once unzipped. Pagefind's own engine in the browser
 * tells of a phrase only the first place on each page, so true counts need the places themselves.
 * The format is Pagefind's own matter: `tests/site/search-index.test.ts` holds this reader to what
 * Pagefind's engine finds in the same files.
 */

/** What every file of Pagefind's begins with, once unzipped. */
export const SIGNATURE = 'pagefind_dcd';
const FORMAT = /^1\.5\./;

/**
 * Reads a `.pf_meta` file.
 *
 * @throws When the file is none, or of a Pagefind whose format is not known here.
 */
export function readMeta(file: Uint8Array): PagefindMeta {
  const [version, pages, chunks] = readCbor(file) as [
    string,
    [hash: string, words: number][],
    [from: string, to: string, hash: string][],
  ];
  if (!FORMAT.test(version)) throw new Error(`Pagefind ${version} writes an unknown format`);
  return {
    pages: pages.map(([hash]) => hash),
    chunks: chunks.map(([, , hash]) => hash),
  };
}

/**
 * Reads an `.pf_index` file: its words, each with its places.
 *
 * @throws When the file is none.
 */
export function readChunk(file: Uint8Array): Map<string, RawPostings> {
  const [words] = readCbor(file) as [[word: string, postings: RawPostings][]];
  return new Map(words.map(([word, postings]) => [word, postings]));
}

/** What `.pf_meta` says. */
export interface PagefindMeta {
  /** Hash of each page, in the order in which they were indexed. */
  pages: string[];
  /** Hash of each index file. */
  chunks: string[];
}

type RawPostings = [pageDistance: number, positionDistances: number[], inMetadata: number[]][];

/** CBOR as minicbor writes it for Pagefind: whole numbers, texts and arrays (RFC 8949). */
function readCbor(file: Uint8Array): unknown {
  const decoder = new TextDecoder();
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  let at = SIGNATURE.length;
  const read = (): unknown => {
    const head = view.getUint8(at++);
    const type = head >> 5;
    const size = readSize(head & 31);
    if (type === 0) return size;
    if (type === 1) return -1 - size;
    if (type === 3) {
      at += size;
      return decoder.decode(file.subarray(at - size, at));
    }
    if (type === 4) {
      const items: unknown[] = [];
      for (let index = 0; index < size; index++) items.push(read());
      return items;
    }
    throw new Error(`unexpected item ${head} in a Pagefind file`);
  };
  const readSize = (short: number): number => {
    if (short < 24) return short;
    const width = 1 << (short - 24);
    at += width;
    if (width === 1) return view.getUint8(at - 1);
    if (width === 2) return view.getUint16(at - 2);
    if (width === 4) return view.getUint32(at - 4);
    throw new Error(`unexpected size ${short} in a Pagefind file`);
  };
  if (decoder.decode(file.subarray(0, at)) !== SIGNATURE) throw new Error('not a Pagefind file');
  return read();
}
