import { createHash, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What no build has used in so long is dropped. */
const KEPT_MS = 24 * 60 * 60 * 1000;

/**
 * Files that a build has made and the next need not make again, by a key that tells all they are made
 * of.
 */
export class KeptFiles {
  readonly #folder: string;

  /** @param folder Holds these files alone; made when there is something to keep. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Puts the file of a key where it is wanted. Returns whether there is one. */
  async restore(key: string, target: string): Promise<boolean> {
    const kept = join(this.#folder, key);
    try {
      await copyFile(kept, target, constants.COPYFILE_FICLONE);
    } catch {
      return false;
    }
    const now = new Date();
    await utimes(kept, now, now);
    return true;
  }

  /** Keeps a file. */
  async keep(key: string, content: string | Uint8Array): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    // Whole or not at all, whoever else writes the same.
    const draft = join(this.#folder, `${key}.${randomUUID()}`);
    await writeFile(draft, content);
    await rename(draft, join(this.#folder, key));
  }

  /** Drops what was not used lately. */
  async forgetOld(): Promise<void> {
    for (const name of await readdir(this.#folder).catch(() => [])) {
      const file = join(this.#folder, name);
      const { mtimeMs } = await stat(file);
      if (Date.now() - mtimeMs > KEPT_MS) await rm(file, { force: true });
    }
  }
}

/** A key for what is made of these parts. */
export function keyOf(...parts: (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(String(part.length)).update('\0').update(part);
  return hash.digest('hex').slice(0, 40);
}
