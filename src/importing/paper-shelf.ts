import { createHash, randomUUID } from 'node:crypto';
import { link, readdir, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { makeFrontMatter } from './make-front-matter.ts';
import type { MadePaper } from './make-papers.ts';
import { withoutSpace } from './plain-text.ts';
import { UnreadableFile } from './unreadable-file.ts';

const LONGEST_NAME = 60;
const PICTURES = ['png', 'jpg', 'gif', 'webp'];
/** Names that Windows keeps for devices. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * The folder of papers: knows what is in it, gives new ones a free name and the next place, and never
 * writes over anything.
 */
export class PaperShelf {
  readonly #folder: string;
  readonly #isDryRun: boolean;
  readonly #names = new Set<string>();
  readonly #bodies = new Map<string, string>();
  /** Which file has a place. */
  readonly #places = new Map<number, string>();
  #order = 0;
  /** Whether papers have places; in a collection without, new ones get none either. */
  #hasOrder = true;

  private constructor(folder: string, isDryRun: boolean) {
    this.#folder = folder;
    this.#isDryRun = isDryRun;
  }

  /**
   * @param folder Where papers lie; it must be there.
   * @param isDryRun Whether only to say what would be written.
   * @throws {UnreadableFile} When there is no such folder.
   */
  static async open(folder: string, isDryRun: boolean): Promise<PaperShelf> {
    const shelf = new PaperShelf(folder, isDryRun);
    let names: string[];
    try {
      names = await readdir(folder, { recursive: true });
    } catch {
      throw new UnreadableFile(
        `没有 ${folder} 这个文件夹。请在本站的项目文件夹里运行 npm run import。`,
      );
    }
    for (const name of names.sort()) {
      shelf.#names.add(name.toLowerCase());
      if (!name.endsWith('.md')) continue;
      const text = await readFile(join(folder, name), 'utf8');
      const parts = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(text);
      shelf.#bodies.set(digestOf(text.slice(parts?.[0].length ?? 0)), name);
      const order = readOrder(parts?.[1] ?? '');
      if (order > 0) shelf.#places.set(order, name);
      shelf.#order = Math.max(shelf.#order, order);
    }
    shelf.#hasOrder = shelf.#order > 0 || shelf.#bodies.size === 0;
    return shelf;
  }

  /** The place after the last; `undefined` in a collection that goes by dates and names. */
  get nextOrder(): number | undefined {
    return this.#hasOrder ? this.#order + 1 : undefined;
  }

  /** @returns The file that has a place already. */
  fileAt(order: number): string | undefined {
    return this.#places.get(order);
  }

  /** @returns The file that has this very body already. */
  find(paper: MadePaper): string | undefined {
    return this.#bodies.get(digestOf(paper.body));
  }

  /**
   * Writes the papers of one document, all or none.
   *
   * @param name What to call the file, before it is made fit for an address.
   * @returns The files' names, in order.
   * @throws {UnreadableFile} When they cannot be written; nothing is left behind then.
   */
  async add(papers: readonly MadePaper[], name: string): Promise<string[]> {
    const stem = toAddress(name);
    const order = this.#order;
    const written: string[] = [];
    const targets: string[] = [];
    try {
      for (const [index, paper] of papers.entries()) {
        const id = this.#freeName(papers.length > 1 ? `${stem}-${index + 1}` : stem);
        const pictures = paper.pictures.map((picture, number) => ({
          ...picture,
          name: `${id}-${number + 1}.${picture.extension}`,
        }));
        const body = pictures.reduce(
          (text, picture) => text.replaceAll(`](${picture.id})`, `](./${picture.name})`),
          paper.body,
        );
        const place = paper.order === undefined ? this.nextOrder : (paper.order ?? undefined);
        this.#order = Math.max(this.#order, place ?? 0);
        const frontMatter = makeFrontMatter({ ...paper.facts, order: place });
        for (const picture of pictures) await this.#write(picture.name, picture.bytes, written);
        await this.#write(`${id}.md`, `${frontMatter}\n${body}\n`, written);
        targets.push(`${id}.md`);
        this.#names.add(`${id}.md`.toLowerCase());
      }
    } catch (error) {
      this.#order = order;
      for (const file of written) await rm(join(this.#folder, file), { force: true });
      for (const target of targets) this.#names.delete(target.toLowerCase());
      throw new UnreadableFile(describeFailure(error, this.#folder));
    }
    for (const [index, paper] of papers.entries()) {
      this.#bodies.set(digestOf(paper.body), targets[index] ?? '');
    }
    return targets;
  }

  /** A file appears under its name whole or not at all, and only where none is. */
  async #write(name: string, content: string | Uint8Array, written: string[]): Promise<void> {
    if (this.#isDryRun) return;
    const target = join(this.#folder, name);
    const temporary = join(this.#folder, `.${randomUUID()}.tmp`);
    try {
      await writeFile(temporary, content, { flag: 'wx' });
      try {
        await link(temporary, target);
      } catch (error) {
        if (codeOf(error) === 'EEXIST') throw error;
        // Memory sticks know no links.
        await writeFile(target, content, { flag: 'wx' });
      }
      written.push(name);
    } finally {
      await unlink(temporary).catch(() => {});
    }
  }

  #freeName(stem: string): string {
    for (let number = 1; ; number += 1) {
      const name = number === 1 ? stem : `${stem}-${number}`;
      const isTaken = [`${name}.md`, ...PICTURES.map((extension) => `${name}-1.${extension}`)].some(
        (file) => this.#names.has(file.toLowerCase()),
      );
      if (!isTaken) return name;
    }
  }
}

/** The address that a file's name becomes: letters, digits, `-` and `_`. */
function toAddress(name: string): string {
  const address = [...name.normalize('NFC').replaceAll(/[^\p{L}\p{N}\p{M}_-]+/gu, '-')]
    .slice(0, LONGEST_NAME)
    .join('')
    .replaceAll(/^-+|-+$/g, '');
  return address === '' || RESERVED.test(address) ? `wengao${address && `-${address}`}` : address;
}

/** Pictures get their names when they are written, so those do not tell papers apart. */
function digestOf(body: string): string {
  const text = withoutSpace(body).replaceAll(/\]\((?:picture:\d+|\.\/[^)]+)\)/g, ']()');
  return createHash('sha256').update(text).digest('base64');
}

function readOrder(frontMatter: string): number {
  try {
    const order: unknown = (parse(frontMatter) as { order?: unknown } | null)?.order;
    return typeof order === 'number' ? order : 0;
  } catch {
    return 0;
  }
}

function codeOf(error: unknown): string {
  return String((error as NodeJS.ErrnoException).code ?? '');
}

function describeFailure(error: unknown, folder: string): string {
  const code = codeOf(error);
  if (/^(?:ENOSPC|EDQUOT|EFBIG)$/.test(code))
    return '磁盘满了，没有写进任何东西。请腾出空间再导入。';
  if (/^(?:EACCES|EPERM|EROFS)$/.test(code)) {
    return `${folder} 不能写入。请关掉“只读”，或用有权限的账号再导入。`;
  }
  if (code === 'EEXIST') return '同名的文件刚刚出现，没有覆盖。请再导入一次。';
  return `写不进 ${folder}（${code || String(error)}）。请检查磁盘再导入。`;
}
