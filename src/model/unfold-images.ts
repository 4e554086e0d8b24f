import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';

/** Where Astro's Markdown processor folds up what it knows of a picture, as the HTML parser names it. */
const FOLDED = '__astro_image_';

/**
 * Gives the pictures of a rendered body back their attributes, for editions that are not made by
 * Astro, which else puts them in with the addresses the site serves.
 *
 * @param html The body, as the model keeps it.
 */
export function unfoldImages(html: string): string {
  if (!html.toLowerCase().includes(FOLDED)) return html;
  const tree = fromHtml(html, { fragment: true });
  visit(tree, 'element', ({ properties }) => {
    const folded = properties[FOLDED];
    if (folded === undefined) return;
    delete properties[FOLDED];
    const { src, alt } = JSON.parse(String(folded)) as { src: string; alt?: string };
    Object.assign(properties, { src, ...(alt !== undefined && { alt }) });
  });
  return toHtml(tree);
}
