import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { finishPage } from './finish-page.ts';
import { KeptFiles, keyOf } from './kept-files.ts';

/**
 * Finishes a page of a built site in its place; one that was finished before is taken from there.
 *
 * @param path Of the page in the site.
 * @returns Whether it was finished before.
 */
export async function finishOrRestore(
  path: string,
  { root, cache, version }: FinishOptions,
): Promise<boolean> {
  const kept = new KeptFiles(cache);
  const file = join(root, path);
  const html = await readFile(file, 'utf8');
  const key = keyOf(version, dirname(path), html);
  if (await kept.restore(key, file)) return true;
  const finished = finishPage(html, path);
  await writeFile(file, finished);
  await kept.keep(key, finished);
  return false;
}

/** Where pages lie. */
export interface FinishOptions {
  /** Folder of the site. */
  root: string;
  /** Folder of pages finished before. */
  cache: string;
  /** Tells one state of the code from another. */
  version: string;
}
