import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { Element as XmlElement } from 'xast';
import { cutDisplayFont } from '../../fonts/cut-display-font.ts';
import { splitAtBreaks } from '../../text/line-breaks.ts';
import { measureBreadth } from '../../text/measure-breadth.ts';
import { element, writeXml } from './epub-xml.ts';

/** In pixels: three by four, as most shelves show covers. */
const WIDTH = 1200;
const HEIGHT = 1600;
const MARGIN = 120;

/** Type of the title, the largest first: the first one in which it takes few enough lines is used. */
const TITLE_SIZES = [
  { size: 137, maxLines: 3 },
  { size: 120, maxLines: 4 },
  { size: 96, maxLines: 6 },
  { size: 64, maxLines: 10 },
] as const;

const FACT_SIZE = 44;

/** Colours of the site's light theme, `styles/tokens.css`. */
const COLORS = { paper: '#f6f6f1', ink: '#1c1f21', voice: '#a82a1d', quiet: '#565b5d' } as const;

/** Where a line may break by itself. */
const BEHIND_MARK = /(?<=[，、；：。！？])(?![”’」』》〉）】])/u;

/** Where a stretch too long for a line may break: no closing mark begins one, no opening mark ends one. */
const BETWEEN_CHARACTERS = /(?<![“‘「『《〈（【\p{Cs}]|^)(?![”’」』》〉）】，、；：。！？])/u;

let ready: Promise<void> | undefined;

/**
 * Draws the cover of a book: its title and below it what it holds. As PNG, since e-book readers older
 * than EPUB 3 and most shelves show no other drawing than a raster; drawn with our own font by WebAssembly,
 * so that the same words are the same bytes on every machine.
 *
 * @param facts A line each.
 * @returns A PNG of 1,200 × 1,600 pixels.
 */
export async function drawCover(
  title: string,
  facts: readonly string[],
): Promise<Uint8Array<ArrayBuffer>> {
  ready ??= readFile(
    createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm'),
  ).then((wasm) => initWasm(wasm));
  await ready;
  const font = await cutDisplayFont([title, ...facts].join(''));
  const picture = new Resvg(writeXml(composeCover(title, facts)), {
    font: { fontBuffers: [font.bytes], defaultFontFamily: font.family },
  });
  return new Uint8Array(picture.render().asPng());
}

function composeCover(title: string, facts: readonly string[]): XmlElement {
  const { lines, size } = setTitle(title);
  const top = HEIGHT * 0.22;
  const lineHeight = size * 1.4;
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: String(WIDTH),
      height: String(HEIGHT),
      'font-weight': '600',
    },
    [
      element('rect', { width: '100%', height: '100%', fill: COLORS.paper }),
      rectangle(MARGIN, MARGIN, WIDTH - 2 * MARGIN, 12, COLORS.ink),
      ...lines.map((line, index) => text(line, size, top + size + index * lineHeight, COLORS.ink)),
      rectangle(MARGIN, top + lines.length * lineHeight + size * 0.7, 120, 12, COLORS.voice),
      ...facts.map((fact, index) =>
        text(
          fact,
          FACT_SIZE,
          HEIGHT - MARGIN - (facts.length - 1 - index) * FACT_SIZE * 1.6,
          COLORS.quiet,
        ),
      ),
    ],
  );
}

function rectangle(x: number, y: number, width: number, height: number, fill: string): XmlElement {
  const numbers = Object.entries({ x, y, width, height }).map(([name, value]) => [
    name,
    String(value),
  ]);
  return element('rect', { ...Object.fromEntries(numbers), fill });
}

function text(words: string, size: number, y: number, fill: string): XmlElement {
  return element('text', { x: String(MARGIN), y: String(y), 'font-size': String(size), fill }, [
    words,
  ]);
}

/** Divides the title into lines, in the largest type that serves. */
function setTitle(title: string): { lines: string[]; size: number } {
  const settings = TITLE_SIZES.map(({ size, maxLines }) => {
    const lines = divideIntoLines(title, (WIDTH - 2 * MARGIN) / size);
    return { lines: lines.slice(0, maxLines), size, fits: lines.length <= maxLines };
  });
  const [last] = settings.slice(-1);
  return settings.find(({ fits }) => fits) ?? last ?? { lines: [], size: 0 };
}

/** @param breadth How many characters a line holds. */
function divideIntoLines(title: string, breadth: number): string[] {
  const pieces = splitAtBreaks(title)
    .flatMap((piece) => piece.split(BEHIND_MARK))
    .flatMap((piece) =>
      measureBreadth(piece) > breadth ? piece.split(BETWEEN_CHARACTERS) : [piece],
    );
  const lines: string[] = [];
  for (const piece of pieces) {
    const line = (lines.at(-1) ?? '') + piece;
    // A mark at the end of a line is half empty.
    if (lines.length > 0 && measureBreadth(line.replace(/[，、；：。]$/u, '')) <= breadth) {
      lines[lines.length - 1] = line;
    } else lines.push(piece);
  }
  return lines;
}
