import type { OutlineEntry } from './outline-entry.ts';

/** All entries of an outline, at all depths, in the order of the text. */
export function flattenOutline(entries: readonly OutlineEntry[]): OutlineEntry[] {
  return entries.flatMap((entry) => [entry, ...flattenOutline(entry.children)]);
}
