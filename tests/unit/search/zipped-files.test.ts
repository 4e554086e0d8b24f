import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { ZippedFiles } from '../../../src/search/indexing/zipped-files.ts';

test('more files than are written at a time are all written', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'zipped-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const files = new ZippedFiles(folder);
  for (let index = 0; index < 30; index++)
    await files.add(`${index}.gz`, Buffer.from(`第${index}件`));
  await files.finish();
  expect(await readdir(folder)).toHaveLength(30);
  expect(gunzipSync(await readFile(join(folder, '29.gz'))).toString()).toBe('第29件');
});

test('a file that cannot be written is told, at the end at the latest', async () => {
  const files = new ZippedFiles(join(tmpdir(), 'no-such-folder'));
  await files.add('1.gz', Buffer.from('一'));
  await expect(files.finish()).rejects.toThrow('ENOENT');
});
