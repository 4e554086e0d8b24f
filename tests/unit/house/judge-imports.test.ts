import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { drawImports } from '../../house/draw-imports.ts';
import { judgeImports } from '../../house/judge-imports.ts';
import { readImports } from '../../house/read-imports.ts';

const RULE = {
  allowed: {
    pages: ['components', 'client'],
    components: ['client', 'text'],
    client: [],
    text: [],
  },
  pure: /^text\//,
};

let root = '';
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Lays out a small source and judges it. */
function judge(files: Record<string, string>): string[] {
  root = mkdtempSync(join(tmpdir(), 'house-'));
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), source);
  }
  return judgeImports(readImports(root), RULE);
}

test('imports that go down are fine, components and their scripts included', () => {
  expect(
    judge({
      'pages/index.astro': "---\nimport Card from '../components/Card.astro';\n---\n<Card />\n",
      'components/Card.astro':
        "---\nimport { a } from '../text/a.ts';\n---\n<p />\n<script>\n  import { b } from '../client/b.ts';\n</script>\n",
      'client/b.ts': 'export const b = 1;\n',
      'text/a.ts': 'export const a = 1;\n',
    }),
  ).toEqual([]);
});

test('a folder that the rule does not know is refused', () => {
  expect(judge({ 'utils/a.ts': '' })).toEqual(['utils: the rule knows no such folder']);
});

test.for([
  ['front matter', "---\nimport x from '../pages/x.astro';\n---\n"],
  ['a script', "<script>\n  import x from '../pages/x.astro';\n</script>\n"],
  ['a path told to a bundler', "---\nconst script = bundle('src/pages/x.astro.ts');\n---\n"],
] as const)('an import upward is refused in %s of a component', ([, source]) => {
  const wrong = judge({
    'components/Card.astro': source,
    'pages/x.astro': '<p />',
    'pages/x.astro.ts': '',
  });
  expect(wrong).toHaveLength(1);
  expect(wrong[0]).toContain('components may not import pages');
});

test('a circle is refused, of types too', () => {
  expect(
    judge({
      'text/a.ts': "import type { B } from './b.ts';\nexport type A = B;\n",
      'text/b.ts': "export type { A } from './c.ts';\nexport type B = 1;\n",
      'text/c.ts': "import('./a.ts');\nexport type A = 1;\n",
    }),
  ).toEqual(['text/a.ts → text/b.ts → text/c.ts → text/a.ts: a circle']);
});

test('what must run anywhere takes nothing from Node', () => {
  expect(judge({ 'text/a.ts': "import { join } from 'node:path';\n" })).toEqual([
    'text/a.ts → node:path: must run anywhere',
  ]);
});

test('the drawing tells each folder with what it imports', () => {
  const graph = new Map([
    ['pages/a.astro', ['components/A.astro', 'components/B.astro', 'text/a.ts']],
    ['text/a.ts', []],
  ]);
  expect(drawImports(graph, ['pages', 'components', 'text'])).toBe(
    ['pages      → components 2, text 1', 'components ·', 'text       ·'].join('\n'),
  );
});
