import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KeptFiles } from '../kept-files.ts';

/** Where what is found in one paper alone is kept, beside the bodies. */
export function studyFolder(bodies: string, kind: string): string {
  return join(bodies, '..', `papers-${kind}`);
}

/**
 * Sees to it that a file is there for each name, and makes those that are missing.
 *
 * @param names A name stands for all that decides what is in the file.
 * @param make Makes the file of the name at an index.
 * @returns The paths, in the order of the names.
 */
export async function keepFiles(
  folder: string,
  names: readonly string[],
  make: (index: number) => Promise<Uint8Array | string>,
): Promise<string[]> {
  const kept = new KeptFiles(folder);
  for (const [index, name] of names.entries()) {
    if (!(await kept.use(name))) await kept.keep(name, await make(index));
  }
  await kept.forgetOld();
  return names.map((name) => kept.pathOf(name));
}

/** Reads a list that `keepFiles` has kept. */
export async function readKept<Kept>(path: string): Promise<Kept> {
  return JSON.parse(await readFile(path, 'utf8')) as Kept;
}
