import type { RemarkGroup } from '../report/group-remarks.ts';

/** What the desk is told of a document it has handed in. */
export interface DeskAnswer {
  /** Why nothing of it can be taken, and what to do. */
  failure?: string;
  remarks: RemarkGroup[];
  papers: DeskPaper[];
}

/** A paper that waits to be put away. */
export interface DeskPaper {
  /** Names it when it is put away. */
  token: string;
  facts: DeskFacts;
  /** The file that has this very text already. */
  known?: string;
  /** Its body as the site's own pipeline renders it, sanitized. */
  html: string;
  outline: string[];
  charactersIn: number;
  charactersOut: number;
  remarks: RemarkGroup[];
  /** The document's own text, a string for each of its paragraphs. */
  lines: string[];
}

/** What an editor may mend before a paper is put away. */
export interface DeskFacts {
  title: string;
  /** As 2023-03-01, or empty. */
  date: string;
  topic: string;
  source: string;
  /** `null` for none; what is offered is free for the first paper of a document. */
  order: number | null;
}

/** What the desk is told when it has asked to put a paper away. */
export interface DeskReceipt {
  /** File in the folder of papers. */
  file?: string;
  /** Address of its page. */
  address?: string;
  /** Why it was not put away, and what to do. */
  failure?: string;
}
