import { strToU8, zipSync } from 'fflate';
import { toXast } from 'hast-util-to-xast';
import type { Element as XmlElement } from 'xast';
import { type Book, type BookPaper, COVER, paperFile } from './book.ts';
import { describePackage } from './describe-package.ts';
import { EPUB_STYLE } from './epub-style.ts';
import { breakableText, element, writePage, writeXml } from './epub-xml.ts';
import { fitBody } from './fit-body.ts';
import { writeNavigation } from './write-navigation.ts';
import { writeNcx } from './write-ncx.ts';

/**
 * Makes an e-book of the collection: EPUB 3.3, with a cover, a title page and a file for each paper,
 * and what readers of EPUB 2 look for. The same
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
    'OEBPS/toc.ncx': writeNcx(book),
    'OEBPS/nav.xhtml': writeNavigation(book.papers),
    'OEBPS/style.css': EPUB_STYLE,
    'OEBPS/cover.xhtml': writeCoverPage(book),
    'OEBPS/title.xhtml': writeTitlePage(book),
  };
  for (const [index, paper] of book.papers.entries()) {
    files[`OEBPS/${paperFile(index)}`] = writePaper(paper);
  }
  return zipSync(
    {
      // EPUB 3.3, “OCF ZIP container media type identification”: the first file, not compressed.
      mimetype: [strToU8('application/epub+zip'), { level: 0 }],
      [`OEBPS/${COVER}`]: [book.cover, { level: 0 }],
      ...Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
    },
    // Zip stores local time: this is the same in every time zone.
    { mtime: new Date(1980, 0, 1) },
  );
}

function writeCoverPage({ title }: Book): string {
  return writePage(title, 'style.css', [
    element('section', { class: 'cover', 'epub:type': 'cover' }, [
      element('img', { src: COVER, alt: title }),
    ]),
  ]);
}

function writeTitlePage({ title, description }: Book): string {
  return writePage(title, 'style.css', [
    element('section', { class: 'title', 'epub:type': 'titlepage' }, [
      element('h1', {}, breakableText(title)),
      element('p', {}, [description]),
    ]),
  ]);
}

function writePaper({ label, title, topic, html }: BookPaper): string {
  return writePage(title, '../style.css', [
    element('section', { 'epub:type': 'chapter' }, [
      element('p', { class: 'kicker' }, [[label, topic].filter(Boolean).join('\u3000')]),
      element('h1', {}, breakableText(title)),
      toXast(fitBody(html)) as XmlElement,
    ]),
  ]);
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
