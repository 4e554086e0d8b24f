import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify<Buffer, { level: number }, Buffer>(gzip);

/** Files being compressed at a time: Node has four threads for it. */
const AT_A_TIME = 8;

/** Writes compressed files of a folder, several at a time. */
export class ZippedFiles {
  readonly #folder: string;
  readonly #writing = new Set<Promise<void>>();
  #failure: unknown;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Takes in a file, once fewer than so many others are being written.
   *
   * @throws When one of these could not be.
   */
  async add(name: string, content: Buffer): Promise<void> {
    while (this.#writing.size >= AT_A_TIME) await Promise.race(this.#writing);
    if (this.#failure) throw this.#failure;
    const writing = this.#write(name, content)
      .catch((error: unknown) => {
        this.#failure ??= error;
      })
      .finally(() => this.#writing.delete(writing));
    this.#writing.add(writing);
  }

  /** @throws When a file could not be written. */
  async finish(): Promise<void> {
    await Promise.all(this.#writing);
    if (this.#failure) throw this.#failure;
  }

  async #write(name: string, content: Buffer): Promise<void> {
    await writeFile(join(this.#folder, name), await compressFile(content));
  }
}

/** Compresses a file, to the same bytes everywhere. */
export async function compressFile(content: Buffer): Promise<Buffer> {
  const compressed = await compress(content, { level: 9 });
  // Node writes no time, but names the system it runs on; 255 is "unknown" (RFC 1952 §2.3.1).
  compressed[9] = 255;
  return compressed;
}

/** Writes JSON as the site's own files are: compressed inside, so that no server need do it. */
export function compressJson(content: unknown): Promise<Buffer> {
  return compressFile(Buffer.from(JSON.stringify(content)));
}
