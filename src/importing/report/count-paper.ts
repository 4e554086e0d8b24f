import type { OutlineEntry } from '../../collection/outline-entry.ts';
import type { MadePaper } from '../make-papers.ts';
import { withoutSpace } from '../plain-text.ts';

/** Characters of the document's own text, and of the paper's title and text; white space is none. */
export function countPaper({ lines, facts, rendered, isTitleInText }: MadePaper): PaperCount {
  const out = rendered.paragraphs.join('') + (isTitleInText ? facts.title : '');
  return { charactersIn: count(lines.join('')), charactersOut: count(out) };
}

/** An outline as indented lines. */
export function outlineLines(outline: readonly OutlineEntry[], depth = 0): string[] {
  return outline.flatMap((entry) => [
    `${'　'.repeat(depth)}${entry.text}`,
    ...outlineLines(entry.children, depth + 1),
  ]);
}

function count(text: string): number {
  return [...withoutSpace(text)].length;
}

interface PaperCount {
  charactersIn: number;
  charactersOut: number;
}
