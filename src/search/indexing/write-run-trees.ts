import type { Side } from '../../text/count-runs.ts';
import type { CodedPassages } from './code-passages.ts';
import { listRunTrees } from './list-run-trees.ts';
import { writeWords } from './write-words.ts';

/** Of a file of trees; each is loaded for one word. */
const FILE_BYTES = 24 * 1024;

/**
 * Writes what stands before, or behind, each word of a collection; also in a worker.
 *
 * @returns The first name in each file.
 */
export default async function writeRunTrees({ passages, side, folder }: Task): Promise<string[]> {
  return (await writeWords(listRunTrees(passages, side), folder, FILE_BYTES)).words;
}

interface Task {
  passages: CodedPassages;
  side: Side;
  /** Folder the files go into. */
  folder: string;
}
