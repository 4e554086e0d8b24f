import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { Block } from '../text/document-lines.ts';
import { judgeLines } from '../text/judge-lines.ts';
import { inlineText, sliceInline } from './inline-text.ts';
import { setJudgement, setStructure } from './structure-data.ts';

/** Markdown's own headings stand above all that are recognized, and keep their order by depth. */
const RANK_OF_MARKDOWN = -6;

/**
 * Makes a heading of each paragraph that is one (`judgeLines`), and gives all headings levels without
 * gaps from h2 on, since the page's title is the h1. Leaves on other paragraphs what they were judged to
 * be.
 *
 * Why: Chinese papers number their headings and mark them up with nothing.
 *
 * @example
 * ```html
 * <p>一、抓学习。</p>
 * <h2><span class="ordinal">一、</span>抓学习。</h2>
 * ```
 *
 * Leaves alone: paragraphs in lists, quotations and tables, and those with more in them than text.
 */
export function rehypeHeadingLines() {
  return (tree: Root): void => {
    const nodes = tree.children.filter((node) => node.type === 'element');
    const judgements = judgeLines(nodes.map(describeBlock));
    let depth = 0;
    for (const [index, node] of nodes.entries()) {
      const judgement = judgements[index];
      if (judgement?.role === 'heading') {
        depth = judgement.depth + 1;
        makeHeading(node, judgement.ordinal, judgement.depth);
      } else {
        if (judgement) setJudgement(node, judgement);
        lowerHeadingsWithin(node, depth);
      }
    }
  };
}

function makeHeading(node: Element, ordinal: string, depth: number): void {
  const text = inlineText(node.children).trim();
  node.tagName = `h${Math.min(depth + 2, 6)}`;
  setStructure(node, { kind: 'heading', ordinal, text, depth });
  if (!ordinal) return;
  node.children = [
    {
      type: 'element',
      tagName: 'span',
      properties: { className: ['ordinal'] },
      children: sliceInline(node.children, 0, ordinal.length),
    },
    ...sliceInline(node.children, ordinal.length, Number.POSITIVE_INFINITY),
  ];
}

/** A heading in a quotation or list is none of the paper's, and ranks below where it stands. */
function lowerHeadingsWithin(node: Element, depth: number): void {
  if ('dataFootnotes' in node.properties) return;
  visit(node, 'element', (child) => {
    if (!/^h[1-6]$/.test(child.tagName)) return;
    // One without wording, such as a picture alone, cannot stand in an outline.
    child.tagName = child === node ? 'p' : `h${Math.min(depth + 2, 6)}`;
  });
}

function describeBlock(node: Element): Block {
  const [, markdown] = /^h([1-6])$/.exec(node.tagName) ?? [];
  if (!markdown && node.tagName !== 'p') return { text: '', kind: 'other' };
  const text = inlineText(node.children);
  if (markdown) {
    const rank = RANK_OF_MARKDOWN + Number(markdown) - 1;
    return text.trim() === '' ? { text, kind: 'other' } : { text, kind: 'heading', rank };
  }
  const isBare = node.children.every(
    (child) =>
      child.type === 'text' ||
      (child.type === 'element' && /^(?:strong|b|em|i|a|del|span|sup|sub)$/.test(child.tagName)),
  );
  return { text, kind: 'paragraph', isBare };
}
