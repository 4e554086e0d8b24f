import { readdirSync } from 'node:fs';
import { selectAll } from 'hast-util-select';
import { expect, test } from 'vitest';
import { readExpectedOutlines, readSource } from '../source/read-source.ts';
import { readBody, readOutline, readPage } from './read-page.ts';

const pages = readdirSync('dist/papers')
  .filter((name) => name.endsWith('.html'))
  .sort();
const sources = readSource();
const outlines = readExpectedOutlines();

test('the site has the six papers', () => {
  expect(pages).toHaveLength(6);
  expect(sources).toHaveLength(6);
  expect(outlines.map((entries) => entries.length)).toEqual([12, 14, 3, 14, 3, 9]);
});

test.for(pages.map((name, index) => ({ name, index })))(
  '$name holds its source text, character for character',
  ({ name, index }) => {
    expect(readBody(readPage(`dist/papers/${name}`))).toEqual(sources[index]);
  },
);

test.for(pages.map((name, index) => ({ name, index })))(
  '$name shows the outline a reader would draw up',
  ({ name, index }) => {
    expect(readOutline(readPage(`dist/papers/${name}`))).toEqual(outlines[index]);
  },
);

test.for(pages)('every id in %s stands once and every paragraph has one', (name) => {
  const page = readPage(`dist/papers/${name}`);
  const ids = selectAll('[id]', page).map((node) => String(node.properties['id']));
  expect(new Set(ids).size).toBe(ids.length);
  for (const paragraph of selectAll('.prose p', page)) {
    expect(paragraph.properties['id']).toMatch(/^p\d+$/);
  }
});
