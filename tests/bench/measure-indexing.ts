import { spawn } from 'node:child_process';
import { watchMemory } from './watch-memory.ts';

/**
 * Indexes papers in a process of its own.
 *
 * @returns Seconds, and the most memory in MB that the process and those it started held at a time;
 * no memory where there is no `/proc`.
 */
export async function measureIndexing(
  kind: 'stock' | 'ours',
  count: number,
  folder: string,
): Promise<{ seconds: number; megabytes: number | undefined }> {
  const child = spawn(process.execPath, [
    'tests/bench/index-papers.ts',
    kind,
    String(count),
    folder,
  ]);
  let output = '';
  let errors = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  const stopWatch = watchMemory(child.pid);
  const code = await new Promise((done) => child.on('close', done));
  const megabytes = stopWatch();
  if (code !== 0) throw new Error(errors);
  return { seconds: Number(output), megabytes };
}
