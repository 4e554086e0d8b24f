import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { secondsSince, showProgress } from '../show-progress.ts';
import { compressFiles } from './compress-files.ts';
import { refuseUnnamed } from './immutable-files.ts';
import { writeCaddyfile } from './write-caddyfile.ts';
import { writeHeadersFile } from './write-headers-file.ts';
import { writeNginxConfig } from './write-nginx-config.ts';

/**
 * Astro integration: adds to the built site what hosts read, `_headers`, `.nojekyll` and the recipes in
 * `hosting/`, and compresses its files. Must be the last integration: a file changed later would no
 * longer be what its compressed copies hold, and one added later would have none.
 *
 * @param copies Whether compressed copies are wanted.
 */
export function hostFiles({ copies }: { copies: boolean }): AstroIntegration {
  let cache = '';
  return {
    name: 'host-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        cache = fileURLToPath(new URL('compressed/', config.cacheDir));
      },
      'astro:build:done': async ({ dir, logger }) => {
        const paths = await readdir(dir, { recursive: true, withFileTypes: true });
        const root = fileURLToPath(dir);
        refuseUnnamed(
          paths
            .filter((entry) => entry.isFile())
            .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
            .map((path) => path.replaceAll('\\', '/')),
        );
        await mkdir(new URL('hosting/', dir), { recursive: true });
        await writeFile(new URL('_headers', dir), writeHeadersFile());
        // Where GitHub Pages runs Jekyll, which drops folders such as _astro.
        await writeFile(new URL('.nojekyll', dir), '');
        await writeFile(new URL('hosting/nginx.conf', dir), writeNginxConfig());
        await writeFile(new URL('hosting/Caddyfile', dir), writeCaddyfile());
        if (!copies) return;
        const start = performance.now();
        let progress: (() => void) | undefined;
        await compressFiles(root, cache, (total) => {
          progress ??= showProgress(logger, 'files compressed', total);
          progress();
        });
        logger.info(`compressed in ${secondsSince(start)}`);
      },
    },
  };
}
