import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Tells one state of the code from another: a digest over the files of some folders, the configuration
 * and the lockfile.
 *
 * @param root The project's folder.
 * @param folders Paths from it; `src` is all there is.
 */
export async function readCodeVersion(root: string, folders: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    for (const file of files) {
      hash.update(`${file.slice(root.length)}\0`).update(await readFile(file));
    }
  }
  for (const file of ['astro.config.ts', 'package-lock.json']) {
    // A copy made by a tool may lack it; the code is then all there is to go by.
    hash.update(await readFile(join(root, file)).catch(() => ''));
  }
  return hash.digest('hex');
}
