import { expect, test } from 'vitest';
import { drawCover } from '../../../src/editions/epub/draw-cover.ts';

test('a cover is a PNG of 1,200 × 1,600 pixels, the same for the same words', async () => {
  const cover = await drawCover('坚持“四学”“三办”', ['共六篇']);
  const header = new DataView(cover.buffer);

  expect([...cover.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  expect([header.getUint32(16), header.getUint32(20)]).toEqual([1200, 1600]);
  expect(await drawCover('坚持“四学”“三办”', ['共六篇'])).toEqual(cover);
});

test('a cover shows the words it is given, in glyphs of its own font', async () => {
  const blank = await drawCover('\u3000', []);
  const titled = await drawCover('研讨', []);
  const other = await drawCover('讨研', []);
  const withFact = await drawCover('研讨', ['共六篇']);

  expect(new Set([blank, titled, other, withFact].map(String)).size).toBe(4);
});

test('a cover holds a title of any length and any signs', async () => {
  const title = `${'很长的题名'.repeat(30)}<b>&"`;

  await expect(drawCover(title, ['共六篇'])).resolves.toBeInstanceOf(Uint8Array);
});
