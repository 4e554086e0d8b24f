import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openIndex } from '../../src/search/browser/open-index.ts';
import { SearchEngine } from '../../src/search/browser/search-engine.ts';
import { copyProject, type ProjectCopy } from './build-copy.ts';

const PORT = 4330;
const PAPER = 'content/papers/03-yibao-fuwu.md';
const PLUGIN = 'src/markdown/rehype-run-in-points.ts';
const POLL = { timeout: 60_000, interval: 250 };

let project: ProjectCopy;
let server: ChildProcessWithoutNullStreams;
let output = '';

const page = () =>
  fetch(`http://localhost:${PORT}/papers/03-yibao-fuwu.html`).then(
    (response) => response.text(),
    () => '',
  );

async function find(text: string): Promise<number[]> {
  const index = await openIndex(async (path) => {
    const response = await fetch(`http://localhost:${PORT}/search/${path}`);
    return gunzipSync(await response.arrayBuffer());
  }, 'manifest.gz_json');
  const { papers } = await new SearchEngine(index).find([{ text }]);
  return papers.map(({ paper }) => paper);
}

async function edit(path: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(project.folder, path), 'utf8');
  expect(text).toContain(from);
  await project.write(path, text.replace(from, to));
}

beforeAll(async () => {
  project = await copyProject();
  server = project.dev(PORT);
  server.stdout.on('data', (data: Buffer) => (output += data.toString()));
  server.stderr.on('data', (data: Buffer) => (output += data.toString()));
});
afterAll(async () => {
  if (server.pid) process.kill(-server.pid);
  await project.remove();
});

test('the development server shows and finds a changed paper, and shows a changed plugin and what is wrong with a paper', async () => {
  await expect.poll(page, POLL).toContain('id="s3"');
  expect(output).not.toMatch(/warn|error/i);
  await edit(PAPER, '三要主动开展调查研究', '三要主动开展实地走访');
  await expect.poll(page, POLL).toContain('主动开展实地走访');
  await expect.poll(() => find('主动开展实地走访'), POLL).toEqual([2]);
  expect(await find('主动开展调查研究')).toEqual([]);

  await edit(PLUGIN, "span('ordinal'", "span('numeral'");
  await expect.poll(page, POLL).toContain('class="numeral"');

  await edit(PAPER, 'order: 3', 'order: 4');
  await expect.poll(() => output, POLL).toContain(`order: 4 已被 ${PAPER} 使用`);
});
