import type { Element, ElementContent, Nodes, Text } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { toString as textOf } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { collectPassages } from '../collection/passages.ts';
import { hastReader } from '../markdown/hast-reader.ts';

/**
 * Adds to a paper's rendered body what lets a reader take hold of its places: a permanent link at each
 * heading, point and paragraph, and around each run that stands in another paper a mark, with a link
 * there behind it. All of them are empty or wrap text that is there, so the text stays as it is.
 *
 * A paragraph that begins with a point has the point's link alone.
 *
 * @param html The body, as Astro renders it.
 * @returns The body as HTML again.
 */
export function annotateBody(html: string, runs: readonly MarkedRun[]): string {
  const tree = fromHtml(html, { fragment: true });
  const replaced = new Map<Text, ElementContent[]>();
  for (const [index, { nodes }] of collectPassages<Nodes>(tree, hastReader).entries()) {
    const here = runs.filter(({ passage }) => passage === index);
    if (here.length === 0) continue;
    for (const { node, start } of nodes) {
      if (node.type === 'text') replaced.set(node, markRuns(node.value, start, here));
    }
  }
  visit(tree, 'text', (node, index, parent) => {
    const parts = replaced.get(node);
    if (!parts || !parent || index === undefined) return undefined;
    parent.children.splice(index, 1, ...parts);
    return [SKIP, index + parts.length];
  });
  visit(tree, 'element', (node) => {
    const name = nameOf(node);
    if (name && !beginsWithPoint(node)) {
      node.children.push(createLink('permalink', `#${node.properties['id']}`, name));
    }
  });
  return toHtml(tree);
}

/** A run to mark. */
export interface MarkedRun {
  /** Index of its passage in the paper. */
  passage: number;
  start: number;
  end: number;
  /** What the link says: the other paper's label. */
  label: string;
  address: string;
}

function markRuns(text: string, offset: number, runs: readonly MarkedRun[]): ElementContent[] {
  const within = (at: number) => Math.min(Math.max(at - offset, 0), text.length);
  const cuts = new Set([
    0,
    text.length,
    ...runs.flatMap(({ start, end }) => [within(start), within(end)]),
  ]);
  const sorted = [...cuts].sort((one, other) => one - other);
  const parts: ElementContent[] = [];
  for (const [index, from] of sorted.entries()) {
    const to = sorted[index + 1] ?? text.length;
    if (to > from) {
      const value: Text = { type: 'text', value: text.slice(from, to) };
      const isRun = runs.some(({ start, end }) => start <= from + offset && to + offset <= end);
      parts.push(
        isRun
          ? {
              type: 'element',
              tagName: 'span',
              properties: { className: ['parallel'] },
              children: [value],
            }
          : value,
      );
    }
    for (const { end, label, address } of runs) {
      if (end !== to + offset || to === from) continue;
      const link = createLink('parallel-link', address, `同文：${label}`);
      link.properties['dataLabel'] = `同${label}`;
      parts.push(link);
    }
  }
  return parts;
}

function createLink(className: string, href: string, label: string): Element {
  return {
    type: 'element',
    tagName: 'a',
    properties: { className: [className], href, ariaLabel: label, dataEditorial: true },
    children: [],
  };
}

/** What a permanent link says; empty for what has none. */
function nameOf(node: Element): string {
  const id = String(node.properties['id'] ?? '');
  if (isPoint(node)) return `链接：${textOf(node.children[0] ?? node).slice(0, 12)}`;
  // A heading's name has the link's in it, and would say itself twice.
  if (/^s\d/.test(id)) return '链接';
  const [, paragraph] = /^p(\d+)$/.exec(id) ?? [];
  return paragraph && /^(?:p|li)$/.test(node.tagName) ? `链接：第${paragraph}段` : '';
}

function isPoint({ properties }: Element): boolean {
  return Array.isArray(properties['className']) && properties['className'].includes('point');
}

function beginsWithPoint({ children: [first] }: Element): boolean {
  return first?.type === 'element' && isPoint(first);
}
