import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What nothing asked for in so long belongs to a paper that is gone. */
const KEPT_MS = 24 * 60 * 60 * 1000;

/** Where what is found in one paper alone is kept, beside the bodies. */
export function studyFolder(bodies: string, kind: string): string {
  return join(bodies, '..', `papers-${kind}`);
}

/**
 * Sees to it that a file is there for each name, makes those that are missing, and deletes the others
 * when they are a day old.
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
  await mkdir(folder, { recursive: true });
  const present = new Set(await readdir(folder));
  for (const [index, name] of names.entries()) {
    if (present.has(name)) continue;
    const file = join(folder, name);
    // Whole or not at all, whoever else writes the same.
    const draft = `${file}.${randomUUID()}`;
    await writeFile(draft, await make(index));
    await rename(draft, file);
  }
  const wanted = new Set(names);
  for (const name of present) {
    if (wanted.has(name)) continue;
    const file = join(folder, name);
    const found = await stat(file).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > KEPT_MS) await rm(file, { force: true });
  }
  return names.map((name) => join(folder, name));
}

/** Reads a list that `keepFiles` has kept. */
export async function readKept<Kept>(path: string): Promise<Kept> {
  return JSON.parse(await readFile(path, 'utf8')) as Kept;
}
