import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

/** What each folder of `src/` may import from besides itself. */
const ALLOWED: Record<string, string[]> = {
  pages: ['layouts', 'components', 'papers', 'editions', 'study', 'search', 'text', 'site.ts'],
  layouts: ['components', 'papers', 'editions', 'study', 'search', 'text', 'styles', 'site.ts'],
  components: ['papers', 'editions', 'study', 'search', 'text', 'client', 'site.ts'],
  papers: ['text'],
  editions: ['papers', 'search', 'text', 'site.ts'],
  study: ['papers', 'search', 'text'],
  hosting: [],
  search: ['papers', 'text'],
  markdown: ['text'],
  client: ['search', 'text'],
  text: [],
  styles: [],
  'content.config.ts': ['papers'],
};

/**
 * Folders that run anywhere: no Astro, no Node. `papers.ts` is the one query, and of search only
 * `build/` runs at build time.
 */
const PURE = /^(?:text|papers|client|search)\/(?!papers\.ts$|build\/)/;

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
      if (PURE.test(file) && target.includes('/build/')) wrong.push(`${file} → ${target}`);
      if (owner !== folder && allowed && !allowed.includes(owner))
        wrong.push(`${file} → ${target}`);
    }
  }
  expect(files.length).toBeGreaterThan(20);
  expect(wrong).toEqual([]);
});
