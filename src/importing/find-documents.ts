import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { isDocument } from './document-kinds.ts';

/**
 * Finds the documents among files and folders, in the order of their names as people count them (2
 * before 10). Of a folder, files that hold no text, such as `.xlsx`, and those of programs (`~$…`,
 * `.DS_Store`) are passed over; a file named outright is always taken.
 *
 * @throws When one of the paths is not there; the error has its path.
 */
export async function findDocuments(paths: readonly string[]): Promise<FoundDocument[]> {
  const found = new Map<string, FoundDocument>();
  for (const path of paths.map((each) => resolve(each))) {
    const isFolder = (await stat(path)).isDirectory();
    const files = isFolder ? await listFolder(path) : [{ path }];
    for (const file of files) if (!found.has(file.path)) found.set(file.path, file);
  }
  return [...found.values()];
}

async function listFolder(root: string): Promise<FoundDocument[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const collator = new Intl.Collator('zh-CN', { numeric: true });
  return entries
    .filter((entry) => entry.isFile() && isDocument(entry.name))
    .map((entry): FoundDocument => {
      const path = join(entry.parentPath, entry.name);
      const folder = dirname(path);
      return { path, ...(folder !== root && { folder: basename(folder) }) };
    })
    .filter(({ path }) => !/[\\/](?:\.[^\\/]+|[^\\/]+[_.]files)[\\/]/.test(path.slice(root.length)))
    .sort((one, other) => collator.compare(one.path, other.path));
}

export interface FoundDocument {
  path: string;
  /** Name of the folder it lies in, below the one that was given. */
  folder?: string;
}
