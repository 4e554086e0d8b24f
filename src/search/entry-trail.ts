import type { SearchEntries } from './search-document.ts';

/**
 * Anchor of what a line of the outline stands under; empty for nothing. Most ids tell it: `s2-1` is the
 * first entry under `s2`.
 */
export function parentOf(id: string, entries: SearchEntries): string {
  return entries[id]?.parent ?? id.slice(0, Math.max(0, id.lastIndexOf('-')));
}
