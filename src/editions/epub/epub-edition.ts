import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import { EXIT, visit } from 'unist-util-visit';
import type { OutlineEntry } from '../../collection/outline-entry.ts';
import { type Book, buildEpub } from './build-epub.ts';

/**
 * A book must say when it last changed, and no paper need say so. A date of the build would make
 * every build another file.
 */
const MODIFIED = '2000-01-01T00:00:00Z';

/**
 * Astro integration: makes the collection's EPUB from its portable edition, which has the papers in
 * order, with their outlines; so a collection too large for the one has neither. Comes before the
 * pages are finished, while the papers' ids are their own.
 */
export function epubEdition(): AstroIntegration {
  return {
    name: 'epub-edition',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        for (const name of await readdir(root)) {
          if (!name.endsWith('.html')) continue;
          const html = await readFile(join(root, name), 'utf8');
          if (!html.includes('<article id="paper-')) continue;
          await writeFile(join(root, name.replace(/html$/, 'epub')), buildEpub(readBook(html)));
        }
      },
    },
  };
}

function readBook(html: string): Book {
  const tree = fromHtml(html);
  const title = textOf(find(tree, ({ tagName }) => tagName === 'title'));
  const description = find(tree, ({ properties }) => properties['name'] === 'description');
  const contents = find(tree, ({ properties }) => properties['id'] === 'contents');
  const papers: Book['papers'][number][] = [];
  visit(tree, 'element', (article) => {
    const { dataLabel, dataTitle, dataTopic, dataPrefix } = article.properties;
    if (article.tagName !== 'article') return;
    const prose = find(article, ({ properties }) =>
      String(properties['className']).split(',').includes('prose'),
    );
    const start = prose.children[0]?.position?.start.offset ?? 0;
    const end = prose.children[prose.children.length - 1]?.position?.end.offset ?? start;
    papers.push({
      label: String(dataLabel),
      title: String(dataTitle),
      topic: String(dataTopic ?? ''),
      html: html.slice(start, end),
      outline: readOutline(contents, `#${dataPrefix}`),
    });
  });
  const digest = createHash('sha256').update(title).digest('hex');
  return {
    identifier: `urn:sha256:${digest}`,
    title,
    description: String(description.properties['content'] ?? ''),
    modified: MODIFIED,
    papers,
  };
}

/** The entries whose links begin with a paper's prefix, nested as the list is. */
function readOutline(list: Element, prefix: string): OutlineEntry[] {
  return list.children.flatMap((node): OutlineEntry[] => {
    if (node.type !== 'element') return [];
    const link = node.children.find((child) => child.type === 'element' && child.tagName === 'a');
    const href = link?.type === 'element' ? String(link.properties['href']) : '';
    if (node.tagName !== 'li' || !href.startsWith(prefix) || link?.type !== 'element') {
      return readOutline(node, prefix);
    }
    const id = href.slice(prefix.length);
    const text = textOf(link);
    return [{ id, kind: 'heading', ordinal: '', text, children: readOutline(node, prefix) }];
  });
}

function find(tree: Root | Element, isWanted: (element: Element) => boolean): Element {
  let found: Element | undefined;
  visit(tree, 'element', (element) => {
    if (!isWanted(element)) return undefined;
    found = element;
    return EXIT;
  });
  if (!found) throw new Error('The portable edition is not as the EPUB expects it.');
  return found;
}
