import { PASSAGE_END } from './tokens.ts';
import { readVarints, VarintWriter } from './varints.ts';

/*
 * How often runs of characters stand in a collection of many papers, so that what stands beside a word need
 * not be read from all texts that have it. A tree holds the runs that begin with a pair of characters or,
 * read backward, that end with one; those that stand too few times are left out. Trees are kept in files
 * like those of the index (`index-file.ts`), under the pair as it is read. A single character has trees of
 * its own, of what is frequent beside it.
 */

/** Of so many papers a view reads the texts without being asked; trees are made of collections of more. */
export const READ_UNASKED = 100;

/** A run that stands fewer times is left out. */
export const LEAST_RUNS = 5;

/** Characters of a run at most, those of the word it stands beside included. */
export const TREE_CHARACTERS = 16;

/** Stands in a tree for any mark and white space. */
export const ANY_MARK = PASSAGE_END;

/** Ends the children of a node; no code point plus one. */
const END = 0;

/** Writes trees, node by node. */
export class RunTreeWriter {
  readonly #writer = new VarintWriter();

  /**
   * Begins a tree.
   *
   * @param least Runs in it stand so many times.
   * @param count How often its own pair stands.
   */
  begin(least: number, count: number): void {
    this.#writer.write(least);
    this.#writer.write(count);
  }

  /**
   * Begins a node, whose children follow.
   *
   * @param character As it stands in the text, or `ANY_MARK`.
   * @param fewer How many times fewer it stands than the sibling before, or its parent.
   */
  open(character: string, fewer: number): void {
    this.#writer.write((character.codePointAt(0) ?? 0) + 1);
    this.#writer.write(fewer);
  }

  /** Ends a node, or the tree. */
  close(): void {
    this.#writer.write(END);
  }

  take(): Uint8Array<ArrayBuffer> {
    return this.#writer.take();
  }
}

/** Reads a tree. */
export function readRunTree(bytes: Uint8Array): RunTree {
  const values = readVarints(bytes);
  let at = 0;
  const read = () => values[at++] ?? END;
  const readChildren = (count: number): RunNode[] => {
    const children: RunNode[] = [];
    let last = count;
    for (let code = read(); code !== END; code = read()) {
      last -= read();
      const character = String.fromCodePoint(code - 1);
      children.push({ character, count: last, children: readChildren(last) });
    }
    return children;
  };
  const least = read();
  const count = read();
  return { least, count, children: readChildren(count) };
}

/** A pair of characters, and what stands beside it. */
export interface RunTree extends Omit<RunNode, 'character'> {
  /** Runs that stand fewer times are left out. */
  least: number;
}

/** A run: a node's character behind, or before, those above it. */
export interface RunNode {
  /** As it first stands in the texts, or `ANY_MARK`. */
  character: string;
  /** How often the run stands there. */
  count: number;
  /** The most frequent first. */
  children: RunNode[];
}
