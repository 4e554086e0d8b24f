import { defaultSchema, type Options } from 'rehype-sanitize';

const FOOTNOTE_ID = /^user-content-fn(?:ref)?-/;

/**
 * What of an author's HTML may stay in a paper: GitHub's list without ids, since anchors are the
 * site's own; only those stay that GFM's footnotes link with.
 */
export const paperSchema: Options = {
  ...defaultSchema,
  // Their text is no text of the paper.
  strip: [
    ...['script', 'style', 'template', 'title', 'noscript', 'iframe', 'object', 'svg', 'math'],
    ...['button', 'select', 'textarea'],
  ],
  // The ids that stay carry the prefix already.
  clobber: [],
  attributes: {
    ...defaultSchema.attributes,
    '*': (defaultSchema.attributes?.['*'] ?? []).filter((name) => name !== 'id' && name !== 'name'),
    a: [...(defaultSchema.attributes?.['a'] ?? []), ['id', FOOTNOTE_ID]],
    li: [...(defaultSchema.attributes?.['li'] ?? []), ['id', FOOTNOTE_ID]],
    h2: [['id', 'footnote-label']],
  },
};
