import { writeFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findDocuments } from './find-documents.ts';
import { importDocuments } from './import-documents.ts';
import { PaperShelf } from './paper-shelf.ts';
import { htmlReport } from './report/html-report.ts';
import { describeDocument, describeTotals } from './report/terminal-report.ts';
import { UnreadableFile } from './unreadable-file.ts';

const USAGE = `用法：npm run import -- [--dry-run] 文件或文件夹…
  把 .docx、.txt、.md、.html 变成 content/papers 里的文稿；--dry-run 只看结果，不写。`;
const PAPERS = 'content/papers';
const REPORT = 'import-report.html';

// Whoever reads the output along may stop reading, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = await main(process.argv.slice(2));

/** @returns The exit code: 1 when any file was not taken. */
async function main(args: string[]): Promise<number> {
  try {
    return await run(args);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

async function run(args: string[]): Promise<number> {
  const { paths, isDryRun } = readArguments(args);
  // npm runs scripts in the project's folder, whatever folder it was called from.
  const calledFrom = process.env['INIT_CWD'] ?? process.cwd();
  const documents = await findDocuments(paths.map((path) => resolve(calledFrom, path))).catch(
    (error: NodeJS.ErrnoException) => {
      throw new UnreadableFile(
        `找不到 ${error.path ?? paths.join('、')}。请核对路径；有空格的路径要放进引号。`,
      );
    },
  );
  if (documents.length === 0) {
    throw new UnreadableFile(
      `${paths.join('、')} 里没有文稿。能导入的是 .docx、.doc、.txt、.md、.html。`,
    );
  }
  const shelf = await PaperShelf.open(PAPERS, isDryRun);
  const results = await importDocuments(documents, shelf, (result, done) => {
    const place = documents.length > 1 ? `[${done}/${documents.length}] ` : '';
    const shown = { ...result, path: relative(calledFrom, result.path) };
    process.stdout.write(`${place}${describeDocument(shown)}\n`);
  });
  const shown = results.map((result) => ({ ...result, path: relative(calledFrom, result.path) }));
  process.stdout.write(`${describeTotals(shown, isDryRun)}\n`);
  await writeFile(REPORT, htmlReport(shown, isDryRun)).then(
    () => process.stdout.write(`对照报告：${REPORT}\n`),
    () => process.stderr.write(`${REPORT} 写不进去，只有上面的文字报告。\n`),
  );
  return results.some(({ failure }) => failure !== undefined) ? 1 : 0;
}

function readArguments(args: string[]): { paths: string[]; isDryRun: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean', default: false } },
    });
    if (positionals.length === 0) throw new UnreadableFile(USAGE);
    return { paths: positionals, isDryRun: values['dry-run'] };
  } catch {
    throw new UnreadableFile(USAGE);
  }
}
