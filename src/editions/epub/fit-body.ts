import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import { visit } from 'unist-util-visit';

/** Tags that HTML has dropped, and what has taken their place. */
const SUCCESSORS: Record<string, string> = { strike: 's', tt: 'code' };

/**
 * Lets only that through which EPUB allows. The site's own list holds attributes that HTML has
 * dropped, such as `width` of a cell: browsers forgive them, EPUBCheck does not.
 */
const sanitize = rehypeSanitize({
  tagNames: [
    ...(defaultSchema.tagNames ?? []).filter((name) => !['picture', 'source'].includes(name)),
    'wbr',
  ],
  attributes: {
    '*': ['id', 'className', 'dir', 'title', 'dataEditorial'],
    a: ['href', 'ariaDescribedBy', 'ariaLabel', 'dataFootnoteRef', 'dataFootnoteBackref'],
    del: ['dateTime'],
    details: ['open'],
    img: ['alt'],
    input: ['type', 'checked', 'disabled', 'ariaLabel'],
    ins: ['dateTime'],
    li: ['value'],
    ol: ['start'],
    section: ['dataFootnotes'],
    td: ['colSpan', 'rowSpan', 'dataAlign'],
    th: ['colSpan', 'rowSpan', 'scope', 'dataAlign'],
  },
  clobber: [],
});

/** Reads a paper's body and fits it to stand in a book. */
export function fitBody(html: string): Element {
  const tree = fromHtml(html, { fragment: true });
  // A reading system has marks of its own, and a book no address.
  visit(tree, 'element', (node) => {
    node.children = node.children.filter(
      (child) => child.type !== 'element' || child.tagName !== 'a' || child.children.length > 0,
    );
  });
  const { children } = sanitize(tree);
  const body: Element = {
    type: 'element',
    tagName: 'div',
    properties: { className: ['prose'] },
    children: children.filter((node) => node.type !== 'doctype'),
  };
  const anchors = new Set<string>();
  visit(body, 'element', ({ properties: { id } }) => {
    if (id !== undefined) anchors.add(`#${id}`);
  });
  visit(body, 'element', (node) => {
    node.tagName = SUCCESSORS[node.tagName] ?? node.tagName;
    const { id, href, alt } = node.properties;
    if (id !== undefined) node.properties['id'] = withoutPercent(String(id));
    if (href !== undefined) node.properties['href'] = fitLink(String(href), anchors);
    if (node.tagName === 'img') {
      node.tagName = 'span';
      node.properties = { dataEditorial: '' };
      node.children = [{ type: 'text', value: alt ? `〔${alt}〕` : '' }];
    }
  });
  return body;
}

function fitLink(href: string, anchors: ReadonlySet<string>): string | undefined {
  if (anchors.has(href)) return withoutPercent(href);
  return URL.canParse(href) ? new URL(href).href : undefined;
}

/** GFM writes the name of a note into its id percent-encoded, and EPUBCheck decodes links only. */
function withoutPercent(anchor: string): string {
  return anchor.replaceAll('%', '_');
}
