import { readFile } from 'node:fs/promises';
import type { OutlineEntry } from '../collection/outline-entry.ts';
import { getModel } from '../model/published-model.ts';
import { site } from '../site.ts';
import {
  distinctCharacters,
  type FontSources,
  subsetFonts,
  type WebFonts,
} from './subset-fonts.ts';

let latest: { characters: string; fonts: Promise<WebFonts> } | undefined;

/**
 * Gives the fonts for the collection as it stands, made once: a build asks for every page, and
 * its papers do not change while it runs. In development they do, so there the papers are read
 * anew each time and the fonts made again when a character has come or gone.
 */
export async function getPaperFonts(): Promise<WebFonts> {
  if (latest && import.meta.env.PROD) return latest.fonts;
  const sources = listFontSources();
  const characters = [sources.bodies, sources.display]
    .map((texts) => distinctCharacters(texts.map(({ text }) => text)))
    .join('\n');
  if (latest?.characters !== characters) {
    latest = { characters, fonts: subsetFonts(sources) };
    // A failure names lines, which may move without any character changing: tell it afresh.
    latest.fonts.catch(() => {
      latest = undefined;
    });
  }
  return latest.fonts;
}

/** The address of the stylesheet with the `@font-face` rules, for every page's head. */
export async function fontStylesheetPath(): Promise<string> {
  const { stylesheet } = await getPaperFonts();
  return `/fonts/${stylesheet.fileName}`;
}

function listFontSources(): FontSources {
  const { collection, papers } = getModel();
  const source = (file: string, text: string) => ({
    file,
    text,
    read: () => readFile(file, 'utf8'),
  });
  return {
    bodies: [collection, ...papers].map(({ file, alphabet }) => source(file, alphabet)),
    display: [
      source(collection.file, collection.title + collection.shortTitle),
      source('src/site.ts', site.notFound),
      ...papers.map(({ file, label, title, outline }) =>
        source(file, [label, title, ...outlineTexts(outline)].join('\n')),
      ),
    ],
  };
}

/** What stands in the display face within a body: headings, and the leads of points. */
function outlineTexts(outline: readonly OutlineEntry[]): string[] {
  return outline.flatMap(({ text, children }) => [text, ...outlineTexts(children)]);
}
