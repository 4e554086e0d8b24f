import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

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
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, child.pid ? readMemory(child.pid) : 0);
  }, 100);
  const code = await new Promise((done) => child.on('close', done));
  clearInterval(timer);
  if (code !== 0) throw new Error(errors);
  return { seconds: Number(output), megabytes: peak ? peak / 1024 : undefined };
}

/** Resident memory in KB of a process and all below it. */
function readMemory(root: number): number {
  const processes = new Map<number, { parent: number; kilobytes: number }>();
  try {
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue;
      const status = readStatus(name);
      if (status) processes.set(Number(name), status);
    }
  } catch {
    return 0;
  }
  const isBelow = (id: number): boolean =>
    id === root || (processes.has(id) && isBelow(processes.get(id)?.parent ?? 0));
  return [...processes]
    .filter(([id]) => isBelow(id))
    .reduce((sum, [, { kilobytes }]) => sum + kilobytes, 0);
}

function readStatus(id: string): { parent: number; kilobytes: number } | undefined {
  try {
    const status = readFileSync(`/proc/${id}/status`, 'utf8');
    return {
      parent: Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]),
      kilobytes: Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0),
    };
  } catch {
    // It has ended in the meantime.
    return undefined;
  }
}
