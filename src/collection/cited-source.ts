import { quoteTitle } from '../text/quote-passage.ts';
import type { Paper } from './paper.ts';

/** How a citation names a paper: collection, label and title, and what tells it from others of the title. */
export function citedSource(
  { label, title, distinction }: Paper,
  collection: { title: string },
): string {
  const dated = distinction && `〔${distinction}〕`;
  return `${quoteTitle(collection.title)}${label}${quoteTitle(title)}${dated}`;
}
