import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { unzip } from '../../../src/search/browser/unzip.ts';

const TEXT = '一分部署，九分落实。'.repeat(500);
const ZIPPED = new Uint8Array(gzipSync(TEXT));

afterEach(() => vi.unstubAllGlobals());

describe.each(['a browser that unzips', 'a browser that does not'])('in %s', (browser) => {
  const prepare = () => {
    if (browser === 'a browser that does not') vi.stubGlobal('DecompressionStream', undefined);
  };

  test('a file of the index is unzipped', async () => {
    prepare();
    expect(new TextDecoder().decode(await unzip(ZIPPED))).toBe(TEXT);
  });

  test('one that is cut off is refused', async () => {
    prepare();
    await expect(unzip(ZIPPED.slice(0, 40))).rejects.toThrow();
  });
});
