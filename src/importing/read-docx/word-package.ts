import { posix } from 'node:path';
import { UnreadableFile } from '../unreadable-file.ts';
import { childrenOf, parseXml, type XmlElement } from './parse-xml.ts';

const DAMAGED = '文件里的内容已损坏。请用 Word 或 WPS 打开它，另存一份 .docx 再导入。';
/** The package as a whole, which has relations as well. */
const ROOT = '';

/**
 * The parts of a .docx and what leads from one to another (ECMA-376 part 2, 8 and 9). Parts are found by
 * what they are related as, since programs name them as they like.
 */
export class WordPackage {
  readonly #parts: ReadonlyMap<string, Buffer>;
  readonly #parsed = new Map<string, XmlElement>();

  /** @param parts By their names, without a stroke in front. */
  constructor(parts: ReadonlyMap<string, Buffer>) {
    this.#parts = parts;
  }

  /**
   * Name of the part that holds the document.
   *
   * @throws {UnreadableFile} When there is none.
   */
  findMain(): string {
    const main = this.findRelated(ROOT, 'officeDocument')[0] ?? 'word/document.xml';
    if (this.#parts.has(main)) return main;
    throw new UnreadableFile(
      '这不是 Word 文件，只是扩展名像。请用能打开它的程序打开，把文字另存为 .docx 再导入。',
    );
  }

  /** Names of the parts that another, or the package, has under a kind of relation, such as `styles`. */
  findRelated(part: string, kind: string): string[] {
    return [...this.relationsOf(part).values()]
      .filter((relation) => relation.kind === kind && this.#parts.has(relation.target))
      .map(({ target }) => target);
  }

  /** The root of the first part related to the package as a whole. */
  parseOfPackage(kind: string): XmlElement | undefined {
    return this.parse(this.findRelated(ROOT, kind)[0]);
  }

  /** What each relationship id of a part leads to. */
  relationsOf(part: string): Map<string, Relation> {
    const folder = posix.dirname(part);
    const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
    return new Map(
      childrenOf(this.parse(name)).map(({ attributes }): [string, Relation] => {
        const { Id = '', Type = '', Target = '', TargetMode } = attributes;
        const isOutside = TargetMode === 'External';
        const path = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
        const target = isOutside ? Target : path;
        const bytes = isOutside ? undefined : this.#parts.get(target);
        return [Id, { kind: posix.basename(Type), target, ...(bytes && { bytes }) }];
      }),
    );
  }

  /** The text of a part. */
  read(name: string): string {
    const bytes = this.#parts.get(name) ?? Buffer.alloc(0);
    const isBigEndian = bytes[0] === 0xfe && bytes[1] === 0xff;
    const isLittleEndian = bytes[0] === 0xff && bytes[1] === 0xfe;
    if (isBigEndian || isLittleEndian) {
      return new TextDecoder(isBigEndian ? 'utf-16be' : 'utf-16le').decode(bytes);
    }
    return new TextDecoder().decode(bytes);
  }

  /**
   * The root of a part; `undefined` if there is no such part.
   *
   * @throws {UnreadableFile} When it is damaged.
   */
  parse(name: string | undefined): XmlElement | undefined {
    if (name === undefined || !this.#parts.has(name)) return undefined;
    const known = this.#parsed.get(name);
    if (known) return known;
    try {
      const root = parseXml(this.read(name));
      this.#parsed.set(name, root);
      return root;
    } catch {
      throw new UnreadableFile(DAMAGED);
    }
  }
}

/** What a relationship id of a part leads to. */
export interface Relation {
  /** The last word of its type, such as `image`. */
  kind: string;
  /** Name of a part, or an address outside. */
  target: string;
  bytes?: Uint8Array;
}
