import { isDocument } from '../document-kinds.ts';

/** The documents among what was dropped, each with the name of the folder it lies in. */
export async function listDropped(items: readonly DataTransferItem[]): Promise<ChosenFile[]> {
  // Entries must be taken before the event is over.
  const entries = items.map((item) => item.webkitGetAsEntry());
  const files = await Promise.all(entries.map((entry) => (entry ? listEntry(entry, '') : [])));
  return sortFiles(files.flat());
}

/** The documents of a folder that was chosen; of files chosen one by one all. */
export function listChosen(files: Iterable<File>): ChosenFile[] {
  const chosen = [...files].flatMap((file): ChosenFile[] => {
    const folders = file.webkitRelativePath.split('/').slice(1, -1);
    if (file.webkitRelativePath !== '' && !isDocument(file.name)) return [];
    return [{ file, folder: folders.at(-1) ?? '' }];
  });
  return sortFiles(chosen);
}

/** @param folder Name of the folder it lies in, below the one that was dropped. */
async function listEntry(entry: FileSystemEntry, folder: string, depth = 0): Promise<ChosenFile[]> {
  if (entry.isFile) {
    if (depth > 0 && !isDocument(entry.name)) return [];
    const file = await new Promise<File>((done, fail) => {
      (entry as FileSystemFileEntry).file(done, fail);
    });
    return [{ file, folder }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const children: FileSystemEntry[] = [];
  // A reader gives a hundred at a time, and none when it is at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, fail) =>
      reader.readEntries(done, fail),
    );
    if (some.length === 0) break;
    children.push(...some);
  }
  const within = depth === 0 ? '' : entry.name;
  const files = await Promise.all(children.map((child) => listEntry(child, within, depth + 1)));
  return files.flat();
}

/** As people count: 2 before 10. */
function sortFiles(files: ChosenFile[]): ChosenFile[] {
  const collator = new Intl.Collator('zh-CN', { numeric: true });
  return files.sort(
    (one, other) =>
      collator.compare(one.folder, other.folder) ||
      collator.compare(one.file.name, other.file.name),
  );
}

/** A file to be handed in. */
export interface ChosenFile {
  file: File;
  /** Name of the folder it lies in, below the one that was chosen; empty for none. */
  folder: string;
}
