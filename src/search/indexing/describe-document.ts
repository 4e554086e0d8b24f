import type { OutlineEntry } from '../../collection/outline-entry.ts';
import type { Paper, PaperBody } from '../../collection/paper.ts';
import type {
  SearchDocument,
  SearchEntries,
  SearchEntry,
  SearchPaper,
} from '../search-document.ts';

/** Takes from a paper and its body what search needs to know of them. */
export function describeDocument(paper: Paper, { passages }: PaperBody): SearchDocument {
  return { ...describePaper(paper), passages, entries: listEntries(paper) };
}

/** Takes from a paper what search needs to know besides its body. */
export function describePaper(paper: Paper): SearchPaper {
  const { id, name, distinction, label, title, topic = '', date = '' } = paper;
  return { id, name, distinction, label, title, topic, date };
}

/** Lists the lines of a paper's outline by their anchors. */
export function listEntries({ outline }: Paper): SearchEntries {
  const entries: Record<string, SearchEntry> = {};
  const list = (siblings: readonly OutlineEntry[], parent?: string) => {
    for (const { id, kind, text, ordinal, children } of siblings) {
      const isArticle = kind === 'article';
      entries[id] = {
        text,
        ordinal,
        ...(isArticle && { isArticle, ...(parent && { parent }) }),
      };
      list(children, id);
    }
  };
  list(outline);
  return entries;
}
