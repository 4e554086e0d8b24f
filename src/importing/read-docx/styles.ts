import type { Script } from '../to-phrasing.ts';
import { childOf, childrenOf, propertyOf, type XmlElement } from './parse-xml.ts';

/** Word's default where a document says nothing (ECMA-376 part 1, 17.3.2.38), in half points. */
const DEFAULT_SIZE = 20;

const SCRIPTS: Readonly<Record<string, Script>> = { superscript: 'sup', subscript: 'sub' };

/**
 * What the styles of a document make of its paragraphs and runs: properties are looked for in the
 * paragraph itself, its style, the styles that one is based on, and the document's defaults.
 */
export class Styles {
  readonly #styles = new Map<string, XmlElement>();
  readonly #defaults: XmlElement | undefined;
  readonly #defaultParagraph: string | undefined;

  /** @param root The root of `styles.xml`. */
  constructor(root: XmlElement | undefined) {
    for (const style of childrenOf(root, 'w:style')) {
      this.#styles.set(style.attributes['w:styleId'] ?? '', style);
    }
    this.#defaults = childOf(root, 'w:docDefaults');
    this.#defaultParagraph = childrenOf(root, 'w:style').find(
      ({ attributes }) =>
        attributes['w:type'] === 'paragraph' &&
        /^(?:1|true|on)$/.test(attributes['w:default'] ?? ''),
    )?.attributes['w:styleId'];
  }

  /** What holds for a paragraph with these properties (`w:pPr`). */
  paragraph(properties: XmlElement | undefined): ParagraphLooks {
    const chain = this.#chain(propertyOf(properties, 'w:pStyle') ?? this.#defaultParagraph);
    const layers = [properties, ...chain.map((style) => childOf(style, 'w:pPr'))];
    const names = chain.map((style) => (propertyOf(style, 'w:name') ?? '').toLowerCase());
    const outline = first(layers, (layer) => propertyOf(layer, 'w:outlineLvl'));
    const named = names.map((name) => /^(?:heading|标题) ?([1-9])$/.exec(name)?.[1]).find(Boolean);
    const numbering = first(layers, (layer) => childOf(layer, 'w:numPr'));
    const level = outline === undefined ? Number(named ?? 0) : Number(outline) + 1;
    return {
      isTitle: names.some((name) => name === 'title' || name === '标题'),
      isContents: /^(?:toc|目录) ?\d|^toc heading$/.test(names[0] ?? ''),
      isCentered: first(layers, (layer) => propertyOf(layer, 'w:jc')) === 'center',
      isIndented: layers.some((layer) => {
        const { attributes = {} } = childOf(layer, 'w:ind') ?? {};
        return Number(attributes['w:firstLineChars'] ?? attributes['w:firstLine'] ?? 0) > 0;
      }),
      startsPage: isOn(first(layers, (layer) => childOf(layer, 'w:pageBreakBefore'))),
      level: level >= 1 && level <= 9 ? level : undefined,
      numId: first(layers, (layer) => propertyOf(childOf(layer, 'w:numPr'), 'w:numId')),
      numLevel: numbering && propertyOf(numbering, 'w:ilvl'),
      numStyle: chain.find((style) => childOf(childOf(style, 'w:pPr'), 'w:numPr'))?.attributes[
        'w:styleId'
      ],
      run: this.#runOf([
        ...chain.map((style) => childOf(style, 'w:rPr')),
        childOf(childOf(this.#defaults, 'w:rPrDefault'), 'w:rPr'),
      ]),
    };
  }

  /** What holds for a run with these properties (`w:rPr`) in a paragraph. */
  run(properties: XmlElement | undefined, paragraph: ParagraphLooks): RunLooks {
    const chain = this.#chain(propertyOf(properties, 'w:rStyle'));
    const own = this.#runOf([properties, ...chain.map((style) => childOf(style, 'w:rPr'))]);
    return {
      isBold: own.isBold ?? paragraph.run.isBold,
      isItalic: own.isItalic ?? paragraph.run.isItalic,
      isStruck: own.isStruck ?? paragraph.run.isStruck,
      isHidden: own.isHidden ?? paragraph.run.isHidden,
      script: own.script ?? paragraph.run.script,
      size: own.size ?? paragraph.run.size ?? DEFAULT_SIZE,
    };
  }

  #runOf(layers: readonly (XmlElement | undefined)[]): RunLooks {
    const toggle = (...names: string[]) => {
      const found = first(layers, (layer) =>
        names.map((name) => childOf(layer, name)).find(Boolean),
      );
      return found && isOn(found);
    };
    const size = first(layers, (layer) => propertyOf(layer, 'w:sz'));
    const position = first(layers, (layer) => propertyOf(layer, 'w:vertAlign'));
    const dots = first(layers, (layer) => propertyOf(layer, 'w:em'));
    return {
      isBold: toggle('w:b'),
      // Dots under characters are what Chinese has for italics.
      isItalic: dots !== undefined && dots !== 'none' ? true : toggle('w:i'),
      isStruck: toggle('w:strike', 'w:dstrike'),
      isHidden: toggle('w:vanish'),
      script: SCRIPTS[position ?? ''],
      size: size === undefined ? undefined : Number(size),
    };
  }

  #chain(id: string | undefined): XmlElement[] {
    const chain: XmlElement[] = [];
    let style = this.#styles.get(id ?? '');
    while (style && !chain.includes(style)) {
      chain.push(style);
      style = this.#styles.get(propertyOf(style, 'w:basedOn') ?? '');
    }
    return chain;
  }
}

function first<Layer, Value>(
  layers: readonly Layer[],
  read: (layer: Layer) => Value | undefined,
): Value | undefined {
  for (const layer of layers) {
    const value = read(layer);
    if (value !== undefined) return value;
  }
  return undefined;
}

function isOn(element: XmlElement | undefined): boolean {
  return element !== undefined && !/^(?:0|false|off)$/.test(element.attributes['w:val'] ?? '');
}

export interface ParagraphLooks {
  isTitle: boolean;
  /** An entry of a table of contents. */
  isContents: boolean;
  isCentered: boolean;
  isIndented: boolean;
  startsPage: boolean;
  /** Outline level, from 1. */
  level: number | undefined;
  numId: string | undefined;
  numLevel: string | undefined;
  /** Id of the style that brings the numbering, where a style does. */
  numStyle: string | undefined;
  run: RunLooks;
}

export interface RunLooks {
  isBold: boolean | undefined;
  isItalic: boolean | undefined;
  isStruck: boolean | undefined;
  isHidden: boolean | undefined;
  script: Script | undefined;
  /** In half points. */
  size: number | undefined;
}
