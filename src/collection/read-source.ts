import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';

/**
 * Takes a source file apart: its text, its front matter and its body, with the way from each back to
 * the line in the editor. The one reader of sources, so that what is checked is what is built.
 *
 * @returns The source, or why it cannot be read.
 */
export function readSource({ path, bytes }: SourceFile): Source | SourceProblem {
  const decoded = decode(bytes);
  if (typeof decoded === 'number') {
    return {
      path,
      line: decoded,
      message: '文件不是 UTF-8 编码（可能是 GBK）。请用记事本或 WPS“另存为”，编码选 UTF-8。',
    };
  }
  const text = decoded.replace(/^\uFEFF/, '');
  const parts = /^---[ \t]*\r?\n((?:[^\n]*\n)*?)---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!parts) {
    const isLate = /^---[ \t]*\r?$/m.test(text) && !text.startsWith('---');
    return {
      path,
      line: 1,
      message: isLate
        ? '信息栏不在文件的最前面。请把第一个“---”以前的内容移到信息栏后面，或者删去。'
        : '缺少文件开头的信息栏。请在最前面写“---”和 title，再写一行“---”。',
    };
  }
  const lines = new LineCounter();
  // The core schema of YAML 1.2 knows no dates: 2023-03-01 is text, the same in every time zone.
  const document = parseDocument(parts[1] ?? '', { lineCounter: lines, schema: 'core' });
  const lineOf = (offset: number) => lines.linePos(offset).line + 1;
  const [syntaxError] = document.errors;
  if (syntaxError) {
    return {
      path,
      line: lineOf(syntaxError.pos[0]),
      message:
        '信息栏写法有误。每行写“名称: 内容”，冒号用半角且后面空一格；内容里有半角引号或冒号时，把整个内容放进单引号。',
    };
  }
  return {
    path,
    text,
    data: document.toJS(),
    body: text.slice(parts[0].length),
    bodyLine: parts[0].split('\n').length,
    lineOfKey: (key) => {
      const pair =
        isMap(document.contents) &&
        document.contents.items.find((item) => isScalar(item.key) && item.key.value === key);
      return pair && isScalar(pair.key) && pair.key.range ? lineOf(pair.key.range[0]) : 1;
    },
  };
}

/** The text, or the first line that is not UTF-8. */
function decode(bytes: Uint8Array): string | number {
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
        return line;
      }
      line += 1;
      start = end + 1;
    }
    return 1;
  }
}

/** A source file as it lies on disk. */
export interface SourceFile {
  /** Path from the project's root, with `/`. */
  path: string;
  bytes: Uint8Array;
}

/** A source file taken apart. */
export interface Source {
  path: string;
  /** All of it, without a byte order mark. */
  text: string;
  /** The front matter as YAML gives it. */
  data: unknown;
  body: string;
  /** Line in the file on which the body begins, from 1. */
  bodyLine: number;
  /** Line of a key of the front matter; 1 for one that is not there. */
  lineOfKey: (key: string) => number;
}

/** One thing an editor has to mend. */
export interface SourceProblem {
  path: string;
  /** Line in the file, from 1. */
  line: number;
  /** What is wrong and what to do, in Chinese. */
  message: string;
}
