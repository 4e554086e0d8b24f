import type { OutlineEntry } from './outline-entry.ts';

/** What the Markdown pipeline finds out about a paper's body. */
export interface PaperStructure {
  outline: OutlineEntry[];
  /** 字数 of the whole body. */
  characters: number;
  /** How the body divides: a stretch for each first-level entry, and those that belong to none. */
  spans: PaperSpan[];
  /** Text of the first paragraph. */
  opening: string;
  /** The runs of text that a phrase may stand in, in order. */
  passages: PaperPassage[];
}

/** A heading, paragraph, list item, cell or note. */
export interface PaperPassage {
  /** Anchor on the paper's page. */
  id: string;
  text: string;
  /** Offsets in `text` from where a point's own anchor holds. */
  places: [offset: number, id: string][];
}

/** A stretch of the body. */
export interface PaperSpan {
  /** Id of its first-level outline entry; `null` for an introduction or a closing line. */
  id: string | null;
  /** 字数 of the stretch. */
  characters: number;
}
