import { createHash, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import {
  copyFile,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
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

  /** Where the file of a key is kept. */
  pathOf(key: string): string {
    return join(this.#folder, key);
  }

  /** Says that the file of a key is in use. Returns whether there is one. */
  async use(key: string): Promise<boolean> {
    const now = new Date();
    return utimes(this.pathOf(key), now, now).then(
      () => true,
      () => false,
    );
  }

  /** Puts the file of a key where it is wanted. Returns whether there is one. */
  async restore(key: string, target: string): Promise<boolean> {
    if (!(await this.use(key))) return false;
    await copyFile(this.pathOf(key), target, constants.COPYFILE_FICLONE);
    return true;
  }

  /** Reads the file of a key, if there is one. */
  async read(key: string): Promise<Buffer | undefined> {
    return (await this.use(key)) ? readFile(this.pathOf(key)) : undefined;
  }

  /** Keeps a file. */
  async keep(key: string, content: string | Uint8Array): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    // Whole or not at all, whoever else writes the same.
    const draft = this.pathOf(`${key}.${randomUUID()}`);
    await writeFile(draft, content);
    await rename(draft, this.pathOf(key));
  }

  /** Drops what was not used lately. */
  async forgetOld(): Promise<void> {
    for (const name of await readdir(this.#folder).catch(() => [])) {
      const file = join(this.#folder, name);
      const found = await stat(file).catch(() => undefined);
      if (found && Date.now() - found.mtimeMs > KEPT_MS) await rm(file, { force: true });
    }
  }
}

/** A key for what is made of these parts. */
export function keyOf(...parts: (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(String(part.length)).update('\0').update(part);
  return hash.digest('hex').slice(0, 40);
}
