import type { Element as XmlElement } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { splitAtBreaks, splitAtQuotations } from '../../text/line-breaks.ts';
import { LANGUAGE } from './book.ts';

/** What XML cannot hold, not even escaped (XML 1.0, 2.2), but for the controls, which `toXml` drops. */
const NOT_XML = /\p{Cs}|[\u{FFFE}\u{FFFF}]/gu;

/** Writes a page of the book. */
export function writePage(title: string, stylesheet: string, body: XmlElement[]): string {
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

/** Writes a document of XML. */
export function writeXml(root: XmlElement): string {
  const xml = toXml(root, { closeEmptyElements: true })
    .replace(NOT_XML, '')
    // XML 1.0, 2.4: the one place where “>” must be escaped, which `toXml` leaves out.
    .replaceAll(']]>', ']]&gt;');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`;
}

/** Text that breaks where a heading of the site may break. */
export function breakableText(text: string): (XmlElement | string)[] {
  return splitAtBreaks(text).flatMap((piece, index) => [
    ...(index > 0 ? [element('wbr', {})] : []),
    ...splitAtQuotations(piece).map((part) =>
      part.isWhole ? element('span', { class: 'whole' }, [part.text]) : part.text,
    ),
  ]);
}

/** Makes an element; strings become text. */
export function element(
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
