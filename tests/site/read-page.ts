import { readFileSync } from 'node:fs';
import type { Element, Root } from 'hast';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { rehype } from 'rehype';
import { visit } from 'unist-util-visit';

/** Parses a built page as a browser does. */
export function readPage(path: string): Root {
  return rehype().parse(readFileSync(path, 'utf8'));
}

/** The text blocks of the paper's body, without what the site itself adds there. */
export function readBody(page: Root): string[] {
  const prose = select('.prose', page);
  if (!prose) throw new Error('The page has no element of class prose.');
  visit(prose, 'element', (node, index, parent) => {
    const isEditorial =
      node.tagName === 'button' ||
      'dataEditorial' in node.properties ||
      node.properties['ariaHidden'] === 'true';
    if (!isEditorial || !parent || index === undefined) return undefined;
    parent.children.splice(index, 1);
    return index;
  });
  return prose.children.flatMap((node) => (node.type === 'element' ? [textOf(node)] : []));
}

/** The entries of the outline, indented two spaces a level. */
export function readOutline(page: Root): string[] {
  const entries: string[] = [];
  const walk = (node: Element, indent: string) => {
    for (const item of selectAll(':scope > ol > li', node)) {
      const link = select(':scope > a', item);
      if (link) entries.push(indent + textOf(link));
      walk(item, `${indent}  `);
    }
  };
  const nav = select('nav[aria-label="提纲"]', page);
  if (nav) walk(nav, '');
  return entries;
}
