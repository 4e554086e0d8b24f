import { type Level, type ListDefinition, type ListInstance, Numbering } from '../numbering.ts';
import { childOf, childrenOf, propertyOf, type XmlElement } from './parse-xml.ts';

/**
 * Reads the automatic numbering of a .docx.
 *
 * @param root The root of `numbering.xml`; without one nothing is numbered.
 */
export function readNumbering(root: XmlElement | undefined): Numbering {
  return new Numbering(
    childrenOf(root, 'w:abstractNum').map(readList),
    childrenOf(root, 'w:num').map(readInstance),
  );
}

function readList(element: XmlElement): ListDefinition {
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
    id: element.attributes['w:numId'] ?? '',
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
