import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { getModel } from '../../model/published-model.ts';
import { buildIndex } from './build-index.ts';
import { readSearchSource } from './read-search-source.ts';

/**
 * Astro integration: builds the search index into `search/` after the pages. While developing, the
 * index is built when it is asked for, and again after the papers have changed.
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const source = await readSearchSource(getModel());
        const folder = fileURLToPath(new URL('search/', dir));
        await buildIndex(source, folder);
        // Named by what it holds, so that a page finds the index it was built with or none.
        const manifest = await readFile(join(folder, 'manifest.json'));
        const hash = createHash('sha256').update(manifest).digest('hex').slice(0, 8);
        await rename(join(folder, 'manifest.json'), join(folder, `manifest-${hash}.json`));
        logger.info(`${source.documents.length} papers indexed`);
      },
      'astro:server:setup': ({ server }) => {
        let built: unknown;
        let folder: Promise<string> | undefined;
        const update = async (current: Promise<string> | undefined) => {
          const model = getModel();
          const earlier = await current?.catch(() => undefined);
          if (model.papers === built && earlier) return earlier;
          const fresh = await mkdtemp(join(tmpdir(), 'search-'));
          await buildIndex(await readSearchSource(model), fresh);
          if (earlier) await rm(earlier, { recursive: true });
          built = model.papers;
          return fresh;
        };
        server.middlewares.use((request, response, next) => {
          const { pathname } = new URL(request.url ?? '', 'http://localhost');
          const [, path] = /^\/search\/([\w./-]+)$/.exec(pathname) ?? [];
          if (!path || path.includes('..')) {
            next();
            return;
          }
          if (!folder || path === 'manifest.json') folder = update(folder);
          folder
            .then((current) => readFile(join(current, path)))
            .then((content) => response.end(content))
            // Astro answers for what is not there.
            .catch(() => next());
        });
        server.httpServer?.on('close', () => {
          void folder?.then((current) => rm(current, { recursive: true, force: true }));
        });
      },
    },
  };
}
