import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import { applyEdits, editAttributes, readPage } from './edit-page.ts';

/** Attributes that name an id, or several. */
const REFERENCES = new Set([
  'for',
  'aria-labelledby',
  'aria-describedby',
  'aria-controls',
  'headers',
]);

/**
 * Tells apart the ids of papers that share a page: within an element with `data-prefix`, ids and all
 * that names them get that prefix.
 */
export function prefixIds(html: string): string {
  const prefixes = new Map<number | undefined, string>();
  const page = readPage(html);
  visit(page.tree, 'element', (node) => {
    const prefix = node.properties['dataPrefix'];
    if (prefix === undefined) return;
    visit(node, 'element', (inner: Element) => {
      if (inner !== node) prefixes.set(inner.position?.start.offset, String(prefix));
    });
  });
  const edits = editAttributes(page, ({ name, value }, element) => {
    const prefix = prefixes.get(element.position?.start.offset);
    if (prefix === undefined) return undefined;
    if (name === 'id') return prefix + value;
    if (REFERENCES.has(name)) return value.replaceAll(/\S+/g, (id) => prefix + id);
    // The contents and other papers have anchors of their own.
    if (name === 'href' && /^#(?!contents$|paper-\d)/.test(value))
      return `#${prefix}${value.slice(1)}`;
    return undefined;
  });
  return applyEdits(html, edits);
}
