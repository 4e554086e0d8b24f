/**
 * What a paper's page is told of its 同文 when the reader asks for it, as it stands in a file of several
 * neighbouring papers. `client/show-parallels.ts` reads it.
 */
export interface ParallelPack {
  /** The papers that are named: id and name. */
  names: [id: string, name: string][];
  /** By the papers' ids. */
  runs: Record<string, MarkedRun[]>;
}

/** A run of a paper that stands in others too. */
export interface MarkedRun {
  /** Index of its passage in the paper, and where in it the run starts and ends. */
  at: [passage: number, start: number, end: number];
  /** The first of the other papers. */
  others: ParallelPlace[];
  /** How many other papers there are. */
  total: number;
}

/**
 * Where a run stands in another paper: index among the names, anchor, and how it begins there when that
 * is written otherwise.
 */
export type ParallelPlace = [paper: number, anchor: string, words?: string];
