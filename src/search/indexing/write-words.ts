import { type IndexedWord, writeIndexFile } from '../index-file.ts';
import type { SearchManifest } from '../search-manifest.ts';
import { ZippedFiles } from './zipped-files.ts';

/**
 * Writes words into files of about one size.
 *
 * @param size Bytes, compressed, about.
 */
export async function writeWords(
  all: Iterable<IndexedWord>,
  folder: string,
  size: number,
): Promise<Pick<SearchManifest, 'words' | 'wordCounts'>> {
  const bytesOf = ({ word, bytes }: IndexedWord) => bytes.length + 3 * word.length;
  const words: string[] = [];
  const wordCounts: number[] = [];
  const files = new ZippedFiles(folder);
  const write = async (file: readonly IndexedWord[]) => {
    await files.add(`${words.length}.gz_words`, Buffer.from(writeIndexFile(file)));
    words.push(file[0]?.word ?? '');
    wordCounts.push(file.length);
  };
  let file: IndexedWord[] = [];
  let length = 0;
  for (const word of all) {
    if (length > 0 && length + bytesOf(word) / 2 > size) {
      await write(file);
      file = [];
      length = 0;
    }
    file.push(word);
    length += bytesOf(word);
  }
  if (file.length > 0) await write(file);
  await files.finish();
  return { words, wordCounts };
}
