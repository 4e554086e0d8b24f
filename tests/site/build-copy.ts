import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const PARTS = ['package.json', 'astro.config.ts', 'tsconfig.json', 'src', 'content', 'public'];

/**
 * Copies the project into a folder of its own, so that a test can change its content without
 * touching the editor's.
 */
export async function copyProject(): Promise<ProjectCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'papers-'));
  await Promise.all(PARTS.map((part) => cp(part, join(folder, part), { recursive: true })));
  await symlink(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  return {
    folder,
    write: (path, content) => writeFile(join(folder, path), content),
    build: (env = {}) => runAstro(folder, ['build'], env),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** What Vitest puts into the environment and a build would take for its own mode. */
const OF_VITEST = /^(?:VITE|TEST$|MODE$|DEV$|PROD$|SSR$|BASE_URL$|NODE_ENV$)/;

function runAstro(cwd: string, args: string[], env: Record<string, string>): Promise<Outcome> {
  const own = Object.entries(process.env).filter(([name]) => !OF_VITEST.test(name));
  return new Promise((done) => {
    const child = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', ...args], {
      cwd,
      env: { ...Object.fromEntries(own), NO_COLOR: '1', ...env },
    });
    let output = '';
    child.stdout.on('data', (data: Buffer) => (output += data.toString()));
    child.stderr.on('data', (data: Buffer) => (output += data.toString()));
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}

/** A copy of the project that a test may change and build. */
export interface ProjectCopy {
  folder: string;
  write: (path: string, content: string | Uint8Array) => Promise<void>;
  build: (env?: Record<string, string>) => Promise<Outcome>;
  remove: () => Promise<void>;
}

/** How a build ended and all it printed. */
export interface Outcome {
  code: number;
  output: string;
}
