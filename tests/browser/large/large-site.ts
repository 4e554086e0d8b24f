import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeLaws } from '../../bench/make-laws.ts';
import { copyProject, PARTS, UNCOMPRESSED } from '../../site/build-copy.ts';

const DOCUMENTS = 1000;
/** Shorter than real ones: what is tested is how many they are, and a build should take seconds. */
const MEDIAN_CHARACTERS = 1500;

/** What the site is made from, besides the project itself. */
const MAKERS = [
  'package-lock.json',
  'tests/bench/make-laws.ts',
  'tests/bench/law-words.ts',
  'tests/browser/large/large-site.ts',
];

const FOLDER = join(tmpdir(), `papers-large-${digest(process.cwd())}`);
const STAMP = join(FOLDER, 'built-from');

/** The built site of a thousand made-up laws. */
export const LARGE_DIST = join(FOLDER, 'dist');

/** Builds the site, unless it has been built from the same project before. */
export async function buildLargeSite(): Promise<void> {
  const state = digest(...[...PARTS, ...MAKERS].flatMap(listFiles).flatMap(readNamed));
  if ((await readFile(STAMP, 'utf8').catch(() => '')) === state) return;
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER);
  const project = await copyProject(FOLDER);
  await writeLaws(join(FOLDER, 'content/papers'), DOCUMENTS, { characters: MEDIAN_CHARACTERS });
  const { code, output } = await project.build(UNCOMPRESSED);
  if (code !== 0) throw new Error(output);
  await writeFile(STAMP, state);
}

/** The documents as they were written, by the names of their files. */
export function readLargeSources(): LargeSource[] {
  const papers = join(FOLDER, 'content/papers');
  return readdirSync(papers)
    .sort()
    .map((name) => {
      const text = readFileSync(join(papers, name), 'utf8');
      const [, frontMatter = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
      const read = (key: string) => new RegExp(`^${key}: (.+)$`, 'm').exec(frontMatter)?.[1] ?? '';
      return {
        id: name.replace(/\.md$/, ''),
        title: read('title'),
        topic: read('topic'),
        date: read('date'),
        paragraphs: body.split('\n').filter((line) => line !== ''),
      };
    });
}

/** A document as it was written. */
export interface LargeSource {
  /** Name of its file, which is its address. */
  id: string;
  title: string;
  topic: string;
  /** As 2018-12-29. */
  date: string;
  paragraphs: string[];
}

function listFiles(part: string): string[] {
  if (statSync(part).isFile()) return [part];
  return readdirSync(part, { recursive: true })
    .map((name) => join(part, String(name)))
    .filter((path) => statSync(path).isFile())
    .sort();
}

function readNamed(path: string): [string, Buffer] {
  return [path, readFileSync(path)];
}

function digest(...contents: (string | Buffer)[]): string {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content);
  return hash.digest('hex').slice(0, 16);
}
