import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject, type ProjectCopy, UNCOMPRESSED } from './build-copy.ts';

const PAPER = 'content/papers/03-yibao-fuwu.md';
const PLUGIN = 'src/markdown/rehype-run-in-points.ts';

let project: ProjectCopy;
beforeAll(async () => {
  project = await copyProject();
  // Of its own, so that no other copy has rendered its papers.
  await edit('content/collection.md', 'title: ', 'title: 又一部');
  await edit('src/model/render-paper.ts', '', '// Another state of the pipeline.\n');
});
afterAll(() => project.remove());

async function edit(path: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(project.folder, path), 'utf8');
  expect(text).toContain(from);
  await project.write(path, text.replace(from, to));
}

async function build(): Promise<string> {
  const { code, output } = await project.build(UNCOMPRESSED);
  expect(code).toBe(0);
  return output;
}

test('a paper is rendered when it or the pipeline has changed, and only then', async () => {
  expect(await build()).toContain('papers: 6 read, 6 rendered');
  expect(await build()).toContain('papers: 6 read, 0 rendered');
  await edit(PAPER, '三要主动开展调查研究', '三要主动开展实地走访');
  expect(await build()).toContain('papers: 6 read, 1 rendered');
  await edit(PLUGIN, "span('ordinal'", "span('numeral'");
  expect(await build()).toContain('papers: 6 read, 6 rendered');
  const page = join(project.folder, 'dist/papers/03-yibao-fuwu.html');
  expect(await readFile(page, 'utf8')).toMatch(/class="numeral"[\s\S]*主动开展实地走访/);
});

test('a paper that a plugin fails on stops the build, and file, line and remedy are named', async () => {
  await edit(
    PLUGIN,
    'export function rehypeRunInPoints',
    "export function rehypeFailing() {\n  return () => {\n    throw Object.assign(new Error('bad'), { line: 9 });\n  };\n}\n\nexport function rehypeRunInPoints",
  );
  await edit(
    'src/markdown/pipeline.ts',
    'rehypeRunInPoints,',
    'rehypeFailing,\n  rehypeRunInPoints,',
  );
  await edit(
    'src/markdown/pipeline.ts',
    '{ rehypeRunInPoints }',
    '{ rehypeFailing, rehypeRunInPoints }',
  );
  const { code, output } = await project.build(UNCOMPRESSED);
  expect(code).not.toBe(0);
  // Papers and introduction are read side by side, and the first to fail speaks.
  expect(output).toMatch(/content\/(?:papers\/[\w-]+|collection)\.md:9 这一篇排不成网页/);
});
