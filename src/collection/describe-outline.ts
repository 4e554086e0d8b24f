import { flattenOutline } from './flatten-outline.ts';
import type { OutlineEntry } from './outline-entry.ts';

/** How many sections (headings), articles and points an outline has at all depths, in words; of none, none. */
export function describeOutline(outline: readonly OutlineEntry[]): string[] {
  const entries = flattenOutline(outline);
  const sections = entries.filter(({ kind }) => kind === 'heading').length;
  const articles = entries.filter(({ kind }) => kind === 'article').length;
  const points = entries.filter(({ kind }) => kind === 'point').length;
  return [
    ...(sections ? [`${sections.toLocaleString('en')} 个部分`] : []),
    ...(articles ? [`${articles.toLocaleString('en')} 条`] : []),
    ...(points ? [`${points.toLocaleString('en')} 个分点`] : []),
  ];
}
