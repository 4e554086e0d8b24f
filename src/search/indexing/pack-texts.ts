import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { TextPiece } from '../search-document.ts';

const compress = promisify<Buffer, { level: number }, Buffer>(gzip);

/** Packs the pieces of all papers' texts into files of about one size, in order. */
export class TextPacker {
  /** How many pieces each file written so far holds. */
  readonly counts: number[] = [];
  readonly #folder: string;
  readonly #size: number;
  #pieces: TextPiece[] = [];
  #characters = 0;

  /** @param size Characters to a file, about. */
  constructor(folder: string, size: number) {
    this.#folder = folder;
    this.#size = size;
  }

  async add({ section, passages, entries }: TextPiece): Promise<void> {
    const characters = passages.reduce((sum, { text }) => sum + text.length, 0);
    // Half a piece too much is better than a file with little in it.
    if (this.#characters > 0 && this.#characters + characters / 2 > this.#size) await this.finish();
    this.#pieces.push({ section, passages, entries });
    this.#characters += characters;
  }

  /** Writes what is left. */
  async finish(): Promise<void> {
    if (this.#pieces.length === 0) return;
    const name = `${this.counts.length}.gz_json`;
    await writeFile(join(this.#folder, name), await compressJson(this.#pieces));
    this.counts.push(this.#pieces.length);
    this.#pieces = [];
    this.#characters = 0;
  }
}

/** Writes JSON as the site's own files are: compressed inside, so that no server need do it. */
export function compressJson(content: unknown): Promise<Buffer> {
  return compressFile(Buffer.from(JSON.stringify(content)));
}

/** Compresses a file, to the same bytes everywhere. */
export async function compressFile(content: Buffer): Promise<Buffer> {
  const compressed = await compress(content, { level: 9 });
  // Node writes no time, but names the system it runs on; 255 is "unknown" (RFC 1952 §2.3.1).
  compressed[9] = 255;
  return compressed;
}
