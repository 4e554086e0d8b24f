import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import subsetFont from 'subset-font';
import { beforeAll, expect, test } from 'vitest';
import { readFontCharacters } from '../../../src/fonts/read-font-characters.ts';
import { roundOutlines } from '../../../src/fonts/round-outlines.ts';

const TEXT = '永曹警履章研讨材料“”，。XyÉ 2023';
const { resolve } = createRequire(import.meta.url);

let font: Buffer<ArrayBuffer>;
beforeAll(async () => {
  await initWasm(await readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')));
  const source = resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf');
  font = await subsetFont(await readFile(source), TEXT, {
    targetFormat: 'truetype',
    noHinting: true,
  });
});

/** Darkness of the text’s pixels as a screen of two pixels a point draws it at 20 px. */
function draw(bytes: Uint8Array): number[] {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="60"><text y="45" font-size="40">${TEXT}</text></svg>`;
  const { pixels } = new Resvg(svg, {
    font: { fontBuffers: [bytes], defaultFontFamily: 'Noto Serif SC' },
  }).render();
  return [...pixels].filter((_, index) => index % 4 === 3);
}

/** Bytes of a font as it is loaded. */
async function compress(bytes: Buffer<ArrayBuffer>): Promise<number> {
  return (await subsetFont(bytes, TEXT, { targetFormat: 'woff2', noHinting: true })).length;
}

/** The largest and the mean difference between two drawings. */
function compare(one: number[], other: number[]): { largest: number; mean: number } {
  const differences = one.map((value, index) => Math.abs(value - (other[index] ?? 0)));
  return {
    largest: differences.reduce((largest, each) => Math.max(largest, each), 0),
    mean: differences.reduce((sum, each) => sum + each, 0) / differences.length,
  };
}

test('rounded outlines look the same, and take less', async () => {
  const rounded = roundOutlines(font, 4);
  const { largest, mean } = compare(draw(font), draw(rounded));

  expect(draw(font).filter((dark) => dark > 192).length).toBeGreaterThan(1000);
  expect(largest).toBeLessThan(128);
  expect(mean).toBeLessThan(1);
  expect(readFontCharacters(rounded)).toEqual(readFontCharacters(font));
  expect(await compress(rounded)).toBeLessThan((await compress(font)) * 0.95);
});

test('a coarse grid can be seen, so that the one in use would be', () => {
  expect(compare(draw(font), draw(roundOutlines(font, 200))).largest).toBeGreaterThan(128);
});
