import { unified } from '@astrojs/markdown-remark';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { rehypePlugins, remarkPlugins, remarkRehypeOptions } from './src/markdown/pipeline.ts';
import { searchIndex } from './src/search/build/search-index.ts';

export default defineConfig({
  // Feed, sitemap and canonical links must name a host; this one is true for whoever runs `npm start`.
  site: process.env['SITE_URL'] ?? 'http://localhost:4321',
  build: { format: 'file', inlineStylesheets: 'never' },
  trailingSlash: 'never',
  server: { port: 4321 },
  devToolbar: { enabled: false },
  integrations: [
    sitemap({
      filter: (page) => !page.endsWith('/search'),
      // In `format: 'file'` the integration leaves the ending out, and the address would be a 404.
      serialize: (item) => ({
        ...item,
        url: /\/$|\.html$/.test(item.url) ? item.url : `${item.url}.html`,
      }),
    }),
    searchIndex(),
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
      // Old Android WebViews are still about; before 88 :is() becomes :-webkit-any(), which outranks it.
      target: 'chrome88',
      cssTarget: 'chrome88',
      // A script over 4 KB would become a module file, which browsers refuse to load from disk.
      assetsInlineLimit: (file) => /\.(?:[jt]s|astro)(?:\?|$)/.test(file) || undefined,
      // Astro's deferred content modules carry a directive the bundler would warn about.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
});
