import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compressFiles } from '../../src/hosting/compress-files.ts';

const TEXT = '学思想、强党性、重实践、建新功。'.repeat(100);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compress-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('puts .br and .gz beside every file of text that is shown, in every folder', async () => {
  await mkdir(join(folder, 'papers/深 层'), { recursive: true });
  const extensions = 'html css js json xml svg webmanifest'.split(' ');
  const paths = [...extensions.map((extension) => `a.${extension}`), 'papers/深 层/a.html'];
  for (const path of paths) await writeFile(join(folder, path), TEXT + path);
  await compressFiles(folder);
  for (const path of paths) {
    const brotli = await readFile(join(folder, `${path}.br`));
    const gzipped = await readFile(join(folder, `${path}.gz`));
    expect(brotliDecompressSync(brotli).toString()).toBe(TEXT + path);
    expect(gunzipSync(gzipped).toString()).toBe(TEXT + path);
    expect(await readFile(join(folder, path), 'utf8')).toBe(TEXT + path);
  }
});

test('leaves what is small, compressed inside, not shown, and what would not get smaller', async () => {
  // Hashes do not repeat themselves.
  const noise = Array.from({ length: 20 }, (_, number) =>
    createHash('sha256').update(String(number)).digest(),
  );
  const files = {
    'small.html': 'x'.repeat(512),
    'noise.html': Buffer.concat(noise),
    'a.woff2': TEXT,
    'a.png': TEXT,
    'a.epub': TEXT,
    'a.gz_words': TEXT,
    'a.gz_ends': TEXT,
    'a.gz_json': TEXT,
    'a.md': TEXT,
    Caddyfile: TEXT,
  };
  for (const [path, content] of Object.entries(files)) await writeFile(join(folder, path), content);
  await compressFiles(folder);
  expect((await readdir(folder)).sort()).toEqual(Object.keys(files).sort());
});

test('gives equal bytes for equal files, whatever the time and the system', async () => {
  await writeFile(join(folder, 'a.html'), TEXT);
  await writeFile(join(folder, 'b.html'), TEXT);
  await compressFiles(folder);
  const gzipped = await readFile(join(folder, 'a.html.gz'));
  expect(gzipped.equals(await readFile(join(folder, 'b.html.gz')))).toBe(true);
  // No flags, hence no name; no time; the slowest method; no system (RFC 1952 §2.3).
  expect([...gzipped.subarray(0, 10)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255]);
});

test('does the same a second time', async () => {
  await writeFile(join(folder, 'a.html'), TEXT);
  await compressFiles(folder);
  const first = await readFile(join(folder, 'a.html.br'));
  await compressFiles(folder);
  expect((await readdir(folder)).sort()).toEqual(['a.html', 'a.html.br', 'a.html.gz']);
  expect((await readFile(join(folder, 'a.html.br'))).equals(first)).toBe(true);
});

test('takes a copy made before for an equal file, and for no other', async () => {
  const cache = join(folder, 'cache');
  const site = join(folder, 'site');
  const compress = async (text: string) => {
    await rm(site, { recursive: true, force: true });
    await mkdir(site);
    await writeFile(join(site, 'a.html'), text);
    await compressFiles(site, cache);
    return brotliDecompressSync(await readFile(join(site, 'a.html.br'))).toString();
  };
  expect(await compress(TEXT)).toBe(TEXT);
  const [made = ''] = await readdir(cache);
  const { ino, mtimeMs } = await stat(join(cache, made));
  expect(await compress(TEXT)).toBe(TEXT);
  // Used, not written anew.
  expect((await stat(join(cache, made))).ino).toBe(ino);
  expect((await stat(join(cache, made))).mtimeMs).toBeGreaterThan(mtimeMs);
  expect(await compress(`${TEXT}改`)).toBe(`${TEXT}改`);
});

test('drops copies that no build has used for long', async () => {
  const cache = join(folder, 'cache');
  await mkdir(cache);
  await writeFile(join(cache, 'old'), '');
  await utimes(join(cache, 'old'), new Date(0), new Date(0));
  await writeFile(join(cache, 'new'), '');
  await compressFiles(folder, cache);
  expect(await readdir(cache)).toEqual(['new']);
});
