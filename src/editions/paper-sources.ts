import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const PAPERS_FOLDER = 'content/papers';
const COLLECTION_FILE = 'content/collection.md';

/**
 * Reads the raw Markdown of the collection and its papers, front matter included, so that a line
 * number in it is the line number in the editor.
 *
 * @returns The collection's file first, then the papers in the order of their paths.
 */
export async function getPaperSources(): Promise<PaperSource[]> {
  const names = await readdir(join(process.cwd(), PAPERS_FOLDER), { recursive: true });
  const papers = names
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${PAPERS_FOLDER}/${name.replaceAll('\\', '/')}`)
    .sort();
  return Promise.all(
    [COLLECTION_FILE, ...papers].map(async (file) => ({
      file,
      text: await readFile(join(process.cwd(), file), 'utf8'),
    })),
  );
}

export interface PaperSource {
  /** Path from the project's root, with forward slashes. */
  file: string;
  /** The file's text as written. */
  text: string;
}
