import { visit } from 'unist-util-visit';
import { applyEdits, type Edit, readPage } from './edit-page.ts';

/**
 * Copies of the style sheets in the pages of a site come to no more than this; about two dozen papers.
 * Beyond it, files that a reader loads once are the better bargain, and 3,500 pages would be 80 MB more.
 */
const MOST_BYTES = 600_000;

/** Pages that a first visit begins with. The fonts' sheet, at their end, keeps nobody waiting. */
const FIRST = /^(?:index|papers\/.*)\.html$/;

/**
 * Puts a small site's style sheets into the pages that visits begin with, so that their first screen
 * takes one round trip.
 *
 * @param pages Paths of all pages.
 * @param read Reads a file of the site by its path, without a leading slash.
 * @returns The pages that have changed, by path.
 */
export function inlineStyles(
  pages: readonly string[],
  read: (path: string) => string,
): Map<string, string> {
  const changed = new Map<string, string>();
  let bytes = 0;
  for (const path of pages.filter((each) => FIRST.test(each))) {
    const page = readPage(read(path));
    const edits: Edit[] = [];
    visit(page.tree, 'element', ({ tagName, properties, position }) => {
      const href = String(properties['href'] ?? '');
      if (tagName !== 'link' || !href.startsWith('/_astro/')) return;
      const text = `<style>${read(href.slice(1))}</style>`;
      bytes += Buffer.byteLength(text);
      const { start, end } = position ?? {};
      edits.push({ start: start?.offset ?? 0, end: end?.offset ?? 0, text });
    });
    if (bytes > MOST_BYTES) return new Map();
    changed.set(path, applyEdits(page.html, edits));
  }
  return changed;
}
