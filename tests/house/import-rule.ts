import type { ImportRule } from './judge-imports.ts';

const ofBuilds = ['code-version.ts', 'kept-files.ts', 'show-progress.ts'];

/** The import rule of `src/README.md`, a folder a line, from the roof down. */
export const importRule: ImportRule = {
  allowed: {
    'content.config.ts': ['model', 'collection'],
    pages: [
      ...['layouts', 'components', 'editions', 'fonts', 'scripts', 'study', 'search', 'model'],
      ...['collection', 'text', 'site.ts', 'code-version.ts'],
    ],
    layouts: [
      ...['components', 'editions', 'fonts', 'study', 'search', 'model', 'collection', 'text'],
      ...['styles', 'site.ts'],
    ],
    components: [
      ...['client', 'editions', 'fonts', 'scripts', 'study', 'search', 'model', 'collection'],
      ...['text', 'site.ts'],
    ],
    editions: ['fonts', 'search', 'model', 'collection', 'text', 'site.ts'],
    fonts: ['model', 'collection', 'site.ts'],
    scripts: ['client', 'model', 'browsers.ts'],
    study: ['search', 'model', 'collection', 'text', 'kept-files.ts'],
    client: ['search', 'collection', 'text'],
    search: ['model', 'collection', 'text', ...ofBuilds],
    model: ['markdown', 'collection', 'text', ...ofBuilds],
    markdown: ['collection', 'text'],
    collection: ['text'],
    text: [],
    importing: ['layouts', 'client', 'fonts', 'model', 'collection', 'text'],
    hosting: ['client', 'editions', 'browsers.ts', ...ofBuilds],
    'site.ts': [],
    'browsers.ts': [],
    'code-version.ts': [],
    'kept-files.ts': [],
    'show-progress.ts': [],
    styles: [],
  },
  pure: /^(?:text|collection|client|search)\/(?!indexing\/)/,
};
