import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { makePapers } from '../bench/make-papers.ts';
import { copyProject, type ProjectCopy } from './build-copy.ts';
import { fingerprint } from './fingerprint.ts';

/** Each test builds several times. */
vi.setConfig({ testTimeout: 600_000 });

let project: ProjectCopy;
beforeAll(async () => {
  project = await copyProject();
  await makePapers(project.folder, 12);
});
afterAll(() => project.remove());

/** Builds, with what earlier builds have kept or without. Tells how many files were as they were. */
async function build({ cold }: { cold: boolean }): Promise<{ dist: unknown; reused: number }> {
  if (cold) await rm(join(project.folder, '.astro'), { recursive: true, force: true });
  const { code, output } = await project.build({ SITE_URL: 'https://example.org/' });
  expect(output).not.toMatch(/warn|error/i);
  expect(code).toBe(0);
  return {
    dist: fingerprint(join(project.folder, 'dist')),
    // A build that takes long says so more than once.
    reused: Number(output.match(/\d+(?= as they were)/g)?.at(-1) ?? 0),
  };
}

async function edit(name: string, change: (text: string) => string): Promise<void> {
  const path = `content/papers/${name}`;
  await project.write(path, change(await readFile(join(project.folder, path), 'utf8')));
}

test('a build after a change lays out what has changed, and gives what a first build gives', async () => {
  expect((await build({ cold: true })).reused).toBe(0);

  // In characters that the fonts have, and in words that no other paper has.
  await edit('00005.md', (text) => {
    const characters = text.slice(-60).match(/\p{Script=Han}/gu) ?? [];
    return `${text.trimEnd()}${characters.reverse().join('')}。\n`;
  });
  const changed = await build({ cold: false });
  expect(changed.reused).toBe(11);

  // A title stands in the pages before and after too.
  await edit('00007.md', (text) => text.replace(/第7号(..)(..)/, '第7号$2$1'));
  const retitled = await build({ cold: false });
  expect(retitled.reused).toBe(9);

  const { dist, reused } = await build({ cold: true });
  expect(reused).toBe(0);
  expect(retitled.dist).toEqual(dist);
  expect(changed.dist).not.toEqual(dist);
});

test('a change of the collection’s title, or of the code, lays out every paper', async () => {
  await build({ cold: false });
  const collection = await readFile(join(project.folder, 'content/collection.md'), 'utf8');
  await project.write(
    'content/collection.md',
    collection.replace(/(?<=shortTitle: ).*/, '材料研讨'),
  );
  expect((await build({ cold: false })).reused).toBe(0);
  const code = await readFile(join(project.folder, 'src/text/quote-passage.ts'), 'utf8');
  await project.write('src/text/quote-passage.ts', `${code}\n`);
  expect((await build({ cold: false })).reused).toBe(0);
});
