import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** What a page about a paper may weigh: so many times its text, and what every page has around it. */
const TIMES_TEXT = 2;
const FRAME_BYTES = 16 * 1024;

/**
 * Measures what a build has written.
 *
 * @param dist The built site.
 * @param bodies Texts of the papers by their ids, without front matter.
 */
export function measureOutput(dist: string, bodies: ReadonlyMap<string, string>): OutputMeasure {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => ({ name, size: statSync(join(parentPath, name)).size }));
  const served = files.filter(({ name }) => !/\.(?:br|gz)$/.test(name));
  const sum = (all: typeof files) => all.reduce((total, { size }) => total + size, 0);
  const papers = [...bodies]
    .map(([id, body]) => {
      const allowed = TIMES_TEXT * Buffer.byteLength(body) + FRAME_BYTES;
      return { id, share: statSync(join(dist, 'papers', `${id}.html`)).size / allowed };
    })
    .sort((one, other) => one.share - other.share);
  return {
    bytes: sum(served),
    files: served.length,
    bytesWithCopies: sum(files),
    filesWithCopies: files.length,
    homeBytes: brotliCompressSync(readFileSync(join(dist, 'index.html'))).length,
    medianPaper: papers[Math.floor(papers.length / 2)]?.share ?? 0,
    worstPaper: papers.at(-1) ?? { id: '', share: 0 },
  };
}

/** What a build has written. */
export interface OutputMeasure {
  /** Without the compressed copies. */
  bytes: number;
  files: number;
  bytesWithCopies: number;
  filesWithCopies: number;
  /** The home page, in Brotli. */
  homeBytes: number;
  /** Bytes of a paper's HTML as a share of twice its text and 16 KB. */
  medianPaper: number;
  worstPaper: { id: string; share: number };
}
