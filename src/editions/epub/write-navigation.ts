import type { Element as XmlElement } from 'xast';
import { withoutFullStop } from '../../collection/describe-paper.ts';
import type { OutlineEntry } from '../../collection/outline-entry.ts';
import { type BookPaper, nameInContents, paperFile } from './book.ts';
import { element, writePage } from './epub-xml.ts';

/** The navigation document (EPUB 3.3, section 7). */
export function writeNavigation(papers: readonly BookPaper[]): string {
  const items = papers.map((paper, index) => {
    const file = paperFile(index);
    return listItem(file, nameInContents(paper), listEntries(paper.outline, file));
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
    listItem(`${file}#${id}`, withoutFullStop(text), listEntries(children, file)),
  );
}

function listItem(href: string, text: string, below: XmlElement[]): XmlElement {
  const link = element('a', { href }, [text]);
  return element('li', {}, below.length > 0 ? [link, element('ol', {}, below)] : [link]);
}
