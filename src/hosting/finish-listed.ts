import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { finishPage } from './finish-page.ts';
import { KeptFiles, keyOf } from './kept-files.ts';

/**
 * Finishes pages of a built site one after the other, each in its place; one that was finished before
 * is taken from there.
 *
 * @param onPage Called after each.
 */
export async function finishListed(
  { root, cache, version, paths }: PageList,
  onPage: (outcome: PageOutcome) => void,
): Promise<void> {
  const kept = new KeptFiles(cache);
  for (const path of paths) {
    const file = join(root, path);
    const html = await readFile(file, 'utf8');
    const key = keyOf(version, dirname(path), html);
    const isKept = await kept.restore(key, file);
    if (!isKept) {
      const finished = finishPage(html, path);
      await writeFile(file, finished);
      await kept.keep(key, finished);
    }
    onPage(isKept ? 'kept' : 'made');
  }
}

/** Pages to finish. */
export interface PageList {
  /** Folder of the site. */
  root: string;
  /** Folder of pages finished before. */
  cache: string;
  /** Tells one state of the code from another. */
  version: string;
  /** Of the pages in the site. */
  paths: readonly string[];
}

/** Whether a page was finished now or before. */
export type PageOutcome = 'made' | 'kept';
