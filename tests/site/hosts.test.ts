import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cacheControl, contentType } from '../../src/hosting/host-headers.ts';

const files = readdirSync('dist', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !/\.(?:br|gz)$/.test(entry.name))
  .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/').slice('dist'.length));

test('styles, fonts, scripts and the index are kept for good, and nothing else', () => {
  const kept = files.filter((path) => cacheControl(path).includes('immutable'));
  expect(kept).toEqual(
    files.filter((path) => /^\/(?:_astro|fonts|parallels|scripts|search)\//.test(path)),
  );
  expect(kept.length).toBeGreaterThan(20);
});

test('every file has a type of its own', () => {
  const unknown = files.filter(
    (path) =>
      contentType(path) === 'application/octet-stream' &&
      !/^\/(?:\.nojekyll|_headers|hosting\/|search\/)/.test(path),
  );
  expect(unknown).toEqual([]);
});
