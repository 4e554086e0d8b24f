import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';

/** A site up to this size is kept whole; of a larger one what every page needs, and what was read. */
const SMALL_SITE = 4 * 1024 * 1024;

/** What every page needs. */
const SHELL = /^(?:index\.html|search\.html|_astro\/.*|fonts\/.*|scripts\/.*|[^/]+\.(?:svg|png))$/;

/** Files for others than a page's reader: other editions, hosts, and what only opens from disk. */
const OTHERS = /^(?:_headers|hosting\/.*|.*\.(?:epub|xml|txt)|search\/texts\.js|404\.html)$/;

/**
 * Astro integration: writes the service worker with the list of files to keep, named by the build
 * they are of. Comes after everything that writes pages.
 */
export function offlineWorker(): AstroIntegration {
  return {
    name: 'offline-worker',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const files: { path: string; size: number; content: Buffer }[] = [];
        for (const name of await readdir(root, { recursive: true })) {
          const path = name.replaceAll('\\', '/');
          if (!(await stat(join(root, name))).isFile() || OTHERS.test(path)) continue;
          const content = await readFile(join(root, name));
          // A page with all it needs in it is for taking away.
          if (content.subarray(0, 200).includes(' data-embedded')) continue;
          files.push({ path, size: content.length, content });
        }
        files.sort((one, other) => (one.path < other.path ? -1 : 1));
        const hash = createHash('sha256');
        for (const { path, content } of files) hash.update(path).update(content);
        const isSmall = files.reduce((sum, { size }) => sum + size, 0) <= SMALL_SITE;
        const site = {
          version: hash.digest('hex').slice(0, 12),
          files: files
            .map(({ path }) => path)
            .filter((path) => isSmall || SHELL.test(path))
            .map(encodeURI),
        };
        const { outputFiles } = await build({
          entryPoints: ['src/client/service-worker.ts'],
          bundle: true,
          minify: true,
          write: false,
          format: 'iife',
          target: 'chrome88',
          charset: 'utf8',
          define: { SITE: JSON.stringify(site) },
        });
        await writeFile(join(root, 'sw.js'), outputFiles[0]?.contents ?? '');
      },
    },
  };
}
