import { basename, extname } from 'node:path';
import type { Remark } from './draft.ts';
import type { FoundDocument } from './find-documents.ts';
import { type MadePaper, makePapers } from './make-papers.ts';
import type { PaperShelf } from './paper-shelf.ts';
import { loadDocument } from './read-document.ts';
import { UnreadableFile } from './unreadable-file.ts';

/**
 * Imports documents one after another; one that cannot be read stops none of the others.
 *
 * @param onResult Called after each, with how many are done.
 */
export async function importDocuments(
  documents: readonly FoundDocument[],
  shelf: PaperShelf,
  onResult: (result: DocumentResult, done: number) => void,
): Promise<DocumentResult[]> {
  const results: DocumentResult[] = [];
  for (const document of documents) {
    const result = await importDocument(document, shelf);
    results.push(result);
    onResult(result, results.length);
  }
  return results;
}

async function importDocument(
  { path, folder }: FoundDocument,
  shelf: PaperShelf,
): Promise<DocumentResult> {
  try {
    const name = basename(path, extname(path));
    const draft = await loadDocument(path);
    const { papers, remarks } = await makePapers(draft, { name, ...(folder && { folder }) });
    const known = papers.map((paper) => shelf.find(paper));
    const fresh = papers.filter((_, index) => known[index] === undefined);
    const targets = fresh.length > 0 ? await shelf.add(fresh, name) : [];
    return {
      path,
      remarks,
      papers: papers.map((paper, index) => ({
        paper,
        file: known[index] ?? targets[fresh.indexOf(paper)] ?? '',
        isKnown: known[index] !== undefined,
      })),
    };
  } catch (error) {
    return { path, remarks: [], papers: [], failure: describeFailure(error) };
  }
}

/** Words why a document was not taken, and what to do. */
export function describeFailure(error: unknown): string {
  if (error instanceof UnreadableFile) return error.message;
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EACCES' || code === 'EPERM')
    return '没有权限读这个文件。请改它的权限，或复制一份再导入。';
  if (code === 'ENOENT') return '找不到这个文件。请核对路径再导入。';
  return `读的时候出了意外（${error instanceof Error ? error.message : String(error)}）。请用 Word 或 WPS 打开它，另存一份 .docx 再导入。`;
}

/** What became of a document. */
export interface DocumentResult {
  path: string;
  papers: PaperResult[];
  /** What concerns the document as a whole. */
  remarks: Remark[];
  /** Why nothing of it was taken, and what to do. */
  failure?: string;
}

export interface PaperResult {
  paper: MadePaper;
  /** Name in the folder of papers. */
  file: string;
  /** Whether it had been imported before. */
  isKnown: boolean;
}
