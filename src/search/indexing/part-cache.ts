import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { IndexPart } from './index-part.ts';

/** A part that nothing asked for in so long belongs to a collection as it once was. */
const KEPT_MS = 24 * 60 * 60 * 1000;

/**
 * Keeps the parts of an index for the next build, by what they are made of: Pagefind takes by far the
 * most of the time, and a changed paper changes one part.
 */
export class PartCache {
  readonly #folder: string;
  readonly #version: string;

  /** @param version Tells one state of all that makes an index from another. */
  constructor(folder: string, version: string) {
    this.#folder = folder;
    this.#version = version;
  }

  /** Names a part by all that it is made of. */
  nameOf(made: unknown): string {
    const hash = createHash('sha256').update(this.#version).update(JSON.stringify(made));
    return hash.digest('hex').slice(0, 32);
  }

  /** Gives a part that is kept; `undefined` for one that is not. */
  async read(name: string): Promise<IndexPart | undefined> {
    const file = join(this.#folder, name);
    const content = await readFile(file).catch(() => undefined);
    if (!content) return undefined;
    const now = new Date();
    await utimes(file, now, now);
    return deserialize(content) as IndexPart;
  }

  async keep(name: string, part: IndexPart): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    // Whole or not at all, whoever else writes the same.
    const draft = join(this.#folder, randomUUID());
    await writeFile(draft, serialize(part));
    await rename(draft, join(this.#folder, name));
  }

  /** Deletes what nothing has asked for in a day. */
  async forget(): Promise<void> {
    for (const name of await readdir(this.#folder).catch(() => [])) {
      const file = join(this.#folder, name);
      const found = await stat(file).catch(() => undefined);
      if (found && Date.now() - found.mtimeMs > KEPT_MS) await rm(file, { force: true });
    }
  }
}
