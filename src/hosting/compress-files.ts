import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { KeptFiles, keyOf } from './kept-files.ts';

/**
 * What is shown and is text. Fonts, pictures, the EPUB and the index are compressed inside, and papers'
 * sources are downloaded, not shown.
 */
const COMPRESSIBLE = /\.(?:html|css|js|json|xml|svg|webmanifest)$/;

/** Loaded from disk only, where nothing is compressed. */
const FROM_DISK = /^search\/texts-\w+\.js$/;

/** Smaller ones fit the first packet as they are. */
const MIN_BYTES = 512;

/**
 * A site up to this size is compressed as far as Brotli can, at 0.8 MB/s a core; a larger one, which
 * would take minutes, to a level 7 % worse at 30 MB/s.
 */
const SMALL_SITE = 8 * 1024 * 1024;
const LARGE_QUALITY = 8;

const toBrotli = promisify(brotliCompress);
const toGzip = promisify<Buffer, { level: number }, Buffer>(gzip);

/**
 * Writes `.br` and `.gz` beside every file of text in a folder that a page shows, for servers to send as
 * they are, where they are smaller than the file. Equal sites give equal bytes.
 *
 * A few files are in hand at a time, so memory does not grow with the number of pages.
 *
 * @param cache Folder of copies made before, which are taken from there.
 * @param onFile Told after each file how many there are.
 */
export async function compressFiles(
  folder: string,
  cache?: string,
  onFile: (total: number) => void = () => {},
): Promise<void> {
  const files: string[] = [];
  let bytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const path = file.slice(folder.replace(/[/\\]*$/, '/').length).replaceAll('\\', '/');
    if (!entry.isFile() || !COMPRESSIBLE.test(path) || FROM_DISK.test(path)) continue;
    files.push(file);
    bytes += (await stat(file)).size;
  }
  const quality = bytes <= SMALL_SITE ? constants.BROTLI_MAX_QUALITY : LARGE_QUALITY;
  const kept = cache === undefined ? undefined : new KeptFiles(cache);
  const queue = files.values();
  const work = async () => {
    for (const file of queue) {
      await compressFile(file, quality, kept);
      onFile(files.length);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  await kept?.forgetOld();
}

async function compressFile(file: string, quality: number, kept?: KeptFiles): Promise<void> {
  const content = await readFile(file);
  if (content.length <= MIN_BYTES) return;
  const ways: [ending: string, compress: () => Promise<Buffer>][] = [
    ['.br', () => compressBrotli(content, quality)],
    ['.gz', () => compressGzip(content)],
  ];
  for (const [ending, compress] of ways) {
    const key = keyOf(ending, String(quality), content);
    if (await kept?.restore(key, file + ending)) continue;
    const compressed = await compress();
    if (compressed.length >= content.length) continue;
    await writeFile(file + ending, compressed);
    await kept?.keep(key, compressed);
  }
}

function compressBrotli(content: Buffer, quality: number): Promise<Buffer> {
  return toBrotli(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });
}

async function compressGzip(content: Buffer): Promise<Buffer> {
  const gzipped = await toGzip(content, { level: constants.Z_BEST_COMPRESSION });
  // Node writes no time, but names the system it runs on; 255 is "unknown" (RFC 1952 §2.3.1).
  gzipped[9] = 255;
  return gzipped;
}
