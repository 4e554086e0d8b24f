import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeTable } from '../../src/text/write-table.ts';
import { readSource } from '../source/read-source.ts';

/** UTF-8 with commas and double quotes, as the table is written. */
const FORMAT = '44,34,76,1';

const HEAD = ['文稿', '前文', '所查', '后文'];

/** What breaks tables that are written carelessly, or is reckoned with when it is opened. */
const HOSTILE = [
  '他说："是，',
  '"',
  '""',
  ',',
  'a,b',
  '第一行\n第二行',
  '=1+1',
  '=HYPERLINK("http://x")',
  '＝1+1',
  '+3',
  '-5',
  '@SUM(A1)',
  '0012',
  '1-2',
  '3/4',
  '1.50',
  '12:30',
  '50%',
  '1e5',
  '2月3日',
  '1,000',
  '2023-02-24',
  '——，',
  '“四学”',
  '𠀀',
  'é',
  "'引",
  '　全角空格',
  '<b>',
  '甲;乙',
];

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'table-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a table of hits opens in LibreOffice with the same rows and characters', () => {
  const paragraphs = readSource().flat();
  const rows = [
    HEAD,
    ...HOSTILE.map((cell, index) => [`第${index}行`, cell, HOSTILE.at(-index) ?? '', `${cell}。`]),
    ...paragraphs.map((text) => ['第一篇', text.slice(0, 20), text.slice(20, 22), text.slice(22)]),
  ];
  writeFileSync(join(folder, 'hits.csv'), writeTable(rows));
  convert(`--infilter=CSV:${FORMAT}`, 'ods', 'hits.csv');
  convert('--calc', `csv:Text - txt - csv (StarCalc):${FORMAT},,0,false,true,false`, 'hits.ods');
  const opened = readTable(readFileSync(join(folder, 'hits.csv'), 'utf8'));
  expect(opened).toEqual(rows);
});

/** Has LibreOffice open a file of the folder and write it in another format beside it. */
function convert(option: string, format: string, file: string): void {
  const { status, stderr } = spawnSync(
    'soffice',
    [
      // A profile of its own: one that is in use would swallow the command without a word.
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
      '--headless',
      option,
      '--convert-to',
      format,
      '--outdir',
      folder,
      join(folder, file),
    ],
    { encoding: 'utf8', timeout: 120_000 },
  );
  expect(status, stderr).toBe(0);
}

/** Reads CSV as RFC 4180 has it. */
function readTable(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end = ''] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/gu,
  )) {
    if (quoted === undefined && plain === '' && end === '' && row.length === 0) break;
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
