import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { findForeignImages } from './find-foreign-images.ts';

/**
 * Finds what is wrong with source files before Astro reads them, so that an editor sees one
 * message that names file, line and remedy. Astro's own error for front matter has no line,
 * and it reads bytes that are not UTF-8 without a word.
 *
 * @param files Each source file: its path from the project's root, and its bytes.
 * @param checkFrontMatter Says what is wrong with one file's front matter, a key at a time.
 * @returns The problems in the order of the files; empty when all is well.
 */
export function checkSources(
  files: readonly SourceFile[],
  checkFrontMatter: (data: unknown) => FieldProblem[],
): SourceProblem[] {
  const problems: SourceProblem[] = [];
  const byOrder = new Map<number, string>();

  for (const { path, bytes } of files) {
    const report = (line: number, message: string) => problems.push({ path, line, message });

    if (/[^\p{L}\p{N}\p{M}/._-]/u.test(path)) {
      report(1, '文件名就是网址，只能用汉字、字母、数字、“-”和“_”。请改文件名。');
    }

    const text = decode(bytes);
    if (text instanceof InvalidLine) {
      report(
        text.line,
        '文件不是 UTF-8 编码（可能是 GBK）。请用记事本或 WPS“另存为”，编码选 UTF-8。',
      );
      continue;
    }

    const parts = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(text);
    if (!parts) {
      report(1, '缺少文件开头的信息栏。请在最前面写“---”、title 和 order，再写一行“---”。');
      continue;
    }

    const lines = new LineCounter();
    const document = parseDocument(parts[1] ?? '', { lineCounter: lines });
    const lineOf = (offset: number) => lines.linePos(offset).line + 1;
    const [syntaxError] = document.errors;
    if (syntaxError) {
      report(
        lineOf(syntaxError.pos[0]),
        '信息栏写法有误。每行写“名称: 内容”，冒号用半角且后面空一格；内容里有半角引号或冒号时，把整个内容放进单引号。',
      );
      continue;
    }

    const data: unknown = document.toJS();
    const lineOfKey = (key: string) => {
      const pair =
        isMap(document.contents) &&
        document.contents.items.find((item) => isScalar(item.key) && item.key.value === key);
      return pair && isScalar(pair.key) && pair.key.range ? lineOf(pair.key.range[0]) : 1;
    };
    for (const { key, message } of checkFrontMatter(data)) report(lineOfKey(key), message);

    const order = (data as { order?: unknown } | null)?.order;
    if (typeof order === 'number') {
      const other = byOrder.get(order);
      if (other) {
        report(lineOfKey('order'), `order: ${order} 已被 ${other} 使用。请换一个没有用过的数。`);
      }
      byOrder.set(order, path);
    }

    const body = text.slice(parts[0].length);
    if (body.trim() === '') {
      report(text.split('\n').length, '正文是空的。请在信息栏下面写上正文。');
    }
    const linesBefore = parts[0].split('\n').length - 1;
    for (const { url, line } of findForeignImages(body)) {
      report(
        linesBefore + line,
        `图片 ${url} 在别的网站上。请把图片存到文稿旁边，改写成 ![说明](./文件名.png)。`,
      );
    }
  }
  return problems;
}

/**
 * Words the problems as the one message that stops the build.
 *
 * @param problems At least one problem.
 * @returns A heading and a line for each problem: `file:line message`.
 */
export function formatProblems(problems: readonly SourceProblem[]): string {
  return [
    `文稿有 ${problems.length} 处要改：`,
    ...problems.map(({ path, line, message }) => `  ${path}:${line} ${message}`),
  ].join('\n');
}

function decode(bytes: Uint8Array): string | InvalidLine {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    return decoder.decode(bytes);
  } catch {
    // A line feed is never part of a longer UTF-8 or GBK sequence, so lines can be tried singly.
    let line = 1;
    let start = 0;
    for (let end = 0; end <= bytes.length; end++) {
      if (end < bytes.length && bytes[end] !== 0x0a) continue;
      try {
        decoder.decode(bytes.subarray(start, end));
      } catch {
        return new InvalidLine(line);
      }
      line += 1;
      start = end + 1;
    }
    return new InvalidLine(1);
  }
}

class InvalidLine {
  readonly line: number;
  constructor(line: number) {
    this.line = line;
  }
}

/** A source file as it lies on disk. */
export interface SourceFile {
  /** Path from the project's root, with `/`. */
  path: string;
  bytes: Uint8Array;
}

/** One thing an editor has to mend. */
export interface SourceProblem {
  path: string;
  /** Line in the file, from 1. */
  line: number;
  /** What is wrong and what to do, in Chinese. */
  message: string;
}

/** What is wrong with one key of the front matter. */
export interface FieldProblem {
  key: string;
  message: string;
}
