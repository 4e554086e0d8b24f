import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PaperBody } from '../collection/paper.ts';
import type { SourceProblem } from '../collection/read-source.ts';
import { type PaperText, type RenderedPaper, renderPaper } from './render-paper.ts';

/** A body that nothing asked for in so long belongs to a paper that is gone. */
const KEPT_MS = 24 * 60 * 60 * 1000;

/**
 * Renders a source and keeps the body in a file of its own, named by the digest: in Astro's store, which
 * is one file, thousands of bodies would be read and written at each start.
 */
export async function renderAndKeep(source: SourceToRender, folder: string): Promise<KeptPaper> {
  const { path, digest } = source;
  try {
    const { structure, body, images } = await renderPaper(source);
    await mkdir(folder, { recursive: true });
    const file = join(folder, `${digest}.json`);
    // Whole or not at all, whoever else writes the same.
    const draft = `${file}.${randomUUID()}`;
    await writeFile(draft, JSON.stringify(body));
    await rename(draft, file);
    return { structure, images };
  } catch (error) {
    return { path, ...describeFailure(error) };
  }
}

/** Reads a paper's body by the paper's digest. */
export async function readPaperBody(folder: string, digest: string): Promise<PaperBody> {
  return JSON.parse(await readFile(join(folder, `${digest}.json`), 'utf8')) as PaperBody;
}

/** Digests of the bodies that are kept. */
export async function listPaperBodies(folder: string): Promise<Set<string>> {
  const names = await readdir(folder).catch(() => []);
  return new Set(names.map((name) => name.replace(/\.json$/, '')));
}

/** Deletes the bodies of papers that are no more, when they are a day old. */
export async function forgetPaperBodies(folder: string, digests: Iterable<string>): Promise<void> {
  for (const digest of digests) {
    const file = join(folder, digest.includes('.') ? digest : `${digest}.json`);
    const found = await stat(file).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > KEPT_MS) await rm(file, { force: true });
  }
}

function describeFailure(error: unknown): Omit<SourceProblem, 'path'> {
  const { reason, line, message } = error as { reason?: string; line?: number; message?: string };
  return {
    line: line ?? 1,
    message: `这一篇排不成网页（${(reason ?? message ?? String(error)).split('\n').pop()}）。请检查这一行附近的写法；仍不行时，改成普通段落。`,
  };
}

/** A source the pipeline has not seen. */
export interface SourceToRender extends PaperText {
  digest: string;
}

/** What the pipeline has made of a source, but for the body; or why it could not. */
export type KeptPaper = Pick<RenderedPaper, 'structure' | 'images'> | SourceProblem;
