import type { Root } from 'hast';
import { inlineText, sliceInline } from './inline-text.ts';
import { setStructure } from './structure-data.ts';

/**
 * Sets apart the number of each 条 of a law, and of each 一、 that serves as one (`judgeLines`).
 *
 * Why: laws are cited by their articles.
 *
 * @example
 * ```html
 * <p>第十二条之一　禁止扰乱秩序。</p>
 * <p><span class="article">第十二条之一</span>　禁止扰乱秩序。</p>
 * ```
 *
 * Leaves alone: 条 that are quoted or spoken of, and the wording itself.
 */
export function rehypeArticles() {
  return (tree: Root): void => {
    for (const node of tree.children) {
      if (node.type !== 'element') continue;
      const judgement = node.data?.judgement;
      if (judgement?.role !== 'article') continue;
      const { ordinal, title, number } = judgement;
      const length = inlineText(node.children).length;
      node.children = [
        {
          type: 'element',
          tagName: 'span',
          properties: { className: ['article'] },
          children: sliceInline(node.children, 0, ordinal.length),
        },
        ...sliceInline(node.children, ordinal.length, length + 1),
      ];
      const [wrapped] = node.children;
      if (wrapped?.type === 'element') {
        setStructure(wrapped, { kind: 'article', ordinal, text: title, depth: 0, number });
      }
    }
  };
}
