import { CLAUSE_END } from '../../text/count-runs.ts';
import type { Folded } from '../../text/fold.ts';
import { ANY_MARK } from '../run-tree.ts';

/** Codes of what is no character: what parts passages, and marks. */
export const NOTHING = 0;
export const MARK = 1;

/** Collects passages as codes of their characters. */
export class PassageCoder {
  #codes = new Uint32Array(2 ** 16);
  #length = 1;
  readonly #characters = ['', ANY_MARK];
  readonly #folded = [NOTHING, MARK];
  readonly #codeOf = new Map<string, number>();
  /** Of characters that are one unit and are folded to one: by their unit. */
  readonly #codeOfUnit = new Uint32Array(2 ** 16);

  /**
   * Takes in a passage.
   *
   * @param folded The same, folded.
   */
  add(text: string, { text: characters, starts, ends }: Folded): void {
    // At most a mark for white space on either side of each, and the end.
    this.#reserve(2 * characters.length + 2);
    let end = 0;
    for (let unit = 0; unit < characters.length; ) {
      const start = starts[unit] ?? 0;
      if (start > end) this.#codes[this.#length++] = MARK;
      end = ends[unit] ?? 0;
      const width = (characters.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
      const isAlone = starts[unit - 1] !== start && starts[unit + width] !== start;
      const isUnit = isAlone && width === 1 && end - start === 1;
      const known = isUnit ? this.#codeOfUnit[text.charCodeAt(start)] : undefined;
      if (known) this.#codes[this.#length++] = known;
      else {
        const character = characters.slice(unit, unit + width);
        const original = isAlone && end - start === width ? text.slice(start, end) : character;
        const code = this.#encode(original, character);
        if (isUnit) this.#codeOfUnit[text.charCodeAt(start)] = code;
        this.#codes[this.#length++] = code;
      }
      unit += width;
    }
    if (end < text.length) this.#codes[this.#length++] = MARK;
    this.#codes[this.#length++] = NOTHING;
  }

  /** Gives the passages, in memory that workers can share. */
  finish(): CodedPassages {
    const codes = new Uint32Array(new SharedArrayBuffer(4 * this.#length));
    codes.set(this.#codes.subarray(0, this.#length));
    return { codes, characters: this.#characters, folded: Uint32Array.from(this.#folded) };
  }

  #encode(original: string, folded: string): number {
    const known = this.#codeOf.get(original);
    if (known !== undefined) return known;
    if (CLAUSE_END.test(original)) {
      this.#codeOf.set(original, MARK);
      return MARK;
    }
    const code = this.#characters.push(original) - 1;
    this.#codeOf.set(original, code);
    this.#folded[code] = code;
    if (original !== folded) this.#folded[code] = this.#encode(folded, folded);
    return code;
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#codes.length) return;
    const larger = new Uint32Array(Math.max(needed, this.#codes.length * 2));
    larger.set(this.#codes.subarray(0, this.#length));
    this.#codes = larger;
  }
}

/** The passages of a collection as codes of their characters. */
export interface CodedPassages {
  /** Each passage between two `NOTHING`; marks and white space are `MARK`. */
  codes: Uint32Array;
  /** What a code stands for, as it is written. */
  characters: readonly string[];
  /** The code of what it is folded to. */
  folded: Uint32Array;
}
