import type { Break, Paragraph, PhrasingContent, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { recognizeHeadingLine } from '../text/heading-line.ts';
import { readNumbering } from '../text/numbering.ts';

const CJK = String.raw`[\p{Script=Han}\u2014\u2018\u2019\u201C\u201D\u2026\u3000-\u303F\uFF00-\uFFEF]`;
const BREAK_WITHIN_CHINESE = new RegExp(`(?<=${CJK})[ \\t]*(?:\\r?\\n|\\r)[ \\t]*(?=${CJK})`, 'gu');
/** Nobody wraps a text at fewer characters, so a shorter line ends where its author ended it. */
const NARROWEST_WRAP = 15;
/** Wrapped lines differ by the punctuation that may not begin a line. */
const MAX_RAGGED = 2;
const FINISHED = /[。！？；：…][”’」』）》]*$/u;

/**
 * Reads the lines of a paragraph as plain Chinese text means them: one that ends a sentence ends a
 * paragraph, as does a heading, and one that starts with 　　 or with a number begins one; any other
 * break between Chinese characters is only the end of a line in the file, and leaves no space. Indents
 * of 　 go, since the page indents.
 *
 * Why: editors paste text without blank lines, which Markdown would merge, with a space between.
 *
 * @example
 * ```html
 * 　　第一段写到这里\n还没有完。\n　　第二段。
 * <p>第一段写到这里还没有完。</p><p>第二段。</p>
 * ```
 *
 * Leaves alone: breaks beside Latin text, hard breaks before no 　　, and code; in lists and
 * quotations, which are Markdown's own, it only takes the space away.
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
  const lines = splitLines(node.children);
  const texts = lines.map(({ content }) => textOf(content));
  const groups: Line[][] = [];
  for (const [index, line] of lines.entries()) {
    const group = groups.at(-1);
    if (group && !(isPlainText && startsParagraph(texts, index, line))) group.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => ({ ...node, children: joinLines(group) }));
}

/** The lines of the file; only breaks in the paragraph's own text count, not those in emphasis. */
function splitLines(nodes: readonly PhrasingContent[]): Line[] {
  let line: Line = { content: [] };
  const lines = [line];
  const startLine = (start: Line) => {
    line = start;
    lines.push(line);
  };
  for (const node of nodes) {
    if (node.type === 'break') startLine({ content: [], hardBreak: node });
    else if (node.type !== 'text') line.content.push(node);
    else {
      for (const [index, value] of node.value.split(/\r?\n|\r/).entries()) {
        if (index > 0) startLine({ content: [] });
        if (value !== '') line.content.push({ ...node, value });
      }
    }
  }
  return lines;
}

function startsParagraph(lines: readonly string[], index: number, { hardBreak }: Line): boolean {
  if (lines[index]?.startsWith('\u3000')) return true;
  if (hardBreak) return false;
  const isAfterSentence = FINISHED.test(lines[index - 1]?.trimEnd() ?? '');
  return (
    isAfterSentence ||
    isHeadingAt(lines, index) ||
    isHeadingAt(lines, index - 1) ||
    isNumberedAt(lines, index)
  );
}

/** Whether a line is numbered, and the one before it not cut off there for its length. */
function isNumberedAt(lines: readonly string[], index: number): boolean {
  const before = withoutIndent(lines[index - 1] ?? '');
  if (!readNumbering(withoutIndent(lines[index] ?? ''))) return false;
  const isWrapped =
    before.length > NARROWEST_WRAP &&
    lines.every((line) => withoutIndent(line).length <= before.length + MAX_RAGGED);
  return !isWrapped;
}

/** Whether a line is a heading, and not a piece of a sentence that an editor wrapped. */
function isHeadingAt(lines: readonly string[], index: number): boolean {
  const line = withoutIndent(lines[index] ?? '');
  if (!recognizeHeadingLine(line)) return false;
  const before = lines[index - 1];
  const after = lines[index + 1];
  const isAfterSentence = before === undefined || FINISHED.test(before.trimEnd());
  const endsHere =
    after === undefined ||
    /[。！？]$/u.test(line) ||
    line.length <= NARROWEST_WRAP ||
    after.length > line.length ||
    recognizeHeadingLine(withoutIndent(after)) !== undefined;
  return endsHere && (isAfterSentence || isHeadingAt(lines, index - 1));
}

function joinLines(lines: readonly Line[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const [index, { content, hardBreak }] of lines.entries()) {
    if (index > 0) {
      const around = `${textOf(joined.at(-1) ?? []).slice(-1)}\n${textOf(content).slice(0, 1)}`;
      if (hardBreak) joined.push(hardBreak);
      else if (around.replace(BREAK_WITHIN_CHINESE, '') === around) {
        joined.push({ type: 'text', value: '\n' });
      }
    }
    joined.push(...content);
  }
  const [first, last] = [joined[0], joined.at(-1)];
  if (first?.type === 'text') first.value = first.value.replace(/^\u3000+/u, '');
  if (last?.type === 'text') last.value = last.value.replace(/\u3000+$/u, '');
  return joined;
}

function withoutIndent(line: string): string {
  return line.replace(/^\u3000+|\u3000+$/gu, '');
}

interface Line {
  content: PhrasingContent[];
  /** The Markdown break before the line, if it is more than the end of a line in the file. */
  hardBreak?: Break;
}
