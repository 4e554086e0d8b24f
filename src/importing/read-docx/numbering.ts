import { formatNumber } from './number-format.ts';
import { childOf, childrenOf, propertyOf, type XmlElement } from './parse-xml.ts';

const LEVELS = 9;

/**
 * The automatic numbering of one document: what Word shows before a paragraph and keeps in no text
 * (ECMA-376 part 1, 17.9). Paragraphs must be asked for in the order they stand in.
 */
export class Numbering {
  readonly #lists = new Map<string, AbstractList>();
  readonly #instances = new Map<string, ListInstance>();
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #restarted = new Set<string>();
  readonly #unknownFormats = new Set<string>();

  /** @param root The root of `numbering.xml`; without one nothing is numbered. */
  constructor(root: XmlElement | undefined) {
    for (const element of childrenOf(root, 'w:abstractNum')) {
      this.#lists.set(element.attributes['w:abstractNumId'] ?? '', readList(element));
    }
    for (const element of childrenOf(root, 'w:num')) {
      this.#instances.set(element.attributes['w:numId'] ?? '', readInstance(element));
    }
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

  #listOf(numId: string): AbstractList | undefined {
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

function readList(element: XmlElement): AbstractList {
  return {
    id: element.attributes['w:abstractNumId'] ?? '',
    levels: readLevels(childrenOf(element, 'w:lvl')),
    style: propertyOf(element, 'w:styleLink'),
    styleLink: propertyOf(element, 'w:numStyleLink'),
  };
}

function readInstance(element: XmlElement): ListInstance {
  const overrides = childrenOf(element, 'w:lvlOverride');
  return {
    list: propertyOf(element, 'w:abstractNumId') ?? '',
    levels: readLevels(overrides.flatMap((override) => childrenOf(override, 'w:lvl'))),
    starts: overrides.flatMap((override): [number, number][] => {
      const start = propertyOf(override, 'w:startOverride');
      return start === undefined ? [] : [[readLevelNumber(override), Number(start)]];
    }),
  };
}

function readLevels(elements: readonly XmlElement[]): (Level | undefined)[] {
  const levels: (Level | undefined)[] = [];
  for (const element of elements) {
    const restart = propertyOf(element, 'w:lvlRestart');
    const legal = childOf(element, 'w:isLgl');
    levels[readLevelNumber(element)] = {
      format: readFormat(element),
      text: propertyOf(element, 'w:lvlText') ?? '',
      start: Number(propertyOf(element, 'w:start') ?? 0),
      restart: restart === undefined ? undefined : Number(restart),
      isLegal: legal !== undefined && !/^(?:0|false|off)$/.test(legal.attributes['w:val'] ?? ''),
      style: propertyOf(element, 'w:pStyle'),
    };
  }
  return levels;
}

/** Newer formats stand in an alternative whose fallback is an older one. */
function readFormat(element: XmlElement): string {
  const direct = propertyOf(element, 'w:numFmt');
  if (direct !== undefined) return direct;
  const alternatives = childOf(element, 'mc:AlternateContent');
  const custom = childOf(childOf(alternatives, 'mc:Choice'), 'w:numFmt');
  if (custom && custom.attributes['w:val'] !== 'custom') return custom.attributes['w:val'] ?? '';
  return propertyOf(childOf(alternatives, 'mc:Fallback'), 'w:numFmt') ?? 'decimal';
}

function readLevelNumber(element: XmlElement): number {
  return Number(element.attributes['w:ilvl'] ?? 0);
}

/** What Word shows before a paragraph. */
export type ListLabel =
  | { kind: 'number'; level: number; text: string }
  | { kind: 'bullet'; level: number };

interface AbstractList {
  id: string;
  levels: (Level | undefined)[];
  style: string | undefined;
  styleLink: string | undefined;
}

interface ListInstance {
  list: string;
  levels: (Level | undefined)[];
  /** Level and the number it starts from anew. */
  starts: [level: number, start: number][];
}

interface Level {
  format: string;
  /** With %1 … %9 for the numbers of the levels. */
  text: string;
  start: number;
  /** From 1: the level that makes this one start anew; 0 for none, `undefined` for any above. */
  restart: number | undefined;
  isLegal: boolean;
  style: string | undefined;
}
