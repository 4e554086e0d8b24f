import type { Element as XmlElement } from 'xast';
import { type Book, LANGUAGE, paperFile } from './book.ts';
import { element } from './epub-xml.ts';

/** The package document (EPUB 3.3, section 5). */
export function describePackage({
  identifier,
  title,
  description,
  modified,
  papers,
}: Book): XmlElement {
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
