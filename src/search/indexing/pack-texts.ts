import type { TextPiece } from '../search-document.ts';
import { ZippedFiles } from './zipped-files.ts';

/** Packs the pieces of all papers' texts into files of about one size, in order. */
export class TextPacker {
  /** How many pieces each file so far holds. */
  readonly counts: number[] = [];
  readonly #files: ZippedFiles;
  readonly #size: number;
  #pieces: TextPiece[] = [];
  #characters = 0;

  /** @param size Characters to a file, about. */
  constructor(folder: string, size: number) {
    this.#files = new ZippedFiles(folder);
    this.#size = size;
  }

  async add({ section, passages, entries }: TextPiece): Promise<void> {
    const characters = passages.reduce((sum, { text }) => sum + text.length, 0);
    // Half a piece too much is better than a file with little in it.
    if (this.#characters > 0 && this.#characters + characters / 2 > this.#size) await this.#close();
    this.#pieces.push({ section, passages, entries });
    this.#characters += characters;
  }

  /** Writes what is left. */
  async finish(): Promise<void> {
    if (this.#pieces.length > 0) await this.#close();
    await this.#files.finish();
  }

  async #close(): Promise<void> {
    const content = Buffer.from(JSON.stringify(this.#pieces));
    await this.#files.add(`${this.counts.length}.gz_json`, content);
    this.counts.push(this.#pieces.length);
    this.#pieces = [];
    this.#characters = 0;
  }
}
