import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CollectionModel } from '../../../src/collection/paper.ts';
import { makeEpub } from '../../../src/editions/epub/make-epub.ts';

let bodies: string;
beforeAll(async () => {
  bodies = await mkdtemp(join(tmpdir(), 'bodies-'));
});
afterAll(() => rm(bodies, { recursive: true }));

/** The files of the book of one paper. */
async function readBook(
  title: string,
  html: string,
  collection: { author?: string } = {},
): Promise<{ opf: string; cover: Uint8Array }> {
  await writeFile(join(bodies, 'one.json'), JSON.stringify({ html, passages: [] }));
  const paper = { title, label: '第一篇', digest: 'one', outline: [] };
  const model = {
    collection: { title: '研讨材料', shortTitle: '材料', description: '原文', ...collection },
    papers: [paper],
    bodies,
  } as unknown as CollectionModel;
  const files = unzipSync(await makeEpub(model));
  return {
    opf: strFromU8(files['OEBPS/content.opf'] ?? new Uint8Array()),
    cover: files['OEBPS/cover.png'] ?? new Uint8Array(),
  };
}

/** The identifier of the book of one paper. */
async function readIdentifier(title: string, html: string): Promise<string> {
  const { opf } = await readBook(title, html);
  return /<dc:identifier[^>]*>([^<]+)</.exec(opf)?.[1] ?? '';
}

test('the book’s identifier changes with its content, and with nothing else', async () => {
  const first = await readIdentifier('题', '<p>原文。</p>');
  expect(first).toMatch(
    /^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
  );
  expect(await readIdentifier('题', '<p>原文。</p>')).toBe(first);
  expect(await readIdentifier('题', '<p>改文。</p>')).not.toBe(first);
  expect(await readIdentifier('目', '<p>原文。</p>')).not.toBe(first);
});

test('the book names its author, and without one the collection', async () => {
  expect((await readBook('题', '<p>原文。</p>', { author: '党政办' })).opf).toContain(
    '<dc:creator>党政办<',
  );
  expect((await readBook('题', '<p>原文。</p>')).opf).toContain('<dc:creator>材料<');
});
