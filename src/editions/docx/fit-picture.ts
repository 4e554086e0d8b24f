import { pageForm } from './page-form.ts';
import type { DocxPicture } from './picture.ts';

/** Twips of a pixel of a picture: 96 to the inch. */
export const TWIPS_PER_PIXEL = 15;

/**
 * The size at which a picture stands in a document: its own, or as wide as the text or as high as a
 * page, less two lines for what belongs to it.
 *
 * @returns In pixels.
 */
export function fitPicture({ width, height }: DocxPicture): { width: number; height: number } {
  const scale = Math.min(
    1,
    pageForm.textWidth / TWIPS_PER_PIXEL / width,
    ((pageForm.lines - 2) * pageForm.linePitch) / TWIPS_PER_PIXEL / height,
  );
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}
