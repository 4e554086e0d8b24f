import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

/**
 * Cuts the display face for what is drawn at build time.
 *
 * @param text What is to be drawn.
 * @returns A TrueType font, and the name of its family.
 */
export async function cutDisplayFont(
  text: string,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; family: string }> {
  const path = createRequire(import.meta.url).resolve(
    '@expo-google-fonts/noto-serif-sc/600SemiBold/NotoSerifSC_600SemiBold.ttf',
  );
  const font = await subsetFont(await readFile(path), text, { targetFormat: 'truetype' });
  return { bytes: new Uint8Array(font), family: 'Noto Serif SC SemiBold' };
}
