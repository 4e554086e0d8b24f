import { type FinishOptions, finishOrRestore } from './finish-or-restore.ts';

/** Finishes a page in a worker. Returns whether it was finished before. */
export default function finishInWorker({ path, ...options }: Task): Promise<boolean> {
  return finishOrRestore(path, options);
}

interface Task extends FinishOptions {
  path: string;
}
