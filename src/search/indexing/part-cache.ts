import { deserialize, serialize } from 'node:v8';
import { KeptFiles, keyOf } from '../../kept-files.ts';
import type { IndexPart } from './index-part.ts';

/**
 * Keeps the parts of an index for the next build, by what they are made of: Pagefind takes by far the
 * most of the time, and a changed paper changes one part.
 */
export class PartCache {
  readonly #files: KeptFiles;
  readonly #version: string;

  /** @param version Tells one state of all that makes an index from another. */
  constructor(folder: string, version: string) {
    this.#files = new KeptFiles(folder);
    this.#version = version;
  }

  /** Names a part by all that it is made of. */
  nameOf(made: unknown): string {
    return keyOf(this.#version, JSON.stringify(made));
  }

  /** Gives a part that is kept; `undefined` for one that is not. */
  async read(name: string): Promise<IndexPart | undefined> {
    const content = await this.#files.read(name);
    return content && (deserialize(content) as IndexPart);
  }

  async keep(name: string, part: IndexPart): Promise<void> {
    await this.#files.keep(name, serialize(part));
  }

  async forgetOld(): Promise<void> {
    await this.#files.forgetOld();
  }
}
