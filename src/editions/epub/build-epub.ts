import { strToU8, zipSync } from 'fflate';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toXast } from 'hast-util-to-xast';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import { visit } from 'unist-util-visit';
import type { Element as XmlElement } from 'xast';
import { toXml } from 'xast-util-to-xml';
import type { OutlineEntry } from '../../collection/outline-entry.ts';

const LANGUAGE = 'zh-CN';

/** What XML cannot hold, not even escaped (XML 1.0, 2.2), but for the controls, which `toXml` drops. */
const NOT_XML = /\p{Cs}|[\u{FFFE}\u{FFFF}]/gu;

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

/**
 * Makes an e-book of the collection: EPUB 3.3, with a title page and a file for each paper. The same
 * book gives the same bytes, at any time and in any time zone.
 *
 * In a paper every word stays. Images become their description, 〔alt〕; a link that leads neither to
 * another site nor to a place in the same paper becomes plain text; and what XML cannot hold, such
 * as control characters, is left out.
 *
 * @returns The bytes of the `.epub` file.
 */
export function buildEpub(book: Book): Uint8Array<ArrayBuffer> {
  const files: Record<string, string> = {
    'META-INF/container.xml': writeXml(CONTAINER),
    'OEBPS/content.opf': writeXml(describePackage(book)),
    'OEBPS/nav.xhtml': writeNavigation(book.papers),
    'OEBPS/style.css': STYLE,
    'OEBPS/title.xhtml': writeTitlePage(book),
  };
  for (const [index, paper] of book.papers.entries()) {
    files[`OEBPS/${paperFile(index)}`] = writePaper(paper);
  }
  return zipSync(
    {
      // EPUB 3.3, “OCF ZIP container media type identification”: the first file, not compressed.
      mimetype: [strToU8('application/epub+zip'), { level: 0 }],
      ...Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
    },
    // Zip stores local time: this is the same in every time zone.
    { mtime: new Date(1980, 0, 1) },
  );
}

/** Papers go by their place: an id may hold Chinese, which not every reading system unzips. */
function paperFile(index: number): string {
  return `papers/${index + 1}.xhtml`;
}

/** The package document (EPUB 3.3, section 5). */
function describePackage({ identifier, title, description, modified, papers }: Book): XmlElement {
  const pages = [
    { id: 'title', href: 'title.xhtml' },
    ...papers.map((_, index) => ({ id: `paper-${index + 1}`, href: paperFile(index) })),
  ];
  const xhtml = 'application/xhtml+xml';
  const metadata = [
    element('dc:identifier', { id: 'identifier' }, [identifier]),
    element('dc:title', {}, [title]),
    element('dc:language', {}, [LANGUAGE]),
    element('dc:description', {}, [description]),
    element('meta', { property: 'dcterms:modified' }, [modified]),
  ];
  const manifest = [
    element('item', { id: 'nav', href: 'nav.xhtml', 'media-type': xhtml, properties: 'nav' }),
    element('item', { id: 'style', href: 'style.css', 'media-type': 'text/css' }),
    ...pages.map(({ id, href }) => element('item', { id, href, 'media-type': xhtml })),
  ];
  const spine = pages.map(({ id }) => element('itemref', { idref: id }));
  return element(
    'package',
    {
      xmlns: 'http://www.idpf.org/2007/opf',
      version: '3.0',
      'unique-identifier': 'identifier',
      'xml:lang': LANGUAGE,
    },
    [
      element('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, metadata),
      element('manifest', {}, manifest),
      element('spine', {}, spine),
    ],
  );
}

/** The navigation document (EPUB 3.3, section 7). */
function writeNavigation(papers: readonly BookPaper[]): string {
  const items = papers.map(({ label, title, outline }, index) => {
    const file = paperFile(index);
    return listItem(file, `${label}\u3000${title}`, listEntries(outline, file));
  });
  return writePage('目录', 'style.css', [
    element('nav', { 'epub:type': 'toc', role: 'doc-toc' }, [
      element('h1', {}, ['目录']),
      element('ol', {}, items),
    ]),
  ]);
}

function listEntries(entries: readonly OutlineEntry[], file: string): XmlElement[] {
  return entries.map(({ id, text, children }) =>
    listItem(`${file}#${id}`, text.replace(/。$/, ''), listEntries(children, file)),
  );
}

function listItem(href: string, text: string, below: XmlElement[]): XmlElement {
  const link = element('a', { href }, [text]);
  return element('li', {}, below.length > 0 ? [link, element('ol', {}, below)] : [link]);
}

function writeTitlePage({ title, description }: Book): string {
  return writePage(title, 'style.css', [
    element('section', { class: 'title', 'epub:type': 'titlepage' }, [
      element('h1', {}, [title]),
      element('p', {}, [description]),
    ]),
  ]);
}

function writePaper({ label, title, topic, html }: BookPaper): string {
  return writePage(title, '../style.css', [
    element('section', { 'epub:type': 'chapter' }, [
      element('p', {}, [topic ? `${label}\u3000${topic}` : label]),
      element('h1', {}, [title]),
      toXast(readBody(html)) as XmlElement,
    ]),
  ]);
}

/** Reads a paper's body and fits it to stand in a book. */
function readBody(html: string): Element {
  const tree = fromHtml(html, { fragment: true });
  // A reading system has marks of its own, and a book no address.
  visit(tree, 'element', (node) => {
    node.children = node.children.filter(
      (child) => child.type !== 'element' || String(child.properties['className']) !== 'permalink',
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

function writePage(title: string, stylesheet: string, body: XmlElement[]): string {
  const head = [
    element('title', {}, [title]),
    element('link', { rel: 'stylesheet', type: 'text/css', href: stylesheet }),
  ];
  return writeXml(
    element(
      'html',
      {
        xmlns: 'http://www.w3.org/1999/xhtml',
        'xmlns:epub': 'http://www.idpf.org/2007/ops',
        lang: LANGUAGE,
        'xml:lang': LANGUAGE,
      },
      [element('head', {}, head), element('body', {}, body)],
    ),
  );
}

function writeXml(root: XmlElement): string {
  const xml = toXml(root, { closeEmptyElements: true })
    .replace(NOT_XML, '')
    // XML 1.0, 2.4: the one place where “>” must be escaped, which `toXml` leaves out.
    .replaceAll(']]>', ']]&gt;');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`;
}

function element(
  name: string,
  attributes: Record<string, string>,
  children: readonly (XmlElement | string)[] = [],
): XmlElement {
  return {
    type: 'element',
    name,
    attributes,
    children: children.map((child) =>
      typeof child === 'string' ? { type: 'text', value: child } : child,
    ),
  };
}

/** Says where the package document is (EPUB 3.3, “Container file”). */
const CONTAINER = element(
  'container',
  { xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container', version: '1.0' },
  [
    element('rootfiles', {}, [
      element('rootfile', {
        'full-path': 'OEBPS/content.opf',
        'media-type': 'application/oebps-package+xml',
      }),
    ]),
  ],
);

/** Names no font and no colour of text: those are the reader's own choice. */
const STYLE = `body {
  line-break: strict;
}

h1, h2, h3, h4, h5, h6 {
  line-height: 1.5;
  text-align: start;
  break-after: avoid;
}

h1 { font-size: 1.5em; }
h2 { font-size: 1.25em; }
h3 { font-size: 1.1em; }
h4, h5, h6 { font-size: 1em; }

nav ol {
  list-style: none;
  padding-inline-start: 1.5em;
}

.title {
  margin-block-start: 20%;
  text-align: center;
}

.title h1 { text-align: center; }

/* clreq 3.3.1: paragraphs are set off by a two-character indent, without space between them. */
.prose > p, .prose blockquote > p {
  margin-block: 0;
  line-height: 1.8;
  text-align: justify;
  text-indent: 2em;
}

.lead, th { font-weight: bold; }

.point {
  display: block;
  margin-block-start: 0.5em;
}

.point .point { padding-inline-start: 2em; }

/* clreq 3.2.3: slanted Han characters read badly. */
em {
  font-style: normal;
  font-weight: bold;
}

.contains-task-list { list-style: none; }

blockquote {
  margin-inline: 0;
  padding-inline-start: 1em;
  border-inline-start: 3px solid #888;
}

pre { white-space: pre-wrap; }

table {
  border-collapse: collapse;
  margin-block: 1em;
}

th, td {
  padding: 0.3em 0.6em;
  border: 1px solid #888;
  text-align: start;
  vertical-align: top;
}

[data-align="center"] { text-align: center; }
[data-align="right"] { text-align: end; }

sup { line-height: 1; }

.footnotes {
  margin-block-start: 2em;
  border-block-start: 1px solid #888;
  font-size: 0.9em;
}
`;

/** What an e-book is made of. */
export interface Book {
  /** Names the book for good: a URN or URL. */
  identifier: string;
  title: string;
  description: string;
  /** When its content last changed, in UTC to the second: `2023-03-01T00:00:00Z`. */
  modified: string;
  /** In the order of reading; at least one. */
  papers: readonly BookPaper[];
}

/** One paper of a book. */
export interface BookPaper {
  /** Its name in the series: `第一篇`. */
  label: string;
  title: string;
  /** Empty when the paper names none. */
  topic: string;
  /** The body as the site serves it, without what stands around it. */
  html: string;
  /** Its ids are ids in `html`. */
  outline: readonly OutlineEntry[];
}
