import type { Element as XmlElement } from 'xast';
import { type Book, COVER, LANGUAGE, paperFile } from './book.ts';
import { element } from './epub-xml.ts';

/** The package document (EPUB 3.3, section 5). */
export function describePackage({
  identifier,
  title,
  creator,
  description,
  modified,
  papers,
}: Book): XmlElement {
  const pages = [
    { id: 'cover-page', href: 'cover.xhtml' },
    { id: 'title', href: 'title.xhtml' },
    ...papers.map((_, index) => ({ id: `paper-${index + 1}`, href: paperFile(index) })),
  ];
  const xhtml = 'application/xhtml+xml';
  const metadata = [
    element('dc:identifier', { id: 'identifier' }, [identifier]),
    element('dc:title', {}, [title]),
    element('dc:creator', {}, [creator]),
    element('dc:language', {}, [LANGUAGE]),
    element('dc:description', {}, [description]),
    element('meta', { property: 'dcterms:modified' }, [modified]),
    // Where EPUB 2 looks for the cover.
    element('meta', { name: 'cover', content: 'cover' }),
  ];
  const manifest = [
    element('item', { id: 'nav', href: 'nav.xhtml', 'media-type': xhtml, properties: 'nav' }),
    element('item', { id: 'ncx', href: 'toc.ncx', 'media-type': 'application/x-dtbncx+xml' }),
    element('item', {
      id: 'cover',
      href: COVER,
      'media-type': 'image/png',
      properties: 'cover-image',
    }),
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
      element('spine', { toc: 'ncx' }, spine),
    ],
  );
}
