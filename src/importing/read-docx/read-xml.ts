import { SaxesParser, type SaxesTagNS } from 'saxes';

/** The usual prefix of each vocabulary, for its transitional name and for its strict one. */
const PREFIXES = new Map(
  (
    [
      ['w', 'wordprocessingml/2006/main', 'wordprocessingml/main'],
      ['r', 'officeDocument/2006/relationships', 'officeDocument/relationships'],
      ['m', 'officeDocument/2006/math', 'officeDocument/math'],
      ['vt', 'officeDocument/2006/docPropsVTypes', 'officeDocument/docPropsVTypes'],
      ['wp', 'drawingml/2006/wordprocessingDrawing', 'drawingml/wordprocessingDrawing'],
      ['a', 'drawingml/2006/main', 'drawingml/main'],
      ['c', 'drawingml/2006/chart', 'drawingml/chart'],
      ['dgm', 'drawingml/2006/diagram', 'drawingml/diagram'],
      ['mc', 'markup-compatibility/2006', undefined],
    ] as const
  ).flatMap(([prefix, transitional, strict]) => [
    [`http://schemas.openxmlformats.org/${transitional}`, prefix],
    ...(strict ? [[`http://purl.oclc.org/ooxml/${strict}`, prefix]] : []),
  ]) as [uri: string, prefix: string][],
).set('urn:schemas-microsoft-com:vml', 'v');

/**
 * Reads XML and tells what it meets. A program may give a vocabulary any prefix it likes, or none; names
 * are told with the usual one (`w:p`). Entities of a document's own are not expanded, so none can be made
 * to grow.
 *
 * @throws When the XML is not well formed.
 */
export function readXml(xml: string, told: XmlListener): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const attributes: Record<string, string> = {};
    for (const attribute of Object.values(tag.attributes)) {
      attributes[usualName(attribute)] = attribute.value;
    }
    told.open(usualName(tag), attributes);
  });
  parser.on('closetag', (tag) => told.close(usualName(tag)));
  parser.on('text', told.text);
  parser.on('cdata', told.text);
  parser.write(xml).close();
}

/**
 * Whether an alternative (`mc:Choice`) is one we can read. Of ink, newer charts and models, and of emoji
 * by their code, only what stands as a fallback is.
 */
export function isRead(attributes: Readonly<Record<string, string>>): boolean {
  return !/\b(?:w16se|cx\d*|wpi|aink|am3d)\b/.test(attributes['Requires'] ?? '');
}

function usualName({ uri, local, name }: Pick<SaxesTagNS, 'uri' | 'local' | 'name'>): string {
  const prefix = PREFIXES.get(uri);
  return prefix === undefined ? name : `${prefix}:${local}`;
}

/** Hears of each element and text in order. */
export interface XmlListener {
  open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  close: (name: string) => void;
  text: (text: string) => void;
}
