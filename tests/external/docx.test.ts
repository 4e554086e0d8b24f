import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readExpectedOutlines, readSource } from '../source/read-source.ts';

const ids = readdirSync('content/papers')
  .map((name) => name.replace(/\.md$/, ''))
  .sort();
const sources = readSource();
const headings = readExpectedOutlines().map((entries) => entries.map((entry) => entry.trim()));

/** Marks that may stand in the margin behind the 28th character. */
const HANGING = /[、。，．：；！？]$/u;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'docx-'));
  mkdirSync(join(folder, 'made'));
  run('npm', ['run', '-s', 'docx', '--', '--out', join(folder, 'made')]);
  run('npm', ['run', '-s', 'docx', '--', '--out', join(folder, 'made'), ...ids]);
  const files = readdirSync(join(folder, 'made')).map((name) => join(folder, 'made', name));
  expect(files).toHaveLength(ids.length + 1);
  run('soffice', [
    // A profile of its own: one that is in use would swallow the command without a word.
    `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
    '--headless',
    '--convert-to',
    'pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"}}',
    '--outdir',
    folder,
    ...files,
  ]);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.for(ids.map((id, index) => ({ id, index })))('$id in LibreOffice', ({ id, index }) => {
  test('has the paper’s text, character for character', () => {
    const text = readPages(id)
      .flatMap((page) => page.lines)
      .join('')
      .replace(/\s/g, '');
    expect(text.endsWith((sources[index] ?? []).join('').replace(/\s/g, ''))).toBe(true);
  });

  test('has pages of 22 lines of 28 characters, numbered', () => {
    const pages = readPages(id);
    expect(pages.map(({ number }) => number)).toEqual(pages.map((_, at) => at + 1));
    for (const [at, { lines }] of pages.entries()) {
      const isFull = at > 0 && at < pages.length - 1;
      const next = pages[at + 1]?.lines[0]?.trim() ?? '';
      // A heading is not left alone at the foot of a page.
      if (isFull) expect(lines).toHaveLength(headings[index]?.includes(next) ? 21 : 22);
      else expect(lines.length).toBeLessThanOrEqual(22);
    }
    const lengths = pages
      .flatMap(({ lines }) => lines)
      .filter((line) => !/[ -~]/.test(line))
      .map((line) => [...line.replace(HANGING, '')].length);
    expect(Math.max(...lengths)).toBe(28);
  });

  test('shows its headings as bookmarks', () => {
    const bookmarks = readBookmarks(id).map(({ text }) => text);
    expect(headings[index]?.filter((entry) => bookmarks.includes(entry))).toEqual(bookmarks);
    expect(bookmarks).toEqual(headings[index]?.filter((entry) => sources[index]?.includes(entry)));
  });
});

test('the collection’s contents name the pages on which papers and headings stand', () => {
  const [name = ''] = readdirSync(folder).filter(
    (file) => file.endsWith('.pdf') && !ids.includes(file.replace(/\.pdf$/, '')),
  );
  const pages = readPages(name.replace(/\.pdf$/, ''));
  const entries = pages
    .flatMap(({ lines }) => lines)
    .flatMap((line) => {
      const [, text, page] = /^\s*(.+?)\s*·[·\s]*(\d+)$/.exec(line) ?? [];
      return text && page ? [{ text: text.replace(/\s/g, ''), page: Number(page) }] : [];
    });
  const front = pages.findIndex(({ number }) => number === 1);
  const bookmarks = readBookmarks(name.replace(/\.pdf$/, '')).map(({ text, page }) => ({
    text: text.replace(/\s/g, ''),
    page: page - front,
  }));

  expect(entries.length).toBeGreaterThan(ids.length);
  expect(entries).toEqual(bookmarks);
});

/** The lines of each page, and the number at its foot. */
function readPages(name: string): { lines: string[]; number: number | undefined }[] {
  const text = run('pdftotext', ['-layout', join(folder, `${name}.pdf`), '-']);
  return text
    .split('\f')
    .slice(0, -1)
    .map((page) => {
      const lines = page.split('\n').filter((line) => line.trim() !== '');
      const foot = /^\s*—\s*(\d+)\s*—$/.exec(lines.at(-1) ?? '')?.[1];
      return {
        lines: (foot ? lines.slice(0, -1) : lines).map((line) => line.trim()),
        number: foot ? Number(foot) : undefined,
      };
    });
}

function readBookmarks(name: string): { text: string; page: number }[] {
  const xml = run('pdftohtml', ['-xml', '-i', '-stdout', join(folder, `${name}.pdf`)]);
  return [...xml.matchAll(/<item page="(\d+)">(.*?)<\/item>/g)].map(([, page, text = '']) => ({
    text: text.replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
    page: Number(page),
  }));
}

function run(command: string, parameters: string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, parameters, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  expect(error, `apt-get install libreoffice-writer-nogui poppler-utils`).toBeUndefined();
  expect(status, stderr).toBe(0);
  return stdout;
}
