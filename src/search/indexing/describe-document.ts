import type { OutlineEntry } from '../../collection/outline-entry.ts';
import type { Paper, PaperBody } from '../../collection/paper.ts';
import type { SearchDocument, SearchEntry } from '../search-document.ts';

/** Takes from a paper and its body what search needs to know of them. */
export function describeDocument(
  { id, label, title, topic = '', outline }: Paper,
  { passages }: PaperBody,
): SearchDocument {
  const entries = Object.fromEntries(listEntries(outline));
  return { id, label, title, topic, passages: [...passages], entries };
}

function listEntries(outline: readonly OutlineEntry[]): [id: string, entry: SearchEntry][] {
  return outline.flatMap(({ id, text, ordinal, children }) => [
    [id, { text, ordinal }] as [string, SearchEntry],
    ...listEntries(children),
  ]);
}
