import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';

/**
 * Rewrites attributes of a page and leaves every other byte as it is, so that the hashes of its
 * scripts still hold. Finds them with an HTML parser.
 *
 * @param html The page.
 * @param edit Gets an attribute as written (`&` escaped) and its element, in the order of the page;
 * gives the new value, escaped as well, or `undefined` to leave it.
 */
export function editAttributes(
  html: string,
  edit: (attribute: { name: string; value: string }, element: Element) => string | undefined,
): string {
  const edits: { start: number; end: number; text: string }[] = [];
  visit(fromHtml(html, { verbose: true }), 'element', (element) => {
    for (const place of Object.values(element.data?.position?.properties ?? {})) {
      const start = place?.start.offset ?? 0;
      const end = place?.end.offset ?? 0;
      const [, name, value] = /^([^\s=]+)="([^"]*)"$/.exec(html.slice(start, end)) ?? [];
      if (name === undefined || value === undefined) continue;
      const edited = edit({ name, value }, element);
      if (edited !== undefined) edits.push({ start, end, text: `${name}="${edited}"` });
    }
  });
  let result = '';
  let at = 0;
  for (const { start, end, text } of edits.sort((one, other) => one.start - other.start)) {
    result += html.slice(at, start) + text;
    at = end;
  }
  return result + html.slice(at);
}
