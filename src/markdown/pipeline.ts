import type { RehypePlugins, RemarkPlugins, RemarkRehype } from '@astrojs/markdown-remark';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyGfmStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import { rehypeArticles } from './rehype-articles.ts';
import { rehypeEditorialMarks } from './rehype-editorial-marks.ts';
import { rehypeHeadingBreaks } from './rehype-heading-breaks.ts';
import { rehypeHeadingLines } from './rehype-heading-lines.ts';
import { rehypeOutline } from './rehype-outline.ts';
import { rehypeParagraphIds } from './rehype-paragraph-ids.ts';
import { rehypePassages } from './rehype-passages.ts';
import { rehypePermanentLinks } from './rehype-permanent-links.ts';
import { rehypeRunInPoints } from './rehype-run-in-points.ts';
import { rehypeTableAlign } from './rehype-table-align.ts';
import { remarkPlainTextLines } from './remark-plain-text-lines.ts';
import { paperSchema } from './sanitize-schema.ts';

/** Plugins on the Markdown tree, in order, after GFM. */
export const remarkPlugins: RemarkPlugins = [
  // Emphasis beside Chinese punctuation, before anything reads the tree.
  remarkCjkFriendly,
  // The same for ~~deletion~~.
  remarkCjkFriendlyGfmStrikethrough,
  // Paragraphs as plain text shows them, before they become HTML.
  remarkPlainTextLines,
];

/** Plugins on the HTML tree, in order. */
export const rehypePlugins: RehypePlugins = [
  // HTML in Markdown becomes part of the tree, so that it can be judged.
  rehypeRaw,
  // Only harmless elements stay; everything after this is our own and trusted.
  [rehypeSanitize, paperSchema],
  // `align`, which the sanitizer lets pass, is no longer HTML.
  rehypeTableAlign,
  // Marks what the Markdown tools add, so that the author's text can be told from it.
  rehypeEditorialMarks,
  // Headings first: points count anew under each.
  rehypeHeadingLines,
  // Articles, from what the headings' plugin has judged; points do not run into them.
  rehypeArticles,
  // Points, before anything else cuts up a paragraph.
  rehypeRunInPoints,
  // Ids of headings and points, and the outline itself, from what the two before have found.
  rehypeOutline,
  // Ids of paragraphs, whatever they hold.
  rehypeParagraphIds,
  // The text and its addresses for search, once every address is there.
  rehypePassages,
  // Late, since it splits the text of headings.
  rehypeHeadingBreaks,
  // Last: an empty element ahead of a text would have to be minded by all the others.
  rehypePermanentLinks,
];

/** Words for what Markdown itself adds to a page: footnotes. */
export const remarkRehypeOptions: RemarkRehype = {
  footnoteLabel: '注释',
  footnoteBackLabel: (reference: number, occurrence: number) =>
    `回到注${reference + 1}${occurrence > 1 ? `第${occurrence}` : ''}处`,
};
