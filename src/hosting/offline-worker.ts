import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';
import { OLDEST_BROWSER } from '../browsers.ts';
import { editions } from '../editions/editions.ts';
import { IMMUTABLE_FOLDERS, isImmutable } from './immutable-files.ts';

/** What the worker may keep by itself: the whole of a site up to this size. */
const UNASKED_BYTES = 1_000_000;

/** Of a larger site, what every page needs, the most needed first, as far as it fits. */
const SHELL = [
  /^offline\.html$/,
  /^(?:index|search)\.html$/,
  /^_astro\/.*\.(?:css|js)$/,
  /^scripts\//,
  /^[^/]+\.(?:svg|png|webmanifest)$/,
  /^fonts\//,
];

/** Files for others than a page's reader: hosts, and what only opens from disk. */
const OTHERS =
  /^(?:_headers|\.nojekyll|hosting\/.*|.*\.(?:xml|txt)|search\/texts-\w+\.js|404\.html)$/;

/** Files to take away. The edition that is a page is told by what it says of itself. */
const TAKEN_AWAY = Object.values(editions)
  .filter(({ ending, isKeptOffline }) => !isKeptOffline && ending !== 'html')
  .map(({ ending }) => `.${ending}`);

/**
 * A page with all it needs in it says so within so many bytes; but for the one for those offline, it is
 * for taking away.
 */
const HEAD_BYTES = 512;
const OFFLINE_PAGE = 'offline.html';

/**
 * Astro integration: writes the service worker, with the list of files it keeps by itself, and
 * `offline.json`, the list of all there is to save. Comes after everything that writes pages.
 */
export function offlineWorker(): AstroIntegration {
  return {
    name: 'offline-worker',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const files = await listFiles(fileURLToPath(dir));
        const version = createHash('sha256')
          .update(JSON.stringify(files))
          .digest('hex')
          .slice(0, 12);
        const list = {
          version,
          files: files.map(({ path, size, hash }) =>
            isImmutable(path) ? [encodeURI(path), size] : [encodeURI(path), size, hash],
          ),
        };
        await writeFile(new URL('offline.json', dir), JSON.stringify(list));
        const site = {
          version,
          files: chooseUnasked(files).map(encodeURI),
          immutable: IMMUTABLE_FOLDERS,
        };
        const { outputFiles } = await build({
          entryPoints: ['src/client/service-worker.ts'],
          bundle: true,
          minify: true,
          write: false,
          format: 'iife',
          target: OLDEST_BROWSER,
          charset: 'utf8',
          define: { SITE: JSON.stringify(site) },
        });
        await writeFile(new URL('sw.js', dir), outputFiles[0]?.contents ?? '');
      },
    },
  };
}

/** All files of the site that its readers load. */
async function listFiles(root: string): Promise<SiteFile[]> {
  const files: SiteFile[] = [];
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const path = file.slice(root.length).replaceAll('\\', '/');
    if (!entry.isFile() || OTHERS.test(path) || TAKEN_AWAY.includes(extname(path))) continue;
    const content = await readFile(file);
    const isEmbedded = content.subarray(0, HEAD_BYTES).includes(' data-embedded');
    if (isEmbedded && path !== OFFLINE_PAGE) continue;
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 8);
    files.push({ path, size: content.length, hash });
  }
  return files.sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** What to keep without being asked. */
function chooseUnasked(files: readonly SiteFile[]): string[] {
  const shell = SHELL.flatMap((pattern) => files.filter(({ path }) => pattern.test(path)));
  let sum = 0;
  const fits = ({ size }: SiteFile) => {
    sum += size;
    return sum <= UNASKED_BYTES;
  };
  const isSmall = files.reduce((total, { size }) => total + size, 0) <= UNASKED_BYTES;
  return (isSmall ? files : shell.filter(fits)).map(({ path }) => path);
}

interface SiteFile {
  path: string;
  size: number;
  /** Of its content. */
  hash: string;
}
