import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { inlineText } from './inline-text.ts';
import './structure-data.ts';

/** So much of a point's lead tells it from others. */
const NAME_LENGTH = 12;

/**
 * Puts a permanent link ahead of the text of each heading, point and paragraph that has an address. It
 * is empty, its sign is painted by the style sheet, so the text stays as it is; a paragraph that
 * begins with a point or an article has the link of that alone.
 *
 * Why ahead: behind the text, an element out of the flow makes Chromium stretch the last line of a
 * justified paragraph with `text-wrap: pretty`. Why a heading's link is named by the heading
 * (`aria-labelledby`): a name of its own would be read out as part of the heading's. The number of an
 * article is a link itself.
 *
 * @example
 * ```html
 * <h2 id="s1">总则</h2><p id="p1">第一段。</p>
 * <h2 id="s1"><a href="#s1" aria-labelledby="s1"></a>总则</h2><p id="p1"><a href="#p1" aria-label="第1段"></a>第一段。</p>
 * ```
 *
 * It has no class: in a law of short lines the links are a sixth of the page as it is, and no other
 * link within a page is empty.
 *
 * Leaves alone: code blocks, tables and footnotes, whose links would stand in the text.
 */
export function rehypePermanentLinks() {
  return (tree: Root): void => {
    visit(tree, 'element', (node) => {
      if ('dataFootnotes' in node.properties) return SKIP;
      if (node.data?.structure?.kind === 'article') {
        node.tagName = 'a';
        node.properties['href'] = `#${node.properties['id']}`;
        return SKIP;
      }
      const name = nameLink(node);
      if (name && !beginsWithEntry(node)) {
        node.children.unshift({
          type: 'element',
          tagName: 'a',
          properties: { href: `#${node.properties['id']}`, ...name },
          children: [],
        });
      }
      return undefined;
    });
  };
}

/** What a link is named by; nothing for what has none. */
function nameLink(node: Element): Element['properties'] | undefined {
  const id = String(node.properties['id'] ?? '');
  const structure = node.data?.structure;
  if (!id) return undefined;
  if (structure?.kind === 'heading') return { ariaLabelledBy: [id] };
  if (structure) return { ariaLabel: [...inlineText([node])].slice(0, NAME_LENGTH).join('') };
  const [, paragraph] = /^p(\d+)$/.exec(id) ?? [];
  const isText = node.tagName === 'p' || node.tagName === 'li';
  return paragraph && isText ? { ariaLabel: `第${paragraph}段` } : undefined;
}

function beginsWithEntry({ children: [first] }: Element): boolean {
  return first?.type === 'element' && first.data?.structure !== undefined;
}
