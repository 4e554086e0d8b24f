import type { OutlineEntry } from '../text/outline-entry.ts';

/**
 * How many sections (headings) and points an outline has, at all depths.
 */
export function measureOutline(outline: readonly OutlineEntry[]): {
  sections: number;
  points: number;
} {
  let sections = 0;
  let points = 0;
  for (const entry of outline) {
    const below = measureOutline(entry.children);
    sections += below.sections + (entry.kind === 'heading' ? 1 : 0);
    points += below.points + (entry.kind === 'point' ? 1 : 0);
  }
  return { sections, points };
}
