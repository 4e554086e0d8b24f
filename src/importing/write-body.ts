import type { FootnoteDefinition, ListItem, Root, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { cjkFriendlyToMarkdown } from 'mdast-util-to-markdown-cjk-friendly';
import { cjkFriendlyGfmStrikethroughToMarkdown } from 'mdast-util-to-markdown-cjk-friendly-gfm-strikethrough';
import { visit } from 'unist-util-visit';
import { recognizeHeadingLine } from '../text/heading-line.ts';
import { type DraftBlock, type DraftFootnote, isParagraph } from './draft.ts';
import { plainText } from './plain-text.ts';

/** Under the title, which is the page's h1. */
const FIRST_DEPTH = 2;
const LAST_DEPTH = 6;

/**
 * Writes a paper's body as Markdown that renders to the very same text: what Markdown would take for
 * markup is escaped, headings that say so themselves (一、) stay plain lines, and only headings that
 * a style alone makes get their `##`.
 *
 * @param footnotes Those that the blocks refer to, in order.
 */
export function writeBody(
  blocks: readonly DraftBlock[],
  footnotes: readonly DraftFootnote[],
): string {
  const depthOf = findDepths(blocks);
  const children: RootContent[] = [];
  for (const block of blocks) {
    const { bullet } = block.looks;
    const depth = depthOf(block);
    if (bullet !== undefined && block.content.type === 'paragraph') {
      addItem(children, { type: 'listItem', spread: false, children: [block.content] }, bullet);
    } else if (depth && block.content.type === 'paragraph') {
      const inline = block.content.children.filter((node) => node.type !== 'break');
      children.push({ type: 'heading', depth, children: inline });
    } else children.push(block.content);
  }
  const definitions = footnotes.map(
    ({ id, content }): FootnoteDefinition => ({
      type: 'footnoteDefinition',
      identifier: id,
      label: id,
      children: content,
    }),
  );
  return serialize({ type: 'root', children: [...children, ...definitions] });
}

/** The same without emphasis, for a body whose emphasis Markdown cannot express. */
export function withoutEmphasis(blocks: readonly DraftBlock[]): DraftBlock[] {
  return blocks.map((block) => {
    const content = structuredClone(block.content);
    visit(content, (node, index, parent) => {
      if (node.type !== 'strong' && node.type !== 'emphasis' && node.type !== 'delete')
        return undefined;
      if (!parent || index === undefined) return undefined;
      (parent.children as unknown[]).splice(index, 1, ...node.children);
      return index;
    });
    return { ...block, content };
  });
}

function serialize(root: Root): string {
  return toMarkdown(root, {
    bullet: '-',
    emphasis: '*',
    extensions: [
      gfmToMarkdown({ tablePipeAlign: false }),
      cjkFriendlyToMarkdown(),
      cjkFriendlyGfmStrikethroughToMarkdown(),
    ],
  }).trim();
}

/**
 * Says which blocks become Markdown headings. Where a numbered line says itself that it is a heading,
 * nothing is written; but a heading above or beside others that only a style makes must be written
 * too, or its place in the outline would be lost.
 */
function findDepths(
  blocks: readonly DraftBlock[],
): (block: DraftBlock) => HeadingDepth | undefined {
  const levelOf = (block: DraftBlock) => (isParagraph(block) ? block.looks.level : undefined);
  const headings = blocks.filter((block) => levelOf(block) !== undefined);
  const unsaid = headings.filter((block) => !recognizeHeadingLine(plainText(block.content).trim()));
  const lowest = Math.max(0, ...unsaid.map((block) => levelOf(block) ?? 0));
  const levels = [...new Set(headings.map((block) => levelOf(block) ?? 0))]
    .filter((level) => level <= lowest)
    .sort((one, other) => one - other);
  return (block) => {
    const place = levels.indexOf(levelOf(block) ?? -1);
    return place < 0 ? undefined : (Math.min(FIRST_DEPTH + place, LAST_DEPTH) as HeadingDepth);
  };
}

function addItem(children: RootContent[], item: ListItem, depth: number): void {
  const last = children.at(-1);
  if (last?.type !== 'list') {
    children.push({ type: 'list', ordered: false, spread: false, children: [item] });
    return;
  }
  const parent = last.children.at(-1);
  if (depth === 0 || !parent) last.children.push(item);
  else addItem(parent.children as RootContent[], item, depth - 1);
}

type HeadingDepth = 1 | 2 | 3 | 4 | 5 | 6;
