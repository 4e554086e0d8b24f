import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('EPUBCheck finds no fault in the book', () => {
  const where = spawnSync('which', ['epubcheck'], { encoding: 'utf8' }).stdout.trim();
  expect(where, 'EPUBCheck is not installed: apt-get install epubcheck').not.toBe('');
  const [book = ''] = readdirSync('dist').filter((name) => name.endsWith('.epub'));
  // Debian's file is the bare archive, which not every kernel runs by itself.
  const { status, stdout, stderr } = spawnSync('java', ['-jar', where, join('dist', book)], {
    encoding: 'utf8',
  });
  expect(stdout + stderr).toContain('0 fatals / 0 errors / 0 warnings');
  expect(status).toBe(0);
});
