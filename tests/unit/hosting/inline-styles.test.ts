import { expect, test } from 'vitest';
import { inlineStyles } from '../../../src/hosting/inline-styles.ts';

const PAGE =
  '<!doctype html><html><head><link rel="stylesheet" href="/_astro/a.css"></head><body>' +
  '<p>文</p><link rel="stylesheet" href="/fonts/faces.css"></body></html>';

function readFrom(style: string) {
  return (path: string) => (path.endsWith('.css') ? style : PAGE);
}

test('styles are put into papers and home page, the fonts’ sheet stays', () => {
  const pages = inlineStyles(['index.html', 'papers/a.html', 'search.html'], readFrom('p{}'));
  expect([...pages.keys()]).toEqual(['index.html', 'papers/a.html']);
  expect(pages.get('papers/a.html')).toBe(
    PAGE.replace('<link rel="stylesheet" href="/_astro/a.css">', '<style>p{}</style>'),
  );
});

test('of a large collection the styles stay files', () => {
  const paths = Array.from({ length: 100 }, (_, index) => `papers/${index}.html`);
  expect(inlineStyles(paths, readFrom(`/*${'字'.repeat(3000)}*/`)).size).toBe(0);
});
