import type { Element, ElementData } from 'hast';
import type { Judgement } from '../text/judge-lines.ts';

/**
 * What the structure plugins leave on an element for the outline, in its `data`, which is not
 * written to the page.
 */
export interface StructureData {
  kind: 'heading' | 'point' | 'article';
  /** As written; empty when unnumbered. */
  ordinal: string;
  /** As the outline shows it, ordinal included. */
  text: string;
  /** 0 for the outermost; articles stand under whatever heading is open. */
  depth: number;
  /** An article's number: `12`, or `12-1` for 第十二条之一. */
  number?: string;
}

declare module 'hast' {
  interface ElementData {
    structure?: StructureData;
    judgement?: Judgement;
  }
}

/** Notes on an element what it is in the paper's structure. */
export function setStructure(node: Element, structure: StructureData): void {
  // The HTML parser's types demand a position that only elements it has read have.
  node.data = { ...node.data, structure } as ElementData;
}

/** Notes on a paragraph what its numbering makes of it, for the plugins that cut it up. */
export function setJudgement(node: Element, judgement: Judgement): void {
  node.data = { ...node.data, judgement } as ElementData;
}
