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

/** The identifier of the book of one paper. */
async function readIdentifier(title: string, html: string): Promise<string> {
  await writeFile(join(bodies, 'one.json'), JSON.stringify({ html, passages: [] }));
  const paper = { title, label: '第一篇', digest: 'one', outline: [] };
  const model = {
    collection: { title: '研讨材料', description: '原文' },
    papers: [paper],
    bodies,
  } as unknown as CollectionModel;
  const files = unzipSync(await makeEpub(model));
  const [, identifier = ''] =
    /<dc:identifier[^>]*>([^<]+)</.exec(strFromU8(files['OEBPS/content.opf'] as Uint8Array)) ?? [];
  return identifier;
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
