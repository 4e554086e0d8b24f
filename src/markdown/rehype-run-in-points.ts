import type { Element, ElementContent, Root } from 'hast';
import { readNumbering } from '../text/numbering.ts';
import { findRunInPoints, type PointParagraph, type RunInPoint } from '../text/run-in-points.ts';
import { inlineText, sliceInline } from './inline-text.ts';
import { type StructureData, setStructure } from './structure-data.ts';

/**
 * Wraps the points run into paragraphs (`findRunInPoints`): each in a `.point`, its first sentence in
 * a `.lead` with the `.ordinal` apart, what follows in a `.rest`.
 *
 * Why: 一要… 二要… are the skeleton of a Chinese paper, and no markup tells of them.
 *
 * @example
 * ```html
 * <p>一是抓学习。读原文。二是抓落实。重实效。</p>
 * <p><span class="point"><b class="lead"><span class="ordinal">一是</span>抓学习。</b><span class="rest">读原文。</span></span><span class="point"><b class="lead"><span class="ordinal">二是</span>抓落实。</b><span class="rest">重实效。</span></span></p>
 * ```
 *
 * Leaves alone: paragraphs in lists, quotations and tables; the wording itself, to the character.
 */
export function rehypeRunInPoints() {
  return (tree: Root): void => {
    let heading: StructureData | undefined;
    let paragraphs: Element[] = [];
    const wrapScope = () => {
      const points = findRunInPoints(
        paragraphs.map(({ children, data }) => readParagraph(inlineText(children), data)),
        heading ? heading.depth + 1 : 0,
        heading?.text,
      );
      const byParagraph = Map.groupBy(points, ({ paragraph }) => paragraph);
      for (const [index, points] of byParagraph) {
        const paragraph = paragraphs[index];
        if (paragraph) wrapPoints(paragraph, points);
      }
      paragraphs = [];
    };
    let isInArticle = false;
    for (const node of tree.children) {
      if (node.type !== 'element') continue;
      if (node.data?.structure) {
        wrapScope();
        heading = node.data.structure;
        isInArticle = false;
      } else if (node.tagName === 'p') {
        // What an article counts are its own provisions.
        isInArticle ||= node.data?.judgement?.role === 'article';
        if (!isInArticle) paragraphs.push(node);
      }
    }
    wrapScope();
  };
}

function readParagraph(text: string, data: Element['data']): PointParagraph {
  const judgement = data?.judgement;
  const numbering = judgement?.role === 'lead' ? readNumbering(text) : undefined;
  return judgement?.role === 'lead' && numbering
    ? { text, lead: { ...numbering, depth: judgement.depth } }
    : { text };
}

function wrapPoints(paragraph: Element, points: readonly RunInPoint[]): void {
  const [first] = points;
  if (!first) return;
  const content = paragraph.children;
  paragraph.children = [
    ...sliceInline(content, 0, first.start),
    ...nestPoints(content, points, inlineText(content).length),
  ];
}

function nestPoints(
  content: readonly ElementContent[],
  points: readonly RunInPoint[],
  end: number,
): Element[] {
  const wrapped: Element[] = [];
  for (let index = 0; index < points.length; ) {
    const point = points[index];
    if (!point) break;
    const after = points.findIndex((other, at) => at > index && other.depth <= point.depth);
    const next = after < 0 ? points.length : after;
    const below = points.slice(index + 1, next);
    wrapped.push(wrapPoint(content, point, below, points[next]?.start ?? end));
    index = next;
  }
  return wrapped;
}

function wrapPoint(
  content: readonly ElementContent[],
  point: RunInPoint,
  below: readonly RunInPoint[],
  end: number,
): Element {
  const { start, leadEnd, ordinal, depth } = point;
  const ordinalEnd = start + ordinal.length;
  const restEnd = below[0]?.start ?? end;
  const lead = sliceInline(content, start, leadEnd);
  const rest = sliceInline(content, leadEnd, restEnd);
  const text = inlineText(lead).replace(/[。！？；：，!?;:]$/u, '');
  const wrapped = span('point', [
    {
      type: 'element',
      tagName: 'b',
      properties: { className: ['lead'] },
      children: ordinal
        ? [
            span('ordinal', sliceInline(content, start, ordinalEnd)),
            ...sliceInline(content, ordinalEnd, leadEnd),
          ]
        : lead,
    },
    ...(rest.length > 0 ? [span('rest', rest)] : []),
    ...nestPoints(content, below, end),
  ]);
  setStructure(wrapped, { kind: 'point', ordinal, text, depth });
  return wrapped;
}

function span(className: string, children: ElementContent[]): Element {
  return { type: 'element', tagName: 'span', properties: { className: [className] }, children };
}
