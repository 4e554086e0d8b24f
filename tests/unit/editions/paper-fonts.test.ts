import { expect, it } from 'vitest';
import {
  displayFontPath,
  fontStylesheetPath,
  getPaperFonts,
} from '../../../src/editions/paper-fonts.ts';
import { getPaperSources } from '../../../src/editions/paper-sources.ts';

it('reads the collection and every paper as written, from the project root', async () => {
  const sources = await getPaperSources();

  expect(sources[0]?.file).toBe('content/collection.md');
  expect(sources.length).toBeGreaterThan(1);
  for (const { file, text } of sources) {
    expect(file).toMatch(/^content\/.*\.md$/);
    expect(text).toMatch(/^---\r?\n/);
  }
});

it('addresses the stylesheet and the display face that are made', async () => {
  const { faces, stylesheet } = await getPaperFonts();

  expect(await fontStylesheetPath()).toBe(`/fonts/${stylesheet.fileName}`);
  const display = faces.find(({ name }) => name === 'display');
  expect(await displayFontPath()).toBe(display && `/fonts/${display.fileName}`);
});

it('makes the fonts once for the same papers', async () => {
  expect(await getPaperFonts()).toBe(await getPaperFonts());
});
