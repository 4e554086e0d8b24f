import { formatNumber } from './number-format.ts';

const LEVELS = 9;

/**
 * The automatic numbering of one document: what Word shows before a paragraph and keeps in no text
 * (ECMA-376 part 1, 17.9; [MS-DOC] 2.4.6.3). Paragraphs must be asked for in the order they stand in.
 */
export class Numbering {
  readonly #lists = new Map<string, ListDefinition>();
  readonly #instances = new Map<string, ListInstance>();
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #restarted = new Set<string>();
  readonly #unknownFormats = new Set<string>();

  /**
   * @param lists Each definition of a list.
   * @param instances What paragraphs name a list by.
   */
  constructor(lists: readonly ListDefinition[], instances: readonly ListInstance[]) {
    for (const list of lists) this.#lists.set(list.id, list);
    for (const instance of instances) this.#instances.set(instance.id, instance);
  }

  /** Formats met that could not be written; their numbers are in Arabic digits. */
  get unknownFormats(): ReadonlySet<string> {
    return this.#unknownFormats;
  }

  /** @returns The level of a list whose paragraphs have a style. */
  levelOfStyle(numId: string, style: string): number | undefined {
    const levels = this.#listOf(numId)?.levels;
    const level = levels?.findIndex((each) => each?.style === style) ?? -1;
    return level >= 0 ? level : undefined;
  }

  /**
   * Counts one paragraph.
   *
   * @param numId The list it belongs to, as its properties name it.
   * @param level From 0.
   * @returns What stands before it; `undefined` if it is not numbered.
   */
  next(numId: string, level: number): ListLabel | undefined {
    const instance = this.#instances.get(numId);
    const list = this.#listOf(numId);
    if (!instance || !list) return undefined;
    const definitions = Array.from(
      { length: LEVELS },
      (_, index) => instance.levels[index] ?? list.levels[index],
    );
    const definition = definitions[level];
    if (!definition) return undefined;
    if (definition.format === 'bullet') return { kind: 'bullet', level };

    const counts = this.#counts.get(list.id) ?? [];
    this.#counts.set(list.id, counts);
    this.#restart(numId, instance, counts);
    for (let above = 0; above < level; above += 1) {
      // A level that was left out counts as if it had been there once.
      counts[above] ??= definitions[above]?.start ?? 1;
    }
    const count = counts[level];
    counts[level] = count === undefined ? definition.start : count + 1;
    for (let below = level + 1; below < LEVELS; below += 1) {
      const restart = definitions[below]?.restart;
      if (restart === undefined || level < restart) counts[below] = undefined;
    }
    return { kind: 'number', level, text: this.#write(definition, definitions, counts) };
  }

  #listOf(numId: string): ListDefinition | undefined {
    const list = this.#lists.get(this.#instances.get(numId)?.list ?? '');
    if (!list?.styleLink) return list;
    // The list only names a numbering style; the list that defines that style has the levels.
    const linked = [...this.#lists.values()].find(({ style }) => style === list.styleLink);
    return linked ?? list;
  }

  #restart(numId: string, instance: ListInstance, counts: (number | undefined)[]): void {
    if (this.#restarted.has(numId)) return;
    this.#restarted.add(numId);
    for (const [level, start] of instance.starts) {
      for (let below = level; below < LEVELS; below += 1) counts[below] = undefined;
      counts[level] = start - 1;
    }
  }

  #write(
    definition: Level,
    definitions: readonly (Level | undefined)[],
    counts: readonly (number | undefined)[],
  ): string {
    return definition.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
      const level = Number(digit) - 1;
      const count = counts[level] ?? definitions[level]?.start ?? 1;
      const format = definitions[level]?.format ?? 'decimal';
      if (definition.isLegal && format !== 'none') return String(count);
      const written = formatNumber(count, format);
      if (written === undefined) this.#unknownFormats.add(format);
      return written ?? String(count);
    });
  }
}

/** What Word shows before a paragraph. */
export type ListLabel =
  | { kind: 'number'; level: number; text: string }
  | { kind: 'bullet'; level: number };

/** A definition of a list. */
export interface ListDefinition {
  id: string;
  levels: (Level | undefined)[];
  style: string | undefined;
  styleLink: string | undefined;
}

/** A list as paragraphs name it: a definition, with changes of its own. */
export interface ListInstance {
  id: string;
  list: string;
  levels: (Level | undefined)[];
  /** Level and the number it starts from anew. */
  starts: [level: number, start: number][];
}

/** How one level of a list is numbered. */
export interface Level {
  /** As OOXML names it. */
  format: string;
  /** With %1 … %9 for the numbers of the levels. */
  text: string;
  start: number;
  /** From 1: the level that makes this one start anew; 0 for none, `undefined` for any above. */
  restart: number | undefined;
  isLegal: boolean;
  style: string | undefined;
}
