import type { BlockContent, Paragraph, Table } from 'mdast';

/** A document as read, before it is known how many papers it holds. */
export interface Draft {
  blocks: DraftBlock[];
  /** In the order of their references. */
  footnotes: DraftFootnote[];
  pictures: DraftPicture[];
  remarks: Remark[];
  /** What the document says of itself outside its text. */
  known: KnownFacts;
  /** Whether blocks are lines of a plain text rather than paragraphs of a document. */
  isByLine?: boolean;
  /** The body itself, where the document is Markdown already. */
  markdown?: string;
}

/** A paragraph, table or list, with the looks that tell a title from a sentence. */
export interface DraftBlock {
  content: BlockContent;
  looks: Looks;
  /** The lines it was in the document, where it has been made of several. */
  lines?: string[];
}

/** A block that is a paragraph. */
export interface DraftParagraph extends DraftBlock {
  content: Paragraph;
}

export interface Looks {
  /** Has the style of a document's title. */
  isTitle?: boolean;
  isCentered?: boolean;
  /** Size of type in half points, where known. */
  size?: number;
  /** A page begins here, by a break and not by chance. */
  startsPage?: boolean;
  /** An empty line or an indent stands before, so the paragraph continues nothing. */
  isApart?: boolean;
  /** Outline level of its style, from 1. */
  level?: number;
  /** Depth in a bulleted list, from 0. */
  bullet?: number;
}

export interface DraftFootnote {
  /** What its reference names it by. */
  id: string;
  content: BlockContent[];
}

export interface DraftPicture {
  /** What an image node's `url` names it by. */
  id: string;
  /** `png`, `jpg`, `gif` or `webp`, from its bytes. */
  extension: string;
  bytes: Uint8Array;
}

export interface KnownFacts {
  title?: string;
  /** As 2023-03-01. */
  date?: string;
  source?: string;
  topic?: string;
  summary?: string;
  label?: string;
}

/** Something an editor should know about what became of a document's text. */
export interface Remark {
  /**
   * `left-out`: text not taken over. `added`: text that stands in no file, such as automatic numbers.
   * `joined`: lines made one. `note`: how it was read. `doubt`: to be looked at.
   */
  kind: 'left-out' | 'added' | 'joined' | 'note' | 'doubt';
  /** In Chinese, without the text it is about. */
  message: string;
  /** The text it is about. */
  text?: string;
}

/** @returns Whether a block is a paragraph of the document itself, and no item of a list. */
export function isParagraph(block: DraftBlock): block is DraftParagraph {
  return block.content.type === 'paragraph' && block.looks.bullet === undefined;
}

/** @returns Whether a block is a table. */
export function isTable(block: DraftBlock): block is DraftBlock & { content: Table } {
  return block.content.type === 'table';
}
