import { gunzipSync } from 'fflate';
import { findChunk, type Postings, readChunk, readMeta, readPostings } from '../pagefind-format.ts';
import type { PinyinOffer } from '../pinyin-offer.ts';
import type { SearchDocument, SearchManifest } from '../search-document.ts';
import { remember } from './remember.ts';

/**
 * Opens a search index as `buildIndex` writes it.
 *
 * @param load Reads a file by its path in the index's folder.
 * @throws When a file cannot be loaded or read; so do the functions of what it returns.
 */
export async function openIndex(load: LoadFile): Promise<OpenIndex> {
  const { headLength, variants, parts, pinyin } = readJson<SearchManifest>(
    await load('manifest.json'),
  );
  const metas = await Promise.all(
    parts.map(async (path) => readMeta(gunzipSync(await load(path)))),
  );
  const hashes = metas.flatMap(({ pages }) => pages);
  const readIndexFile = remember(async (path) => readChunk(gunzipSync(await load(path))));
  const readDocument = remember(async (hash) =>
    readJson<SearchDocument>(gunzipSync(await load(`papers/${hash}.gz_json`))),
  );
  const readOffers = remember(async (path) => readJson<PinyinOffer[]>(await load(path)));

  return {
    headLength,
    variants,
    readPaper: (paper) => readDocument(hashes[paper] ?? ''),
    readPinyin: () => readOffers(pinyin),
    async lookUp(token) {
      const found = await Promise.all(
        metas.map(async (meta, index) => {
          const chunk = findChunk(meta, token);
          const folder = parts[index]?.split('/')[0] ?? '';
          const words = chunk
            ? await readIndexFile(`${folder}/index/${chunk}.pf_index`)
            : undefined;
          return readPostings(words?.get(token) ?? []);
        }),
      );
      const pages: number[] = [];
      const positions: (readonly number[])[] = [];
      let before = 0;
      for (const [index, postings] of found.entries()) {
        for (const page of postings.pages) pages.push(before + page);
        for (const list of postings.positions) positions.push(list);
        before += metas[index]?.pages.length ?? 0;
      }
      return { pages, positions };
    },
  };
}

/** Reads a file of the index by its path in the index's folder. */
export type LoadFile = (path: string) => Promise<Uint8Array>;

/** An index that can be asked. Papers are numbered from 0 in the collection's order. */
export interface OpenIndex {
  /** As in the manifest. */
  headLength: number;
  /** As in the manifest. */
  variants: string;
  /** The places of a token. Loads the parts of the index it is in. */
  lookUp: (token: string) => Promise<Postings>;
  /** Loads a paper's text. */
  readPaper: (paper: number) => Promise<SearchDocument>;
  /** Loads the pinyin offers. */
  readPinyin: () => Promise<PinyinOffer[]>;
}

function readJson<Content>(file: Uint8Array): Content {
  return JSON.parse(new TextDecoder().decode(file)) as Content;
}
