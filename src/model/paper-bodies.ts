import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PaperBody } from '../collection/paper.ts';
import type { SourceProblem } from '../collection/read-source.ts';
import { KeptFiles } from '../kept-files.ts';
import { type PaperText, type RenderedPaper, renderPaper } from './render-paper.ts';

/**
 * Renders a source and keeps the body in a file of its own, named by the digest: in Astro's store, which
 * is one file, thousands of bodies would be read and written at each start.
 */
export async function renderAndKeep(source: SourceToRender, folder: string): Promise<KeptPaper> {
  const { path, digest } = source;
  try {
    const { structure, body, images } = await renderPaper(source);
    await new KeptFiles(folder).keep(bodyFile(digest), JSON.stringify(body));
    return { structure, images };
  } catch (error) {
    return { path, ...describeFailure(error) };
  }
}

/** Reads a paper's body by the paper's digest. */
export async function readPaperBody(folder: string, digest: string): Promise<PaperBody> {
  return JSON.parse(await readFile(join(folder, bodyFile(digest)), 'utf8')) as PaperBody;
}

/** Name of the file a body is kept in. */
export function bodyFile(digest: string): string {
  return `${digest}.json`;
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
