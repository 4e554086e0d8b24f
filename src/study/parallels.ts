import { createHash } from 'node:crypto';
import { open, readFile, stat } from 'node:fs/promises';
import type { CollectionModel, Paper } from '../collection/paper.ts';
import type { PaperPassage } from '../collection/paper-structure.ts';
import type { MarkedRun, ParallelPack, ParallelPlace } from '../collection/parallel-pack.ts';
import { readPaperBody } from '../model/paper-bodies.ts';
import { getModel } from '../model/published-model.ts';
import { foldText } from '../text/fold.ts';
import { readVariants } from '../text/variants.ts';
import { collectLetters } from './collect-letters.ts';
import { findParallels, type Parallel } from './find-parallels.ts';
import { keepFiles, studyFolder } from './study-cache.ts';

/** So many neighbouring papers share a file, so that there are few; */
const PAPERS_A_PACK = 20;

/** or fewer, so that what a reader loads for one paper stays small. In UTF-16 units. */
const PACK_LENGTH = 64 * 1024;

/** So many others are named and linked. */
const NAMED = 3;

/** A link marks no more characters than these, or its address would grow without end. */
const MARKED = 80;

/** Papers whose texts are read and held at a time. */
const READ_AT_A_TIME = 16;

const BYTES = Uint32Array.BYTES_PER_ELEMENT;

let latest: { papers: CollectionModel['papers']; packs: Promise<ParallelPacks> } | undefined;

/**
 * The scripts with what is 同文 in the papers, and which of them a paper needs. Found once for each
 * state of the collection.
 */
export function getParallelPacks(): Promise<ParallelPacks> {
  const model = getModel();
  if (latest?.papers !== model.papers) {
    latest = { papers: model.papers, packs: makePacks(model) };
  }
  return latest.packs;
}

/** Scripts that hold what is 同文. */
export interface ParallelPacks {
  scripts: { fileName: string; text: string }[];
  /** File names by the papers' ids; a paper without 同文 has none. */
  fileOf: ReadonlyMap<string, string>;
}

async function makePacks(model: CollectionModel): Promise<ParallelPacks> {
  const { papers } = model;
  const files = await keepLetters(model);
  const { letters, starts } = await joinLetters(files);
  const find = findParallels(letters, starts);
  const runs = await placeRuns(
    papers.map((_, index) => find(index)),
    model,
    files,
  );
  const packs: ParallelPacks & { fileOf: Map<string, string> } = {
    scripts: [],
    fileOf: new Map(),
  };
  let draft = new PackDraft();
  const close = () => {
    if (draft.ids.length === 0) return;
    const text = draft.write();
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
    const fileName = `${packs.scripts.length + 1}-${hash}.js`;
    packs.scripts.push({ fileName, text });
    for (const id of draft.ids) packs.fileOf.set(id, fileName);
    draft = new PackDraft();
  };
  for (const [index, paper] of papers.entries()) {
    if (index % PAPERS_A_PACK === 0 || draft.length > PACK_LENGTH) close();
    const own = runs[index] ?? [];
    if (own.length > 0) draft.add(paper, own);
  }
  close();
  return packs;
}

/** A file in the making. */
class PackDraft {
  readonly ids: string[] = [];
  length = 0;
  readonly #names = new Map<string, { index: number; name: string }>();
  readonly #runs: Record<string, MarkedRun[]> = {};

  add({ id }: Paper, runs: readonly PlacedRun[]): void {
    this.ids.push(id);
    const marked = runs.map(({ own, others, total }): MarkedRun => {
      const { passage, start, end } = own;
      const list = others.map(({ paper, place }): ParallelPlace => {
        const index = this.#indexOf(paper);
        const { anchor, words } = place;
        return words === own.words ? [index, anchor] : [index, anchor, words];
      });
      return { at: [passage, start, end], others: list, total };
    });
    this.#runs[id] = marked;
    this.length += JSON.stringify(marked).length;
  }

  write(): string {
    const names = [...this.#names].map(([id, { name }]): [string, string] => [id, name]);
    const pack: ParallelPack = { names, runs: this.#runs };
    return `parallelPack=${JSON.stringify(pack)};\n`;
  }

  #indexOf({ id, name, distinction }: Paper): number {
    const known = this.#names.get(id);
    if (known) return known.index;
    const index = this.#names.size;
    const full = distinction ? `${name}（${distinction}）` : name;
    this.#names.set(id, { index, name: full });
    this.length += id.length + full.length;
    return index;
  }
}

/** A run whose places have been looked up in the texts. */
interface PlacedRun {
  own: Place;
  others: { paper: Paper; place: Place }[];
  total: number;
}

/** Looks up all places of all runs, a few papers at a time, since their texts are read for that. */
async function placeRuns(
  runs: readonly (readonly Parallel[])[],
  { papers, bodies }: CollectionModel,
  files: readonly string[],
): Promise<PlacedRun[][]> {
  const wanted = papers.map((): ((places: Places) => void)[] => []);
  const placed = runs.map((list, paper) =>
    list.map(({ start, end, others }) => {
      const run: PlacedRun = { own: NO_PLACE, others: [], total: others.length };
      wanted[paper]?.push((places) => {
        run.own = places.locate(start, end);
      });
      for (const [index, other] of others.slice(0, NAMED).entries()) {
        wanted[other.paper]?.push((places) => {
          const place = places.locate(other.start, other.end);
          run.others[index] = { paper: papers[other.paper] as Paper, place };
        });
      }
      return run;
    }),
  );
  const lookUp = async (paper: Paper, index: number) => {
    const list = wanted[index] ?? [];
    if (list.length === 0) return;
    const { passages } = await readPaperBody(bodies, paper.digest);
    const places = readPlaces(await readWords(files[index] ?? ''), passages);
    for (const look of list) look(places);
  };
  for (let at = 0; at < papers.length; at += READ_AT_A_TIME) {
    const some = papers.slice(at, at + READ_AT_A_TIME);
    await Promise.all(some.map((paper, offset) => lookUp(paper, at + offset)));
  }
  return placed;
}

/** Sees to it that the letters of each paper lie in a file. */
function keepLetters({ papers, bodies, variants }: CollectionModel): Promise<string[]> {
  const forms = readVariants(variants);
  const names = papers.map(({ digest, alphabet }) => {
    // Only the forms that occur in a paper decide what is read in it.
    const own = [...alphabet].map((letter) => letter + (forms.get(letter) ?? '')).join('');
    return `${digest}-${createHash('sha256').update(own).digest('hex').slice(0, 16)}`;
  });
  return keepFiles(studyFolder(bodies, 'letters'), names, async (index) => {
    const { passages } = await readPaperBody(bodies, papers[index]?.digest ?? '');
    const list = collectLetters(passages, (text) => foldText(text, forms));
    return new Uint8Array(list.buffer);
  });
}

/** Reads the first list of each file into one, with a 0 ahead. */
async function joinLetters(
  files: readonly string[],
): Promise<{ letters: Uint32Array; starts: number[] }> {
  const starts: number[] = [];
  let length = 1;
  for (const file of files) {
    starts.push(length);
    length += (await stat(file)).size / BYTES / 3;
  }
  const letters = new Uint32Array(length);
  for (const [index, file] of files.entries()) {
    const start = starts[index] ?? 0;
    const handle = await open(file);
    await handle.read(letters.subarray(start, starts[index + 1] ?? length), { position: 0 });
    await handle.close();
  }
  return { letters, starts };
}

/** The way from a paper's letters to its text. */
interface Places {
  locate: (start: number, end: number) => Place;
}

interface Place {
  passage: number;
  start: number;
  end: number;
  anchor: string;
  /** How it begins, without white space, which is nothing to search but would divide the query. */
  words: string;
}

const NO_PLACE: Place = { passage: 0, start: 0, end: 0, anchor: '', words: '' };

function readPlaces(list: Uint32Array, passages: readonly PaperPassage[]): Places {
  const length = list.length / 3;
  // Which passage each letter is of.
  const owners = new Uint32Array(length);
  for (let at = 1; at < length; at++) {
    owners[at] = (owners[at - 1] as number) + (list[at - 1] === 0 ? 1 : 0);
  }
  return {
    locate: (first, after) => {
      const passage = owners[first] ?? 0;
      const start = list[length + first] ?? 0;
      const end = list[2 * length + after - 1] ?? 0;
      const { id: anchor = '', text = '' } = passages[passage] ?? {};
      const words = [...text.slice(start, end).replaceAll(/\s/gu, '')].slice(0, MARKED).join('');
      return { passage, start, end, anchor, words };
    },
  };
}

async function readWords(file: string): Promise<Uint32Array> {
  const { buffer, byteOffset, byteLength } = await readFile(file);
  return new Uint32Array(buffer.slice(byteOffset, byteOffset + byteLength));
}
