import type { SearchEntries } from './search-document.ts';

/**
 * Anchor of what a line of the outline stands under; empty for nothing. Most ids tell it: `s2-1` is the
 * first entry under `s2`.
 */
export function parentOf(id: string, entries: SearchEntries): string {
  const above = entries[id]?.parent ?? id.slice(0, Math.max(0, id.lastIndexOf('-')));
  // In the one-file edition ids begin with the paper's number, which is no entry.
  return entries[above] ? above : '';
}
