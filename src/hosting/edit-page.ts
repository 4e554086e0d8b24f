import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';

/** Reads a page, with the places of its attributes. */
export function readPage(html: string): ReadPage {
  return { html, tree: fromHtml(html, { verbose: true }) };
}

/**
 * Rewrites stretches of a text and leaves every other byte as it is, so that the hashes of a page's
 * scripts still hold.
 *
 * @param edits In any order; no two may overlap.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text: replacement } of [...edits].sort(
    (one, other) => one.start - other.start,
  )) {
    result += text.slice(at, start) + replacement;
    at = end;
  }
  return result + text.slice(at);
}

/**
 * Lists what has to be rewritten to change attributes of a page.
 *
 * @param edit Gets an attribute as written (`&` escaped) and its element, in the order of the page;
 * gives the new value, escaped as well, or `undefined` to leave it.
 */
export function editAttributes(
  { html, tree }: ReadPage,
  edit: (attribute: { name: string; value: string }, element: Element) => string | undefined,
): Edit[] {
  const edits: Edit[] = [];
  visit(tree, 'element', (element) => {
    for (const place of Object.values(element.data?.position?.properties ?? {})) {
      const start = place?.start.offset ?? 0;
      const end = place?.end.offset ?? 0;
      const [, name, value] = /^([^\s=]+)="([^"]*)"$/.exec(html.slice(start, end)) ?? [];
      if (name === undefined || value === undefined) continue;
      const edited = edit({ name, value }, element);
      if (edited !== undefined) edits.push({ start, end, text: `${name}="${edited}"` });
    }
  });
  return edits;
}

/** A page as text and as a tree. */
export interface ReadPage {
  html: string;
  tree: Root;
}

/** What to put in the place of a stretch of text. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}
