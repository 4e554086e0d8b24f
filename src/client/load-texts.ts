import { openTexts } from '../search/browser/open-texts.ts';
import type { Searchable } from '../search/browser/searchable.ts';
import type { DiskTexts } from '../search/search-document.ts';
import { loadScript } from './load-script.ts';

declare global {
  /** Set by the script `search/texts.js`. */
  var searchTexts: DiskTexts | undefined;
}

/**
 * Loads the collection's texts as a classic script, the one kind of data a browser reads from disk.
 *
 * @throws When there is no such script: it is not made for large collections.
 */
export async function loadTexts(address: string): Promise<Searchable> {
  await loadScript(address);
  const { source, pinyin } = globalThis.searchTexts ?? {};
  if (!source || !pinyin) throw new Error(`${address} holds no texts`);
  return openTexts(source, pinyin);
}
