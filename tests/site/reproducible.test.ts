import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyProject } from './build-copy.ts';
import { fingerprint } from './fingerprint.ts';

test('a build in another folder, time zone and language gives the same bytes', async () => {
  const copy = await copyProject();
  try {
    const { code } = await copy.build({
      TZ: 'Pacific/Apia',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
    });
    expect(code).toBe(0);
    expect(fingerprint(join(copy.folder, 'dist'))).toEqual(fingerprint('dist'));
  } finally {
    await copy.remove();
  }
});
