import { readdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Text only: fonts, pictures, the EPUB and the index are compressed inside. */
const COMPRESSIBLE = /\.(?:html|css|js|json|md|xml|svg|txt|webmanifest)$/;

/** Smaller ones fit the first packet as they are. */
const MIN_BYTES = 512;

const toBrotli = promisify(brotliCompress);
const toGzip = promisify<Buffer, { level: number }, Buffer>(gzip);

/**
 * Writes `.br` and `.gz` beside every file of text in a folder, for servers to send as they are, where
 * they are smaller than the file. Equal files give equal bytes.
 *
 * A few files are in hand at a time, so memory does not grow with the number of pages.
 */
export async function compressFiles(folder: string): Promise<void> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && COMPRESSIBLE.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .values();
  const work = async () => {
    for (const file of files) await compressFile(file);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
}

async function compressFile(file: string): Promise<void> {
  const content = await readFile(file);
  if (content.length <= MIN_BYTES) return;
  const brotli = await toBrotli(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });
  const gzipped = await toGzip(content, { level: constants.Z_BEST_COMPRESSION });
  // Node writes no time, but names the system it runs on; 255 is "unknown" (RFC 1952 §2.3.1).
  gzipped[9] = 255;
  if (brotli.length < content.length) await writeFile(`${file}.br`, brotli);
  if (gzipped.length < content.length) await writeFile(`${file}.gz`, gzipped);
}
