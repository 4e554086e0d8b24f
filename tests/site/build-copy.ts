import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** For builds of which no test asks for compressed copies, the most of what they take. */
export const UNCOMPRESSED = { PRECOMPRESS: 'off' };

/** What a site is built from. */
export const PARTS = [
  'package.json',
  'astro.config.ts',
  'tsconfig.json',
  'src',
  'content',
  'public',
];

/**
 * Copies the project into a folder of its own, so that a test can change its content without
 * touching the editor's.
 *
 * @param place An empty folder; one that has no name yet when absent.
 */
export async function copyProject(place?: string): Promise<ProjectCopy> {
  const folder = place ?? (await mkdtemp(join(tmpdir(), 'papers-')));
  await Promise.all(PARTS.map((part) => cp(part, join(folder, part), { recursive: true })));
  await linkPackages(join(folder, 'node_modules'));
  const startBuild = (env: Record<string, string> = {}) => runScript(folder, ['build'], env);
  return {
    folder,
    startBuild,
    write: (path, content) => writeFile(join(folder, path), content),
    build: (env = {}) =>
      new Promise((done) => {
        const child = startBuild(env);
        let output = '';
        child.stdout.on('data', (data: Buffer) => (output += data.toString()));
        child.stderr.on('data', (data: Buffer) => (output += data.toString()));
        child.on('close', (code) => done({ code: code ?? 1, output }));
      }),
    dev: (port) => runScript(folder, ['dev', '--', '--port', String(port)], {}),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Package by package: what builds keep between them in `node_modules` is each copy's own. */
async function linkPackages(folder: string): Promise<void> {
  await mkdir(folder);
  const names = (await readdir('node_modules')).filter(
    (name) => name === '.bin' || !name.startsWith('.'),
  );
  await Promise.all(
    names.map((name) => symlink(resolve('node_modules', name), join(folder, name), 'junction')),
  );
}

/** What Vitest and Playwright put into the environment and a build would take as meant for it. */
const OF_TESTS = /^(?:VITE|TEST$|MODE$|DEV$|PROD$|SSR$|BASE_URL$|NODE_ENV$|FORCE_COLOR$)/;

function runScript(
  cwd: string,
  args: string[],
  env: Record<string, string>,
): ChildProcessWithoutNullStreams {
  const own = Object.entries(process.env).filter(([name]) => !OF_TESTS.test(name));
  return spawn('npm', ['run', '--silent', ...args], {
    cwd,
    env: { ...Object.fromEntries(own), NO_COLOR: '1', ...env },
    // A group of its own, so that what the script has started can be ended with it.
    detached: true,
  });
}

/** A copy of the project that a test may change and build. */
export interface ProjectCopy {
  folder: string;
  write: (path: string, content: string | Uint8Array) => Promise<void>;
  /** Runs `npm run build`, with additions to the environment. */
  build: (env?: Record<string, string>) => Promise<Outcome>;
  /** The same, for those who look on. */
  startBuild: (env?: Record<string, string>) => ChildProcessWithoutNullStreams;
  /** Starts `npm run dev`; the caller ends the process group. */
  dev: (port: number) => ChildProcessWithoutNullStreams;
  remove: () => Promise<void>;
}

/** How a build ended and all it printed. */
export interface Outcome {
  code: number;
  output: string;
}
