import type { Paragraph, PhrasingContent, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { recognizeHeadingLine } from '../text/heading-line.ts';

const CJK = String.raw`[\p{Script=Han}\u2014\u2018\u2019\u201C\u201D\u2026\u3000-\u303F\uFF00-\uFFEF]`;
const BREAK_WITHIN_CHINESE = new RegExp(`(?<=${CJK})[ \\t]*\\n[ \\t]*(?=${CJK})`, 'gu');
const FINISHED = /[。！？；：…][”’」』）》]*$/u;

/**
 * Reads the lines of a paragraph as plain Chinese text means them: one that ends a sentence ends a
 * paragraph, as does a numbered heading, and one that starts with 　　 begins one; any other break
 * between Chinese characters is only the end of a line in the file, and leaves no space. Indents of
 * 　 go, since the page indents.
 *
 * Why: editors paste text without blank lines, which Markdown would merge, with a space between.
 *
 * @example
 * ```html
 * 　　第一段写到这里\n还没有完。\n　　第二段。
 * <p>第一段写到这里还没有完。</p><p>第二段。</p>
 * ```
 *
 * Leaves alone: breaks beside Latin text, hard breaks, and code; in lists and quotations, which are
 * Markdown's own, it only takes the space away.
 */
export function remarkPlainTextLines() {
  return (tree: Root): void => {
    visit(tree, 'paragraph', (node, index, parent) => {
      if (!parent || index === undefined) return undefined;
      const paragraphs = splitParagraph(node, parent.type === 'root');
      for (const paragraph of paragraphs) {
        // What is left are breaks within emphasis and links.
        visit(paragraph, 'text', (text) => {
          text.value = text.value.replace(BREAK_WITHIN_CHINESE, '');
        });
      }
      parent.children.splice(index, 1, ...paragraphs);
      return [SKIP, index + paragraphs.length];
    });
  };
}

function splitParagraph(node: Paragraph, isPlainText: boolean): Paragraph[] {
  const groups: PhrasingContent[][][] = [];
  for (const line of splitLines(node.children)) {
    const group = groups.at(-1);
    const before = textOf(group?.at(-1) ?? []);
    if (group && !(isPlainText && startsParagraph(before, textOf(line)))) group.push(line);
    else groups.push([line]);
  }
  return groups.map((lines) => ({ ...node, children: joinLines(lines) }));
}

/** The lines of the file; only breaks in the paragraph's own text count, not those in emphasis. */
function splitLines(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of nodes) {
    if (node.type !== 'text') {
      lines.at(-1)?.push(node);
      continue;
    }
    for (const [index, value] of node.value.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (value !== '') lines.at(-1)?.push({ ...node, value });
    }
  }
  return lines;
}

function startsParagraph(before: string, line: string): boolean {
  if (line.startsWith('\u3000') || FINISHED.test(before)) return true;
  const isHeading = (text: string) => /[^是要]$/u.test(recognizeHeadingLine(text)?.ordinal ?? '');
  return isHeading(before);
}

function joinLines(lines: readonly PhrasingContent[][]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const [index, line] of lines.entries()) {
    if (index > 0) {
      const around = `${textOf(joined.at(-1) ?? []).slice(-1)}\n${textOf(line).slice(0, 1)}`;
      if (around.replace(BREAK_WITHIN_CHINESE, '') === around) {
        joined.push({ type: 'text', value: '\n' });
      }
    }
    joined.push(...line);
  }
  const [first, last] = [joined[0], joined.at(-1)];
  if (first?.type === 'text') first.value = first.value.replace(/^\u3000+/u, '');
  if (last?.type === 'text') last.value = last.value.replace(/\u3000+$/u, '');
  return joined;
}
