import { openIndex } from '../search/browser/open-index.ts';
import type { Searchable } from '../search/browser/searchable.ts';
import { hitAddress } from '../search/hit-address.ts';
import { loadScript } from './load-script.ts';
import { loadTexts } from './load-texts.ts';
import type { HitAddress } from './render-hits.ts';
import { SearchResults } from './search-results.ts';
import type * as SearchViews from './search-views.ts';
import { unzip } from './unzip.ts';

declare global {
  /** Set by the script of the views. */
  var searchViews: typeof SearchViews | undefined;
}

/** The search of the site: index, texts and views are files of it. */
export class SiteSearch extends SearchResults {
  protected override get takesFocus(): boolean {
    const { referrer } = document;
    const isWithin = referrer !== '' && new URL(referrer).host === location.host;
    // From disk no page tells where its reader comes from.
    return isWithin || (location.protocol === 'file:' && location.search === '');
  }

  /** From disk, where no index can be loaded, the texts themselves are searched. */
  protected override openTexts(): Promise<Searchable> {
    const { index = '', manifest = '', texts = '', unzipper = '' } = this.dataset;
    if (location.protocol === 'file:') return loadTexts(texts);
    return openIndex(async (path, signal) => {
      if (signal) await this.pause();
      return unzip(await loadFile(index + path, signal), unzipper);
    }, manifest);
  }

  protected override async openViews(): Promise<typeof SearchViews> {
    if (!globalThis.searchViews) await loadScript(this.dataset['script'] ?? '');
    if (!globalThis.searchViews) throw new Error('no views');
    return globalThis.searchViews;
  }

  /** On the papers' pages, where `arrive` marks them. */
  protected override addressOf(query: string): HitAddress {
    return (id, passage, hit) => hitAddress(id, query, passage, hit);
  }
}

async function loadFile(
  address: string,
  signal: AbortSignal | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(address, signal ? { signal } : {});
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
