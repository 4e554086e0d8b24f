import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { writeCount } from '../index-file.ts';
import { readChunk, readMeta, SIGNATURE } from '../pagefind-format.ts';
import { readToken } from '../tokens.ts';
import { VarintWriter } from '../varints.ts';

/** Pagefind reads a language it does not know as it stands: no stemming, no segmenting. */
export const LANGUAGE = 'qaa';

/** Words to a file of Pagefind's; they are read again one at a time. */
const CHUNK_SIZE = '20000';

/**
 * Has Pagefind index some papers by themselves.
 *
 * @param pages The words of each paper, in order.
 * @returns Pagefind's files by their paths. They never go to disk, for Pagefind says that it has written
 * them before it has (https://github.com/Pagefind/pagefind/issues/1271).
 * @throws When Pagefind refuses a paper.
 */
export async function makePart(pages: AsyncIterable<string>): Promise<PagefindFiles> {
  // Read when Pagefind's service starts.
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = CHUNK_SIZE;
  const { index, errors } = await createIndex({ forceLanguage: LANGUAGE });
  if (!index) throw new Error(`Pagefind cannot start: ${errors.join('; ')}`);
  let number = 0;
  let adding: Promise<{ errors: string[] }> | undefined;
  const settle = async () => {
    const failures = (await adding)?.errors ?? [];
    if (failures.length > 0) throw new Error(`Pagefind: ${failures.join('; ')}`);
  };
  for await (const words of pages) {
    // One at a time, to keep their order; the next is made while Pagefind, in a process of its own,
    // takes this one in.
    await settle();
    // At weight 1.05 Pagefind writes no mark of the weight beside every word.
    const content = `<html><body data-pagefind-weight="1.05">${words}</body></html>`;
    adding = index.addHTMLFile({ url: `/${number}`, content });
    number += 1;
  }
  await settle();
  const { files, errors: failures } = await index.getFiles();
  if (failures.length > 0) throw new Error(`Pagefind: ${failures.join('; ')}`);
  // Frees the memory of this part before the next.
  await close();
  return new Map(files.map(({ path, content }) => [path, content]));
}

/** Files of Pagefind's by their paths. */
export type PagefindFiles = ReadonlyMap<string, Uint8Array>;

/**
 * Reads what Pagefind has made of a part.
 *
 * @throws When Pagefind's files are not as we know them.
 */
export function readPart(files: PagefindFiles, { starts, singles }: PartFacts): IndexPart {
  const open = (path: string) => {
    const file = files.get(path);
    if (!file) throw new Error(`Pagefind has made no ${path}`);
    return gunzipSync(file);
  };
  const meta = [...files.keys()].find((path) => path.endsWith('.pf_meta'));
  const { pages, chunks } = readMeta(open(meta ?? '.pf_meta'));
  for (const [number, hash] of pages.entries()) {
    const fragment = open(`fragment/${hash}.pf_fragment`);
    const start = `${SIGNATURE}{"url":"/${number}",`;
    if (fragment.subarray(0, start.length).toString() !== start) {
      throw new Error('Pagefind lists its pages in an unknown order');
    }
  }

  const writer = new VarintWriter();
  const words: { word: string; bytes: Uint8Array; last: number }[] = [];
  for (const hash of chunks) {
    for (const [token, raw] of readChunk(open(`index/${hash}.pf_index`))) {
      const word = readToken(token);
      if (word === undefined) continue;
      let last = 0;
      let page = 0;
      for (const [pageDistance, distances] of raw) {
        page += pageDistance;
        let position = starts[page] ?? 0;
        for (const distance of distances) {
          position += distance;
          writer.write(position - last);
          last = position;
        }
      }
      words.push({ word, bytes: writer.take(), last });
    }
  }
  for (const [word, counts] of singles) {
    let last = 0;
    for (const { paper, ...count } of counts) {
      writeCount(writer, paper - last, count);
      last = paper;
    }
    words.push({ word, bytes: writer.take(), last });
  }
  words.sort((one, other) => (one.word < other.word ? -1 : 1));
  for (const { bytes } of words) writer.append(bytes);
  return {
    words: words.map(({ word }) => word),
    lengths: Uint32Array.from(words, ({ bytes }) => bytes.length),
    lasts: Uint32Array.from(words, ({ last }) => last),
    bytes: writer.take(),
  };
}

/** What there is to know of a part besides what Pagefind has indexed. */
export interface PartFacts {
  /** Place in the part where each of its papers begins. */
  starts: readonly number[];
  /** How often each character stands in the papers of the part, in their order. */
  singles: ReadonlyMap<string, readonly CharacterCount[]>;
}

/** How often a character stands in a paper's head and in its body. */
export interface CharacterCount {
  /** Number of the paper in the part. */
  paper: number;
  head: number;
  body: number;
}

/**
 * The words of a part, sorted, each with its places or counts as in a file of the index. Both are counted
 * from the beginning of the part, so that a part stays as it is when papers before it change.
 */
export interface IndexPart {
  words: string[];
  lengths: Uint32Array;
  /** The last place, or the last paper, of each word. */
  lasts: Uint32Array;
  bytes: Uint8Array;
}
