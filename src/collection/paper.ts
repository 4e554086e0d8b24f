import type { OutlineEntry } from './outline-entry.ts';
import type { PaperPassage, PaperSpan } from './paper-structure.ts';

/** What an editor writes about a paper in its front matter. */
export interface FrontMatter {
  title: string;
  /** Place in the collection, from 1. */
  order?: number | undefined;
  /** What the paper is called in the collection. */
  label?: string | undefined;
  topic?: string | undefined;
  summary?: string | undefined;
  source?: string | undefined;
  /** Day it was written or published: `2023-03-01`. */
  date?: string | undefined;
}

/** A paper without its body, as the model keeps it. */
export interface Paper extends FrontMatter {
  /** Its file name without ending, which is its address. */
  id: string;
  /** Path of its source from the project's root. */
  file: string;
  /** Tells one state of the source and of all that reads it from another. */
  digest: string;
  outline: readonly OutlineEntry[];
  /** 字数 of the whole body. */
  characters: number;
  /** How the body divides: a stretch for each first-level entry, and those that belong to none. */
  spans: readonly PaperSpan[];
  /** Text of the first paragraph. */
  opening: string;
  /** The different characters of its source, front matter included. */
  alphabet: string;
  /** Pictures beside it, as its body names them. */
  images: readonly string[];
  /** Place among all papers, from 1. */
  position: number;
  /** 第三篇, or what the editor calls it; empty where papers go by their titles alone. */
  label: string;
  /** What it is called where others are named too: its label, or in a large collection its title. */
  name: string;
  /** What tells it from others of the same title: `2024`, or the whole date; else empty. */
  distinction: string;
}

/** A paper's body, as the pipeline leaves it. */
export interface PaperBody {
  html: string;
  passages: readonly PaperPassage[];
}

/** All there is to know of the collection but the papers' bodies. */
export interface CollectionModel {
  collection: CollectionEntry;
  /** Where the rendered introduction is kept. */
  introduction: { folder: string; digest: string };
  /** In the order of the collection. */
  papers: readonly Paper[];
  /** Characters and what each becomes when texts are compared: `後后發发`. */
  variants: string;
  /** Folder of the papers' bodies, which lie there by their digests. */
  bodies: string;
}

/** What `collection.md` says of the collection. */
export interface CollectionEntry {
  title: string;
  shortTitle: string;
  description: string;
  /** Who wrote or edited it. */
  author?: string | undefined;
  /** Path of its source from the project's root. */
  file: string;
  /** The different characters of its source. */
  alphabet: string;
}
