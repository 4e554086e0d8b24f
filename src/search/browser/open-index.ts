import { gunzipSync } from 'fflate';
import { foldText } from '../../text/fold.ts';
import { readVariants } from '../../text/variants.ts';
import { findChunk, type Postings, readChunk, readMeta, readPostings } from '../pagefind-format.ts';
import type { PinyinOffer } from '../pinyin-offer.ts';
import { intersectPostings, shiftPostings } from '../postings.ts';
import type { SearchDocument, SearchManifest } from '../search-document.ts';
import { singleToken, writeTerm } from '../tokens.ts';
import { countHits } from './count-hits.ts';
import { remember } from './remember.ts';
import type { Hits, Searchable } from './searchable.ts';

/** A long term is looked up by so many tokens at a time, until few papers are left. */
const BATCH = 4;

/** So few papers are read rather than looked up further: a result would show them anyway. */
const FEW_PAPERS = 10;

/**
 * Opens a search index as `buildIndex` writes it. Files are loaded when they are needed.
 *
 * @param load Reads a file by its path in the index's folder.
 * @param name Path of the manifest there.
 * @throws When a file cannot be loaded or read; so do the functions of what it returns.
 */
export async function openIndex(load: LoadFile, name = 'manifest.json'): Promise<Searchable> {
  const manifest = readJson<SearchManifest>(await load(name));
  const { headLength, variants, parts, pinyin } = manifest;
  const metas = await Promise.all(
    parts.map(async (path) => readMeta(gunzipSync(await load(path)))),
  );
  const hashes = metas.flatMap(({ pages }) => pages);
  const readIndexFile = remember(async (path) => readChunk(gunzipSync(await load(path))));
  const readDocument = remember(async (hash) =>
    readJson<SearchDocument>(gunzipSync(await load(`papers/${hash}.gz_json`))),
  );
  const readOffers = remember(async (path) => readJson<PinyinOffer[]>(await load(path)));
  const readPaper = (paper: number) => readDocument(hashes[paper] ?? '');
  const forms = readVariants(variants);
  const fold = (text: string) => foldText(text, forms);

  const lookUp = async (token: string): Promise<Postings> => {
    const found = await Promise.all(
      metas.map(async (meta, index) => {
        const chunk = findChunk(meta, token);
        const folder = parts[index]?.split('/')[0] ?? '';
        const words = chunk ? await readIndexFile(`${folder}/index/${chunk}.pf_index`) : undefined;
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
  };

  const countPlaces = ({ pages, positions }: Postings): Hits =>
    new Map(
      pages.map((page, index) => {
        const places = positions[index] ?? [];
        const bodyStart = places.findIndex((place) => place >= headLength);
        const head = bodyStart < 0 ? places.length : bodyStart;
        return [page, { head, body: places.length - head }];
      }),
    );

  const countByReading = async (papers: readonly number[], term: string): Promise<Hits> => {
    const documents = await Promise.all(papers.map(readPaper));
    const hits = new Map(
      documents.map((document, index) => [papers[index] ?? 0, countHits(document, term, fold)]),
    );
    return new Map([...hits].filter(([, { head, body }]) => head + body > 0));
  };

  return {
    variants,
    readPaper,
    readPinyin: () => readOffers(pinyin),
    async locate(term) {
      const characters = [...term];
      if (characters.length === 1) return countPlaces(await lookUp(singleToken(term)));
      const tokens = writeTerm(characters);
      let found: Postings | undefined;
      for (let at = 0; at < tokens.length; at += BATCH) {
        const places = await Promise.all(
          tokens.slice(at, at + BATCH).map(async ({ token, distance }) => ({
            postings: await lookUp(token),
            distance,
          })),
        );
        // The rarest first, so that the others are compared with little.
        places.sort((one, other) => one.postings.pages.length - other.postings.pages.length);
        for (const { postings, distance } of places) {
          found = found
            ? intersectPostings(found, postings, distance)
            : shiftPostings(postings, distance);
        }
        const papers = found?.pages ?? [];
        if (papers.length === 0) break;
        if (at + BATCH < tokens.length && papers.length <= FEW_PAPERS) {
          return countByReading(papers, term);
        }
      }
      return countPlaces(found ?? { pages: [], positions: [] });
    },
  };
}

/** Reads a file of the index by its path in the index's folder. */
export type LoadFile = (path: string) => Promise<Uint8Array>;

function readJson<Content>(file: Uint8Array): Content {
  return JSON.parse(new TextDecoder().decode(file)) as Content;
}
