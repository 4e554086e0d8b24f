import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { type Folded, foldText } from '../../text/fold.ts';
import { readVariants } from '../../text/variants.ts';
import { readMeta, SIGNATURE } from '../pagefind-format.ts';
import {
  type DiskTexts,
  headTexts,
  type SearchDocument,
  type SearchManifest,
  type SearchSource,
} from '../search-document.ts';
import { GAP, singleToken, writePassage } from '../tokens.ts';
import { listOffers } from './list-offers.ts';

/**
 * Characters indexed in one piece. Pagefind holds a piece in memory whole, about 1.2 KB a character
 * (`npm run bench -- search`).
 */
const PART_CHARACTERS = 2_500_000;

/** A collection up to this size is also written out for those who open it from disk: some 6 MB. */
const DISK_CHARACTERS = 2_000_000;

/**
 * Words to a file of the index. Smaller files mean less to load for a query, but a longer list
 * of files to load first; between 2,500 and 10,000 it hardly matters.
 */
const CHUNK_SIZE = '5000';

/** Files read and written at a time. */
const OPEN_FILES = 64;

/** Pagefind reads a language it does not know as it stands: no stemming, no segmenting. */
const LANGUAGE = 'qaa';

/**
 * Builds the search index of a collection: Pagefind's index over our own tokens, each paper's text
 * by the hash Pagefind gives it, the pinyin offers, and the manifest that names them; of a small
 * collection also the texts as a script.
 *
 * @param folder Where the files go; what stands there is replaced.
 * @throws When Pagefind refuses a paper or writes what we cannot read.
 */
export async function buildIndex(source: SearchSource, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'papers'), { recursive: true });
  const variants = readVariants(source.variants);
  const fold = (text: string) => toCharacters(foldText(text, variants));
  const heads = source.documents.map((document) => writeHead(headTexts(document).map(fold)));
  const headLength = heads.reduce((longest, { length }) => Math.max(longest, length), 0);

  // Read when Pagefind's service starts.
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = CHUNK_SIZE;
  const parts: string[] = [];
  for (const [start, end] of divide(source.documents)) {
    const pages = source.documents.slice(start, end).map((document, index) => {
      const head = heads[start + index] ?? [];
      const json = JSON.stringify(document);
      return {
        json,
        write: () =>
          [
            ...head,
            ...Array<string>(headLength - head.length).fill(GAP),
            ...writeBody(document.passages.map(({ text }) => fold(text))),
            // What a result shows is found by the page's hash, so the hash must know all of it.
            createHash('sha256').update(json).digest('hex'),
          ].join(' '),
      };
    });
    parts.push(await buildPart(pages, folder, String(parts.length)));
  }

  const offers = listOffers(source);
  const list = JSON.stringify(offers);
  const pinyin = `pinyin-${createHash('sha256').update(list).digest('hex').slice(0, 8)}.json`;
  await writeFile(join(folder, pinyin), list);
  if (countCharacters(source.documents) <= DISK_CHARACTERS) {
    const texts: DiskTexts = { source, offers };
    await writeFile(join(folder, 'texts.js'), `searchTexts=${JSON.stringify(texts)};\n`);
  }
  const manifest: SearchManifest = { headLength, variants: source.variants, parts, pinyin };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
}

/** Indexes some papers by themselves. Returns the path of their meta file. */
async function buildPart(
  pages: readonly { json: string; write: () => string }[],
  folder: string,
  name: string,
): Promise<string> {
  const { index, errors } = await createIndex({ forceLanguage: LANGUAGE });
  if (!index) throw new Error(`Pagefind cannot start: ${errors.join('; ')}`);
  let next = pages[0]?.write();
  for (const number of pages.keys()) {
    // At weight 1.05 Pagefind writes no mark of the weight beside every word.
    const content = `<html><body data-pagefind-weight="1.05">${next}</body></html>`;
    const adding = index.addHTMLFile({ url: `/${number}`, content });
    // While Pagefind, in a process of its own, takes one in; one at a time, to keep their order.
    next = pages[number + 1]?.write();
    const added = await adding;
    if (added.errors.length > 0) throw new Error(`Pagefind: ${added.errors.join('; ')}`);
  }
  const written = join(folder, `${name}.pagefind`);
  const { errors: failures } = await index.writeFiles({ outputPath: written });
  if (failures.length > 0) throw new Error(`Pagefind: ${failures.join('; ')}`);
  // Frees the memory of this part before the next.
  await close();

  const files = await readdir(written);
  const meta = files.find((file) => file.endsWith('.pf_meta'));
  if (!meta) throw new Error('Pagefind has written no .pf_meta file');
  const hashes = readMeta(gunzipSync(await readFile(join(written, meta)))).pages;
  const nameText = async (number: number) => {
    const hash = hashes[number] ?? '';
    const fragment = await readFile(join(written, 'fragment', `${hash}.pf_fragment`));
    const start = `${SIGNATURE}{"url":"/${number}",`;
    if (gunzipSync(fragment).subarray(0, start.length).toString() !== start) {
      throw new Error('Pagefind lists its pages in an unknown order');
    }
    const text = gzipSync(pages[number]?.json ?? '', { level: 9 });
    await writeFile(join(folder, 'papers', `${hash}.gz_json`), text);
  };
  for (let start = 0; start < pages.length; start += OPEN_FILES) {
    const numbers = [...pages.keys()].slice(start, start + OPEN_FILES);
    await Promise.all(numbers.map(nameText));
  }

  // Its engine and interfaces stay behind with the fragments: nothing here loads them.
  await mkdir(join(folder, name));
  await rename(join(written, meta), join(folder, name, meta));
  await rename(join(written, 'index'), join(folder, name, 'index'));
  await rm(written, { recursive: true });
  return `${name}/${meta}`;
}

/** Parts of about equal size, as stretches of the list of documents. */
function divide(documents: readonly SearchDocument[]): [start: number, end: number][] {
  const sizes = documents.map((document) => countCharacters([document]));
  const total = countCharacters(documents);
  const count = Math.max(1, Math.ceil(total / PART_CHARACTERS));
  const starts = [0];
  let sum = 0;
  for (const [index, size] of sizes.entries()) {
    const isFull = sum >= (total / count) * starts.length;
    if (isFull && starts.length < count) starts.push(index);
    sum += size;
  }
  return starts.map((start, index) => [start, starts[index + 1] ?? documents.length]);
}

function countCharacters(documents: readonly SearchDocument[]): number {
  return documents
    .flatMap(({ passages }) => passages)
    .reduce((sum, { text }) => sum + text.length, 0);
}

function writeHead(texts: readonly (readonly string[])[]): string[] {
  return [...texts.flatMap(writePassage), ...texts.flat().map(singleToken)];
}

/** Single characters stand at the end, sorted, where equal ones cost next to nothing. */
function writeBody(texts: readonly (readonly string[])[]): string[] {
  return [...texts.flatMap(writePassage), ...texts.flat().sort().map(singleToken)];
}

function toCharacters({ text }: Folded): string[] {
  return [...text];
}
