import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readCodeVersion } from '../../code-version.ts';
import { getModel } from '../../model/published-model.ts';
import { showProgress } from '../../show-progress.ts';
import { buildIndex } from './build-index.ts';
import { describeCollection } from './describe-collection.ts';
import { PartCache } from './part-cache.ts';

/** What pages call the manifest before a build has given it its name. */
const MANIFEST = 'manifest.gz_json';

/**
 * Astro integration: builds the search index into `search/` after the pages. While developing, the
 * index is built when it is asked for, and again after the papers have changed.
 */
export function searchIndex(): AstroIntegration {
  let cacheFolder = '';
  let root: URL;
  const openOptions = async () => {
    // What a part is made of besides the papers, which it is named by.
    const version = await readCodeVersion(fileURLToPath(root), ['src/search', 'src/text']);
    return { cache: new PartCache(cacheFolder, version), root };
  };
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        cacheFolder = fileURLToPath(new URL('index-parts/', config.cacheDir));
        root = config.root;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const source = describeCollection(getModel());
        await buildIndex(source, fileURLToPath(new URL('search/', dir)), {
          ...(await openOptions()),
          onIndexed: showProgress(logger, 'papers indexed', source.papers.length),
        });
        logger.info(`${source.papers.length} papers indexed`);
      },
      'astro:server:setup': ({ server }) => {
        let built: unknown;
        let latest: Promise<BuiltIndex> | undefined;
        const update = async (current: Promise<BuiltIndex> | undefined) => {
          const model = getModel();
          const earlier = await current?.catch(() => undefined);
          if (model.papers === built && earlier) return earlier;
          const fresh = await mkdtemp(join(tmpdir(), 'search-'));
          const source = describeCollection(model);
          const manifest = await buildIndex(source, fresh, await openOptions());
          if (earlier) await rm(earlier.folder, { recursive: true });
          built = model.papers;
          return { folder: fresh, manifest };
        };
        server.middlewares.use((request, response, next) => {
          const { pathname } = new URL(request.url ?? '', 'http://localhost');
          const [, path] = /^\/search\/([\w./-]+)$/.exec(pathname) ?? [];
          if (!path || path.includes('..')) {
            next();
            return;
          }
          if (!latest || path === MANIFEST) latest = update(latest);
          latest
            .then(({ folder, manifest }) => join(folder, path === MANIFEST ? manifest : path))
            .then((file) => readFile(file))
            .then((content) => response.end(content))
            // Astro answers for what is not there.
            .catch(() => next());
        });
        server.httpServer?.on('close', () => {
          void latest?.then(({ folder }) => rm(folder, { recursive: true, force: true }));
        });
      },
    },
  };
}

interface BuiltIndex {
  folder: string;
  /** Name of the manifest in it. */
  manifest: string;
}
