/** What a document consists of, before it is laid out: a tree of HTML brought to Word's terms. */
export type Block = ParagraphBlock | TableBlock;

/** A paragraph. */
export interface ParagraphBlock {
  type: 'paragraph';
  role: 'text' | 'heading' | 'quote' | 'code' | 'rule';
  /** Of a heading: its level in the outline, from 1. */
  level: number;
  /** How many lists and the like it stands in. */
  depth: number;
  /** The list whose item it begins, by its place among the document's lists. */
  list?: number;
  align?: 'left' | 'center' | 'right';
  inlines: Inline[];
}

/** A table; every row has the cells that begin in it. */
export interface TableBlock {
  type: 'table';
  rows: { isHeader: boolean; cells: Cell[] }[];
}

/** A cell of a table. */
export interface Cell {
  columns: number;
  rows: number;
  blocks: Block[];
}

/** Something in a line. */
export type Inline =
  | { type: 'text'; text: string; look: Look }
  | { type: 'break' }
  /** A mark of a note, by the note's place among the document's notes. */
  | { type: 'note'; note: number }
  | { type: 'picture'; src: string; alt: string }
  | { type: 'checkbox'; isChecked: boolean }
  | { type: 'link'; href: string; inlines: Inline[] };

/** How characters differ from those around them. */
export interface Look {
  /** Level in the outline, from 1, of the innermost point it belongs to. */
  point?: number;
  /** Whether it is in that point's lead. */
  isLead?: boolean;
  isBold?: boolean;
  isEmphasis?: boolean;
  isStruck?: boolean;
  isInserted?: boolean;
  isCode?: boolean;
  isLink?: boolean;
  script?: 'super' | 'sub';
}

/** A list, as its numbers and bullets go. */
export interface List {
  isOrdered: boolean;
  start: number;
}

/** A body in Word's terms. */
export interface DocumentBody {
  blocks: Block[];
  lists: List[];
  /** What each note says, in the order of their first marks. */
  notes: Block[][];
}
