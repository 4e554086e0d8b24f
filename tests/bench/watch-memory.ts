import { readdirSync, readFileSync } from 'node:fs';

/**
 * Watches the memory of a process and of all it starts, until told to stop.
 *
 * @returns Ends the watch and tells the most MB that they held at a time; nothing where there is no
 * `/proc`.
 */
export function watchMemory(id: number | undefined): () => number | undefined {
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, id ? readMemory(id) : 0);
  }, 100);
  return () => {
    clearInterval(timer);
    return peak ? peak / 1024 : undefined;
  };
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
