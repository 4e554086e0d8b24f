import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';

/*
 * Round trip: what the site writes as .docx, `npm run import` reads again.
 */

const names = readdirSync('content/papers').filter((name) => name.endsWith('.md'));
const ids = names.map((name) => name.replace(/\.md$/, ''));

let documents = '';
beforeAll(() => {
  documents = mkdtempSync(join(tmpdir(), 'documents-'));
  for (const chosen of [ids, []]) {
    const { status, stderr } = spawnSync(
      process.execPath,
      ['src/editions/docx/write-documents.ts', '--out', documents, ...chosen],
      { encoding: 'utf8' },
    );
    expect([status, stderr]).toEqual([0, '']);
  }
});
afterAll(() => rmSync(documents, { recursive: true, force: true }));

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'round-trip-'));
  mkdirSync(join(root, 'content/papers'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const original = (name: string) => readFileSync(join('content/papers', name), 'utf8');
const imported = (name: string) => readFileSync(join(root, 'content/papers', name), 'utf8');
const bodyOf = (text: string) => text.slice(text.indexOf('\n---\n'));

function importFiles(files: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [resolve('src/importing/import.ts'), ...files.map((file) => resolve(file))],
    { cwd: root, encoding: 'utf8', env: { PATH: process.env['PATH'], INIT_CWD: root } },
  );
  expect([status, stderr], stdout).toEqual([0, '']);
}

test('each paper comes back out of its .docx, front matter included, byte for byte', () => {
  importFiles(ids.map((id) => join(documents, `${id}.docx`)));
  for (const name of names) expect(imported(name)).toBe(original(name));
});

test('the papers come back out of the one .docx of the collection', () => {
  const books = readdirSync(documents).filter((name) => !ids.includes(name.replace('.docx', '')));
  expect(books).toHaveLength(1);
  importFiles(books.map((book) => join(documents, book)));
  const papers = readdirSync(join(root, 'content/papers')).sort();
  expect(papers.map((name) => bodyOf(imported(name)))).toEqual(
    names.map((name) => bodyOf(original(name))),
  );
  const titles = (text: string) => /^title: (.+)$/m.exec(text)?.[1];
  expect(papers.map((name) => titles(imported(name)))).toEqual(
    names.map((name) => titles(original(name))),
  );
});
