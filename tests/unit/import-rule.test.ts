import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

/** What each folder of `src/` may import from besides itself. */
const ALLOWED: Record<string, string[]> = {
  pages: [
    'layouts',
    'components',
    'editions',
    'fonts',
    'scripts',
    'study',
    'search',
    'model',
    'collection',
    'text',
    'site.ts',
  ],
  layouts: [
    'components',
    'editions',
    'fonts',
    'study',
    'search',
    'model',
    'collection',
    'text',
    'styles',
    'site.ts',
  ],
  components: [
    'client',
    'editions',
    'fonts',
    'scripts',
    'study',
    'search',
    'model',
    'collection',
    'text',
    'site.ts',
  ],
  editions: ['search', 'model', 'collection', 'text', 'site.ts'],
  fonts: ['model', 'collection', 'editions', 'site.ts'],
  scripts: ['search', 'model'],
  study: ['search', 'model', 'collection', 'markdown', 'text'],
  hosting: [],
  importing: ['layouts', 'client', 'fonts', 'markdown', 'collection', 'text'],
  search: ['model', 'collection', 'text'],
  model: ['collection', 'text'],
  markdown: ['collection', 'text'],
  client: ['search', 'collection', 'text'],
  collection: ['text'],
  text: [],
  styles: [],
  'content.config.ts': ['collection'],
};

/**
 * Folders that run anywhere: no Astro, no Node. `papers.ts` is the one query, and of search only
 * `build/` runs at build time.
 */
const PURE = /^(?:text|collection|client|search)\/(?!indexing\/)/;

const files = readdirSync('src', { recursive: true })
  .map((name) => String(name).replaceAll('\\', '/'))
  .filter((name) => /\.(?:ts|astro)$/.test(name));

test('imports go downward only, and pure folders stay pure', () => {
  const wrong: string[] = [];
  for (const file of files) {
    const source = readFileSync(join('src', file), 'utf8');
    const folder = file.split('/')[0] ?? '';
    for (const [, target = ''] of source.matchAll(
      /^\s*(?:import|export)\b[^;]*?['"]([^'"]+)['"];/gm,
    )) {
      if (!target.startsWith('.')) {
        if (PURE.test(file) && /^(?:astro|node:)/.test(target)) wrong.push(`${file} → ${target}`);
        continue;
      }
      const [owner = ''] = relative('src', join('src', dirname(file), target)).split(/[/?\\]/);
      const allowed = ALLOWED[folder];
      if (PURE.test(file) && target.includes('/indexing/')) wrong.push(`${file} → ${target}`);
      if (owner !== folder && allowed && !allowed.includes(owner))
        wrong.push(`${file} → ${target}`);
    }
  }
  expect(files.length).toBeGreaterThan(20);
  expect(wrong).toEqual([]);
});
