import siteText from '../site.ts?raw';
import { fontDisplayText } from './font-display-text.ts';
import { getPaperSources } from './paper-sources.ts';
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
  const sources = await readFontSources();
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

/** The address of the display face, for preloading; `undefined` if the face is left out. */
export async function displayFontPath(): Promise<string | undefined> {
  const { faces } = await getPaperFonts();
  const display = faces.find(({ name }) => name === 'display');
  return display && `/fonts/${display.fileName}`;
}

async function readFontSources(): Promise<FontSources> {
  const bodies = await getPaperSources();
  const display = bodies.map(({ file, text }) => ({ file, text: fontDisplayText(text) }));
  return { bodies, display: [...display, { file: 'src/site.ts', text: siteText }] };
}
