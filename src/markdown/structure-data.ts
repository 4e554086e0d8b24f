import type { Element, ElementData } from 'hast';

/**
 * What the structure plugins leave on an element for the outline, in its `data`, which is not
 * written to the page.
 */
export interface StructureData {
  kind: 'heading' | 'point';
  /** As written; empty when unnumbered. */
  ordinal: string;
  /** As the outline shows it, ordinal included. */
  text: string;
  /** Headings: 0 for the outermost. Points: 0 for those right under their heading. */
  depth: number;
}

declare module 'hast' {
  interface ElementData {
    structure?: StructureData;
  }
}

/** Notes on an element what it is in the paper's structure. */
export function setStructure(node: Element, structure: StructureData): void {
  // The HTML parser's types demand a position that only elements it has read have.
  node.data = { ...node.data, structure } as ElementData;
}
