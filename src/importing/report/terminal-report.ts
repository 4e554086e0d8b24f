import type { Remark } from '../draft.ts';
import type { DocumentResult } from '../import-documents.ts';
import { countPaper, outlineLines } from './count-paper.ts';
import { groupRemarks } from './group-remarks.ts';

const KINDS: Readonly<Record<Remark['kind'], string>> = {
  'left-out': '没有收',
  added: '写出来',
  joined: '接起来',
  note: '说明',
  doubt: '请看看',
};
/** More of one kind are for the report in the browser. */
const SHOWN = 5;
const LONGEST_TEXT = 40;

/** What became of one document, as lines for the terminal. */
export function describeDocument({ path, papers, remarks, failure }: DocumentResult): string {
  if (failure !== undefined) return `✗ ${path}\n    ${failure}`;
  const lines = [`✓ ${path}`];
  for (const { paper, file, isKnown } of papers) {
    const { charactersIn, charactersOut } = countPaper(paper);
    lines.push(
      `    《${paper.facts.title}》 ${isKnown ? '以前导入过，内容相同：' : '→ '}${file}`,
      `      ${charactersIn} 字进，${charactersOut} 字出，提纲 ${outlineLines(paper.rendered.outline).length} 条`,
      ...describeRemarks(paper.remarks).map((line) => `      ${line}`),
    );
  }
  lines.push(...describeRemarks(remarks).map((line) => `    ${line}`));
  return lines.join('\n');
}

/** How many were taken, and once more, together, which were not and why. */
export function describeTotals(results: readonly DocumentResult[], isDryRun: boolean): string {
  const papers = results.flatMap((result) => result.papers);
  const fresh = papers.filter(({ isKnown }) => !isKnown).length;
  const failed = results.filter(({ failure }) => failure !== undefined);
  const lines = [
    '',
    `${results.length} 个文件：${isDryRun ? '可以导入' : '导入'} ${fresh} 篇，以前导入过 ${papers.length - fresh} 篇，没有收 ${failed.length} 个文件。`,
  ];
  if (isDryRun) lines.push('这是试运行，什么也没有写。');
  if (failed.length > 0) {
    lines.push('没有收的：', ...failed.map(({ path, failure }) => `  ${path} ${failure}`));
  }
  return lines.join('\n');
}

function describeRemarks(remarks: readonly Remark[]): string[] {
  return groupRemarks(remarks).map(({ kind, message, texts }) => {
    const shown = texts.slice(0, SHOWN).map((text) => `“${shorten(text)}”`);
    const rest = texts.length > SHOWN ? `等 ${texts.length} 处` : '';
    return [
      `${KINDS[kind]}：${message}`,
      ...(shown.length > 0 ? [shown.join('、') + rest] : []),
    ].join(' ');
  });
}

function shorten(text: string): string {
  const characters = [...text.replaceAll(/\s+/gu, ' ')];
  return characters.length > LONGEST_TEXT
    ? `${characters.slice(0, LONGEST_TEXT).join('')}…`
    : characters.join('');
}
