import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { makeDocx, paragraph } from '../unit/importing/make-docx.ts';
import { benchDocx } from './bench-docx.ts';
import { readBodies, recombine } from './make-papers.ts';

/**
 * Imports a folder of 500 made-up .docx, or as many as asked for, and prints what it costs; then what it
 * costs to make Word documents of papers again.
 */
export async function benchImport(scales: number[]): Promise<void> {
  process.stdout.write('documents  seconds  peak MB\n');
  for (const count of scales.length > 0 ? scales : [500]) {
    const { seconds, megabytes } = await measure(count);
    process.stdout.write(
      `${String(count).padStart(9)}  ${seconds.toFixed(1).padStart(7)}  ${megabytes.toFixed(0).padStart(7)}\n`,
    );
  }
  await benchDocx();
}

async function measure(count: number): Promise<{ seconds: number; megabytes: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-import-'));
  try {
    mkdirSync(join(folder, 'content/papers'), { recursive: true });
    mkdirSync(join(folder, 'documents'));
    let number = 0;
    for (const body of recombine(await readBodies('content/papers'), count)) {
      number += 1;
      const lines = body.split('\n').filter((line) => line !== '');
      const docx = makeDocx({
        body: [`第${number}号研讨材料`, ...lines].map((line) => paragraph(line)).join(''),
      });
      writeFileSync(join(folder, 'documents', `${number}.docx`), docx);
    }
    const start = performance.now();
    const child = spawn(process.execPath, [resolve('src/importing/import.ts'), 'documents'], {
      cwd: folder,
      env: { ...process.env, INIT_CWD: folder },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    let megabytes = 0;
    const timer = setInterval(() => {
      megabytes = Math.max(megabytes, readPeak(child.pid ?? 0));
    }, 100);
    const [code] = await once(child, 'exit');
    clearInterval(timer);
    if (code !== 0) throw new Error(`The import ended with ${code}.`);
    return { seconds: (performance.now() - start) / 1000, megabytes };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The most memory a process has held so far, in MB; 0 where there is no `/proc`. */
function readPeak(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
