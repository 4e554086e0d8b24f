import type { PhrasingContent } from 'mdast';

/** From the outermost to the innermost. */
const MARKS = ['url', 'isStruck', 'isBold', 'isItalic', 'script'] as const;

/**
 * Makes Markdown nodes of a paragraph's runs: neighbours that look alike become one, and marks go
 * around words only, never around the spaces beside them.
 */
export function toPhrasing(spans: readonly Span[]): PhrasingContent[] {
  return nest(spans.flatMap(trimMarks), 0);
}

/** Without white space and line breaks at both ends. */
export function trimSpans<Each extends Span>(spans: readonly Each[]): Each[] {
  return trimOneEnd(trimOneEnd([...spans].reverse(), 'trimEnd').reverse(), 'trimStart');
}

/**
 * A paragraph set in bold or italics from end to end is a matter of layout, as is bold in a heading;
 * a word in it is one of emphasis.
 */
export function withoutWholeEmphasis<Each extends Span>(
  spans: readonly Each[],
  isHeading: boolean,
): Each[] {
  const words = spans.filter(({ text }) => /[\p{L}\p{N}]/u.test(text ?? ''));
  const isBold = isHeading || words.every((span) => span.isBold);
  const isItalic = words.every((span) => span.isItalic);
  return spans.map((span) => ({
    ...span,
    isBold: isBold ? undefined : span.isBold,
    isItalic: isItalic ? undefined : span.isItalic,
  }));
}

/** @returns Whether any of it is in bold or italics. */
export function hasEmphasis(spans: readonly Span[]): boolean {
  return spans.some(({ isBold, isItalic }) => isBold || isItalic);
}

function trimOneEnd<Each extends Span>(
  spans: readonly Each[],
  trim: 'trimStart' | 'trimEnd',
): Each[] {
  const trimmed = [...spans];
  for (let span = trimmed[0]; span; span = trimmed[0]) {
    if (span.node && span.node.type !== 'break') return trimmed;
    const text = span.text?.[trim]() ?? '';
    if (text !== '') {
      trimmed[0] = { ...span, text };
      return trimmed;
    }
    trimmed.shift();
  }
  return trimmed;
}

/** White space at the ends of a marked run belongs outside the mark. */
function trimMarks(span: Span): Span[] {
  const isMarked = MARKS.some((mark) => span[mark]);
  if (!span.text || !isMarked) return [span];
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/u.exec(span.text) ?? [];
  return [{ text: before }, { ...span, text: words }, { text: after }].filter(
    ({ text }) => text !== '',
  );
}

function nest(spans: readonly Span[], depth: number): PhrasingContent[] {
  const mark = MARKS[depth];
  if (mark === undefined) return joinText(spans);
  const nodes: PhrasingContent[] = [];
  for (let start = 0; start < spans.length; ) {
    const value = spans[start]?.[mark] || undefined;
    let end = start + 1;
    while (end < spans.length && (spans[end]?.[mark] || undefined) === value) end += 1;
    const children = nest(spans.slice(start, end), depth + 1);
    if (value === undefined) nodes.push(...children);
    else if (mark === 'isStruck') nodes.push({ type: 'delete', children });
    else if (mark === 'isBold') nodes.push({ type: 'strong', children });
    else if (mark === 'isItalic') nodes.push({ type: 'emphasis', children });
    else if (mark === 'script') {
      nodes.push(...inScript(value as Script, children));
    } else if (children.every((child) => child.type !== 'footnoteReference')) {
      nodes.push({ type: 'link', url: String(value), children: children as [] });
    } else nodes.push(...children);
    start = end;
  }
  return nodes;
}

/** Raised or lowered, which Markdown has no sign for. */
export function inScript(script: Script, children: readonly PhrasingContent[]): PhrasingContent[] {
  return [
    { type: 'html', value: `<${script}>` },
    ...children,
    { type: 'html', value: `</${script}>` },
  ];
}

function joinText(spans: readonly Span[]): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  for (const { text, node } of spans) {
    const last = nodes.at(-1);
    if (node) nodes.push(node);
    else if (last?.type === 'text') last.value += text;
    else if (text) nodes.push({ type: 'text', value: text });
  }
  return nodes;
}

/** A run of characters that look alike, or a node that stands in the line. */
export interface Span {
  text?: string;
  node?: PhrasingContent;
  isBold?: boolean | undefined;
  isItalic?: boolean | undefined;
  isStruck?: boolean | undefined;
  script?: Script | undefined;
  /** Where it leads, if it is a link. */
  url?: string | undefined;
}

export type Script = 'sup' | 'sub';
