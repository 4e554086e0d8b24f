import type { OutlineEntry } from '../../collection/outline-entry.ts';
import { listVariants } from '../../model/list-variants.ts';
import type { Paper } from '../../model/papers.ts';
import { headTexts, type SearchEntry, type SearchSource } from '../search-document.ts';

/** Takes from the papers what search needs to know of them. */
export function describeSource(papers: readonly Paper[]): SearchSource {
  const documents = papers.map(({ id, label, title, topic = '', passages, outline }) => ({
    id,
    label,
    title,
    topic,
    passages,
    entries: Object.fromEntries(listEntries(outline)),
  }));
  const text = documents.flatMap((document) => [
    ...headTexts(document),
    ...document.passages.map((passage) => passage.text),
  ]);
  return { documents, variants: listVariants(text.join('')) };
}

function listEntries(outline: readonly OutlineEntry[]): [id: string, entry: SearchEntry][] {
  return outline.flatMap(({ id, text, ordinal, children }) => [
    [id, { text, ordinal }] as [string, SearchEntry],
    ...listEntries(children),
  ]);
}
