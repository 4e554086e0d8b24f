import { unified } from '@astrojs/markdown-remark';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { OLDEST_BROWSER } from './src/browsers.ts';
import { describeSitemap, siteFeed } from './src/editions/feed/site-feed.ts';
import { writeEditions } from './src/editions/write-editions.ts';
import { finishPages } from './src/hosting/finish-pages.ts';
import { hostFiles } from './src/hosting/host-files.ts';
import { offlineWorker } from './src/hosting/offline-worker.ts';
import { readSiteUrl } from './src/hosting/site-url.ts';
import { importDesk } from './src/importing/desk/import-desk.ts';
import { rehypePlugins, remarkPlugins, remarkRehypeOptions } from './src/markdown/pipeline.ts';
import { searchIndex } from './src/search/indexing/search-index.ts';

const site = readSiteUrl(process.env['SITE_URL']);

export default defineConfig({
  // Feed, sitemap and canonical links must name a host; without one they are left out.
  ...(site && { site }),
  build: { format: 'file', inlineStylesheets: 'never' },
  trailingSlash: 'never',
  server: { port: 4321 },
  devToolbar: { enabled: false },
  // Not in node_modules, which `npm ci` empties: what has not changed is not made again.
  cacheDir: './.astro/cache',
  experimental: { incrementalBuild: true },
  logger: { entrypoint: './src/hosting/quiet-logger.ts' },
  integrations: [
    ...(site ? [sitemap(describeSitemap(site))] : []),
    siteFeed(),
    searchIndex(),
    writeEditions(),
    finishPages(),
    offlineWorker(),
    hostFiles({ copies: process.env['PRECOMPRESS'] !== 'off' }),
    importDesk(),
  ],
  markdown: {
    syntaxHighlight: false,
    processor: unified({
      smartypants: false,
      remarkPlugins,
      rehypePlugins,
      remarkRehype: remarkRehypeOptions,
    }),
  },
  vite: {
    build: {
      target: OLDEST_BROWSER,
      cssTarget: OLDEST_BROWSER,
      // A script over 4 KB would become a module file, which browsers refuse to load from disk.
      assetsInlineLimit: (file) => /\.(?:[jt]s|astro)(?:\?|$)/.test(file) || undefined,
      // Astro's deferred content modules carry a directive the bundler would warn about.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
});
