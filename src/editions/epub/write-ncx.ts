import type { Element as XmlElement } from 'xast';
import { withoutFullStop } from '../../collection/describe-paper.ts';
import type { OutlineEntry } from '../../collection/outline-entry.ts';
import { type Book, LANGUAGE, nameInContents, paperFile } from './book.ts';
import { element, writeXml } from './epub-xml.ts';

/**
 * The contents as EPUB 2 has them, for readers that know no other (EPUB 3.3, “Legacy features”; DAISY
 * NCX 2005-1).
 */
export function writeNcx({ identifier, title, papers }: Book): string {
  let order = 0;
  let depth = 0;
  const point = (src: string, label: string, level: number, below: () => XmlElement[]) => {
    order += 1;
    depth = Math.max(depth, level);
    const number = String(order);
    return element('navPoint', { id: `point-${number}`, playOrder: number }, [
      element('navLabel', {}, [element('text', {}, [label])]),
      element('content', { src }),
      ...below(),
    ]);
  };
  const listEntries = (
    entries: readonly OutlineEntry[],
    file: string,
    level: number,
  ): XmlElement[] =>
    entries.map(({ id, text, children }) =>
      point(`${file}#${id}`, withoutFullStop(text), level, () =>
        listEntries(children, file, level + 1),
      ),
    );
  const points = papers.map((paper, index) => {
    const file = paperFile(index);
    return point(file, nameInContents(paper), 1, () => listEntries(paper.outline, file, 2));
  });
  const metadata = {
    'dtb:uid': identifier,
    'dtb:depth': String(depth),
    'dtb:totalPageCount': '0',
    'dtb:maxPageNumber': '0',
  };
  return writeXml(
    element(
      'ncx',
      {
        xmlns: 'http://www.daisy.org/z3986/2005/ncx/',
        version: '2005-1',
        'xml:lang': LANGUAGE,
      },
      [
        element(
          'head',
          {},
          Object.entries(metadata).map(([name, content]) => element('meta', { name, content })),
        ),
        element('docTitle', {}, [element('text', {}, [title])]),
        element('navMap', {}, points),
      ],
    ),
  );
}
