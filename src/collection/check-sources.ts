import { findLostCharacters } from '../text/find-lost-characters.ts';
import { findForeignImages } from './find-foreign-images.ts';
import { readSource, type Source, type SourceFile, type SourceProblem } from './read-source.ts';

/**
 * Reads source files and finds what is wrong with them, so that an editor sees one message that names
 * file, line and remedy.
 *
 * @param files Each source file: its path from the project's root, and its bytes.
 * @param checkFrontMatter Says what is wrong with one file's front matter, a key at a time.
 * @returns The files that can be read, and the problems in the order of the files.
 */
export function checkSources(
  files: readonly SourceFile[],
  checkFrontMatter: (data: unknown) => FieldProblem[],
): { sources: Source[]; problems: SourceProblem[] } {
  const sources: Source[] = [];
  const problems: SourceProblem[] = [];
  const byOrder = new Map<number, string>();

  for (const file of files) {
    const { path } = file;
    const report = (line: number, message: string) => problems.push({ path, line, message });

    const [forbidden] = /[\p{Cc}\p{Cf}\\:*?"<>|#%]/u.exec(path) ?? [];
    if (forbidden) {
      report(1, `文件名就是网址，里面不能有“${forbidden}”。请改文件名。`);
    }

    const source = readSource(file);
    if ('message' in source) {
      problems.push(source);
      continue;
    }
    sources.push(source);
    for (const { line, characters } of findLostCharacters(source.text)) {
      report(
        line,
        `这一行有丢失了的字（${characters.join('、')}），读者看到的是方框。请对照原件改成正确的字。`,
      );
    }
    for (const { key, message } of checkFrontMatter(source.data)) {
      report(source.lineOfKey(key), message);
    }

    const order = (source.data as { order?: unknown } | null)?.order;
    if (typeof order === 'number') {
      const other = byOrder.get(order);
      if (other) {
        report(
          source.lineOfKey('order'),
          `order: ${order} 已被 ${other} 使用。请换一个没有用过的数。`,
        );
      }
      byOrder.set(order, path);
    }

    if (source.body.trim() === '') {
      report(source.text.split('\n').length, '正文是空的。请在信息栏下面写上正文。');
    }
    for (const { url, line } of findForeignImages(source.body)) {
      report(
        source.bodyLine - 1 + line,
        `图片 ${url} 在别的网站上。请把图片存到文稿旁边，改写成 ![说明](./文件名.png)。`,
      );
    }
  }
  return { sources, problems };
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

/** What is wrong with one key of the front matter. */
export interface FieldProblem {
  key: string;
  message: string;
}
