import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Tinypool } from 'tinypool';
import { type Folded, foldText } from '../../text/fold.ts';
import { listFrequentWords } from '../../text/frequent-words.ts';
import { readVariants } from '../../text/variants.ts';
import { packPapers } from '../paper-list.ts';
import { READ_UNASKED } from '../run-tree.ts';
import {
  type DiskTexts,
  headTexts,
  type IndexedPaper,
  type IndexSource,
  type SearchDocument,
  type SearchPaper,
} from '../search-document.ts';
import type { SearchManifest } from '../search-manifest.ts';
import { countSentenceEnds, divideIntoStretches, EndsWriter } from '../sentence-places.ts';
import { GAP, mark, measurePassage, writePassage } from '../tokens.ts';
import { type CodedPassages, PassageCoder } from './code-passages.ts';
import { cutText } from './cut-text.ts';
import { divideIntoParts } from './divide-into-parts.ts';
import { type CharacterCount, makePart, readPart } from './index-part.ts';
import { listOffers } from './list-offers.ts';
import { listPinyin } from './list-pinyin.ts';
import { mergeParts, type PlacedPart } from './merge-parts.ts';
import { TextPacker } from './pack-texts.ts';
import type { PartCache } from './part-cache.ts';
import writeRunTrees from './write-run-trees.ts';
import { writeWords } from './write-words.ts';
import { compressJson, ZippedFiles } from './zipped-files.ts';

/** A collection up to this size is also written out for those who open it from disk: some 6 MB. */
const DISK_CHARACTERS = 2_000_000;

/** Into about so many files the words and the texts of a large collection are divided. */
const WORD_FILES = 1_600;
const TEXT_FILES = 850;

/** Smaller files would cost more in requests than they save in bytes. */
const MIN_WORD_BYTES = 8 * 1024;
const MIN_TEXT_CHARACTERS = 2_000;

/**
 * Builds the search index of a collection: Pagefind's index over our own tokens, made in parts and
 * joined into one list of words; the papers' texts in pieces; what there is to know of the papers; and
 * the readings for pinyin. Of a small collection also the texts as a script; of one of many papers what
 * frequently stands beside each word. Papers are read one at a time.
 *
 * @param folder Where the files go; what stands there is replaced.
 * @param onIndexed Called as each paper is taken in.
 * @param cache Where parts are kept for the next build.
 * @returns The name of the manifest.
 * @throws When Pagefind refuses a paper or writes what we cannot read.
 */
export async function buildIndex(
  source: IndexSource,
  folder: string,
  { onIndexed, cache, root }: IndexingOptions = {},
): Promise<string> {
  await rm(folder, { recursive: true, force: true });
  for (const name of ['words', 'texts', 'ends', 'runs/before', 'runs/after'])
    await mkdir(join(folder, name), { recursive: true });
  const { papers } = source;
  const characters = papers.reduce((sum, paper) => sum + paper.characters, 0);
  const isSmall = characters <= DISK_CHARACTERS;
  const variants = readVariants(source.variants);
  const heads = papers.map((paper) =>
    headTexts(paper).map((text) => toPassage(text, foldText(text, variants))),
  );
  const headLength = Math.max(0, ...heads.map(measurePassages));

  const textSize = Math.max(MIN_TEXT_CHARACTERS, Math.ceil(characters / TEXT_FILES));
  const packer = new TextPacker(join(folder, 'texts'), textSize);
  const spans: number[] = [];
  const ends: Uint8Array[] = [];
  const cuts: Record<number, number[]> = {};
  const documents: SearchDocument[] = [];
  // The frequent words of a large collection are frequent in every so many of its papers too.
  const sample: string[] = [];
  const step = Math.ceil(characters / DISK_CHARACTERS);
  const runs = papers.length > READ_UNASKED ? new PassageCoder() : undefined;
  const endsWriter = new EndsWriter();
  /** Writes where sentences end, and tells where each passage begins and the last one ends. */
  const addEnds = (start: number, passages: readonly FoldedPassage[]): number[] => {
    const starts = [start];
    for (const { characters, sentenceEnds } of passages) {
      const place = starts[starts.length - 1] ?? 0;
      endsWriter.add(place, sentenceEnds);
      starts.push(place + measurePassage(characters));
    }
    return starts;
  };
  /** Takes in the text of a paper and gives it folded, a passage at a time. */
  const takeIn = async (index: number): Promise<FoldedPassage[]> => {
    const paper = papers[index] as IndexedPaper;
    const body = await paper.read();
    const folded = body.passages.map(({ text }) => {
      const each = foldText(text, variants);
      runs?.add(text, each);
      return toPassage(text, each);
    });
    addEnds(0, heads[index] ?? []);
    endsWriter.close(headLength);
    const starts = addEnds(headLength, folded);
    ends.push(endsWriter.take());
    const pieces = cutText(body, textSize);
    for (const piece of pieces) await packer.add(piece);
    spans.push(starts[starts.length - 1] ?? 0);
    if (pieces.length > 1) {
      cuts[index] = pieces.slice(1).map(({ firstPassage }) => starts[firstPassage] ?? 0);
    }
    if (isSmall) documents.push({ ...describe(paper), ...body });
    else if (index % step === 0) sample.push(...body.passages.map(({ text }) => text));
    onIndexed?.();
    return folded;
  };

  const parts: PlacedPart[] = [];
  let firstPlace = 0;
  for (const [firstPaper, end] of divideIntoParts(papers)) {
    const name = cache?.nameOf([
      ...[headLength, source.variants],
      ...papers.slice(firstPaper, end).map((paper) => [paper.digest, ...headTexts(paper)]),
    ]);
    let part = name && (await cache?.read(name));
    if (part) {
      for (let index = firstPaper; index < end; index++) await takeIn(index);
    } else {
      // Pagefind would take most of its time for single characters, which are soon counted.
      const singles = new Map<string, CharacterCount[]>();
      const readPages = async function* () {
        for (let index = firstPaper; index < end; index++) {
          const head = heads[index] ?? [];
          const body = await takeIn(index);
          countCharacters(singles, { paper: index - firstPaper, head, body });
          yield [
            ...head.flatMap(({ characters }) => writePassage(characters)),
            ...Array<string>(headLength - measurePassages(head)).fill(GAP),
            ...body.flatMap(({ characters }) => writePassage(characters)),
            mark(index - firstPaper),
          ].join(' ');
        }
      };
      const files = await makePart(readPages());
      const starts = [0];
      for (const span of spans.slice(firstPaper))
        starts.push((starts[starts.length - 1] ?? 0) + span);
      part = readPart(files, { starts, singles });
      if (name) await cache?.keep(name, part);
    }
    parts.push({ part, firstPaper, firstPlace });
    firstPlace += spans.slice(firstPaper).reduce((sum, span) => sum + span, 0);
  }
  await cache?.forgetOld();
  await packer.finish();
  const writingRuns = runs && writeRuns(runs.finish(), join(folder, 'runs'), root);
  // Whether it has failed is asked when the rest is done.
  writingRuns?.catch(() => {});
  const endFiles = new ZippedFiles(join(folder, 'ends'));
  for (const [number, { firstPaper, endPaper }] of divideIntoStretches(spans).entries()) {
    await endFiles.add(`${number}.gz_ends`, Buffer.concat(ends.slice(firstPaper, endPaper)));
  }
  await endFiles.finish();
  // In a small collection it is the words themselves that take room.
  const wordBytes = parts.reduce((sum, { part }) => sum + part.bytes.length, 0);
  const wordSize = Math.max(MIN_WORD_BYTES, Math.ceil(wordBytes / WORD_FILES));
  const { words, wordCounts } = await writeWords(
    mergeParts(parts),
    join(folder, 'words'),
    wordSize,
  );
  const pinyin = isSmall
    ? listOffers(documents)
    : listPinyin(papers, [], [], listFrequentWords(sample));
  await writeFile(join(folder, 'pinyin.gz_json'), await compressJson(pinyin));
  if (isSmall) {
    const texts: DiskTexts = { source: { documents, variants: source.variants }, pinyin };
    await writeFile(join(folder, 'texts.js'), `searchTexts=${JSON.stringify(texts)};\n`);
  }
  const manifest: Omit<SearchManifest, 'version'> = {
    variants: source.variants,
    headLength,
    papers: packPapers(papers),
    spans,
    cuts,
    texts: packer.counts,
    words,
    wordCounts,
  };
  await writingRuns;
  return nameFiles(folder, manifest);
}

/** Writes what frequently stands beside each word. */
async function writeRuns(passages: CodedPassages, folder: string, root?: URL): Promise<void> {
  // Bundled with the configuration, this module does not know where it lies.
  const worker = root && new URL('src/search/indexing/write-run-trees.ts', root);
  const pool = worker && new Tinypool({ filename: fileURLToPath(worker) });
  try {
    const sides = (['before', 'after'] as const).map(async (side) => {
      const task = { passages, side, folder: join(folder, side) };
      return [side, await (pool ? pool.run(task) : writeRunTrees(task))] as const;
    });
    const names = Object.fromEntries(await Promise.all(sides));
    await writeFile(join(folder, 'files.gz_json'), await compressJson(names));
  } finally {
    await pool?.destroy();
  }
}

/**
 * Puts one hash of all that is in them into all files' names, so that a page finds the index it was built
 * with or none.
 */
async function nameFiles(
  folder: string,
  manifest: Omit<SearchManifest, 'version'>,
): Promise<string> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name !== 'texts.js')
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const hash = createHash('sha256').update(JSON.stringify(manifest));
  for (const name of names) hash.update(await readFile(name));
  const version = hash.digest('hex').slice(0, 8);
  for (const name of names) await rename(name, name.replace(/\.(?=[^.]+$)/, `-${version}.`));
  const name = `manifest-${version}.gz_json`;
  await writeFile(join(folder, name), await compressJson({ version, ...manifest }));
  return name;
}

function describe({ id, name, distinction, label, title, topic, date }: SearchPaper): SearchPaper {
  return { id, name, distinction, label, title, topic, date };
}

function toPassage(text: string, folded: Folded): FoldedPassage {
  return { characters: [...folded.text], sentenceEnds: countSentenceEnds(text, folded) };
}

function measurePassages(passages: readonly FoldedPassage[]): number {
  return passages.reduce((sum, { characters }) => sum + measurePassage(characters), 0);
}

/** Adds to the counts of a part how often each character stands in a paper. */
function countCharacters(
  counts: Map<string, CharacterCount[]>,
  { paper, head, body }: FoldedPaper,
): void {
  for (const [name, passages] of [['head', head] as const, ['body', body] as const]) {
    for (const character of passages.flatMap(({ characters }) => characters)) {
      let list = counts.get(character);
      if (!list) {
        list = [];
        counts.set(character, list);
      }
      let count = list[list.length - 1];
      if (count?.paper !== paper) {
        count = { paper, head: 0, body: 0 };
        list.push(count);
      }
      count[name] += 1;
    }
  }
}

/** A paper's texts, folded, a passage at a time. */
interface FoldedPaper {
  /** Number of the paper in its part. */
  paper: number;
  head: readonly FoldedPassage[];
  body: readonly FoldedPassage[];
}

interface FoldedPassage {
  characters: string[];
  /** As `countSentenceEnds` tells them. */
  sentenceEnds: number[];
}

/** What a build may want besides. */
export interface IndexingOptions {
  onIndexed?: () => void;
  cache?: PartCache;
  /** The project's root: where its workers are found, which take over what can be done meanwhile. */
  root?: URL;
}
