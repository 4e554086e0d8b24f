import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyProject } from './build-copy.ts';

/** Every file of a folder with a hash of its bytes. */
function fingerprint(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    files
      .filter((file) => file.isFile())
      .map((file) => join(file.parentPath, file.name))
      .map((path) => [
        path.slice(folder.length),
        createHash('sha256').update(readFileSync(path)).digest('hex'),
      ]),
  );
}

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
