import { collectPassages } from '../collection/passages.ts';
import { openTexts } from '../search/browser/open-texts.ts';
import type { Searchable } from '../search/browser/searchable.ts';
import type { PinyinList } from '../search/pinyin-list.ts';
import type { SearchDocument, SearchEntry } from '../search/search-document.ts';
import { arrive } from './arrival.ts';
import { CopyingBar } from './copying-bar.ts';
import { domReader } from './dom-reader.ts';
import { findRanges } from './find-ranges.ts';
import { offerCitations } from './offer-citations.ts';
import type { HitAddress } from './render-hits.ts';
import { SearchResults } from './search-results.ts';
import * as searchViews from './search-views.ts';
import { showHits } from './show-hits.ts';

/** The search of the portable edition: its texts are in the page, and so are its hits. */
export class PortableSearch extends SearchResults {
  override connectedCallback(): void {
    super.connectedCallback();
    for (const use of ['focusin', 'click']) {
      this.parentElement?.addEventListener(use, () => this.removeAttribute('data-unused'));
    }
    if (new URLSearchParams(location.search).has('at')) arrive(this.#variants);
    const isOnDisk = location.protocol === 'file:';
    const bar = new CopyingBar();
    offerCitations(bar, isOnDisk ? undefined : () => new URL(location.pathname, location.href));
    const toSearch = (event: Event) => {
      event.preventDefault();
      const box = document.querySelector<HTMLInputElement>('input[name=q]');
      const wording = new URLSearchParams(bar.link.search).get('q');
      if (box && wording && event.currentTarget === bar.link) {
        box.value = wording;
        for (const type of ['input', 'change']) box.dispatchEvent(new Event(type));
      }
      // Its results, if there are any, come into sight with it.
      box?.scrollIntoView({ block: 'start', behavior: 'instant' });
      box?.focus({ preventScroll: true });
      box?.select();
    };
    bar.link.addEventListener('click', toSearch);
    document.querySelector('[data-to-search]')?.addEventListener('click', toSearch);
    this.addEventListener('click', ({ target }) => {
      const link = target instanceof Element ? target.closest<HTMLElement>('a[data-hit]') : null;
      const [, anchor = ''] = /#(.+)$/.exec(link?.getAttribute('href') ?? '') ?? [];
      const body = document.getElementById(anchor)?.closest('.prose');
      const bar = document.querySelector<HTMLElement>('[data-hits]');
      if (!link || !body || !bar) return;
      const query = document.querySelector<HTMLInputElement>('input[name=q]')?.value ?? '';
      // After the browser has followed the link to the paragraph.
      setTimeout(() => {
        const bodies = [...document.querySelectorAll('.prose')];
        const hits = bodies.map((each) => findRanges(each, query, this.#variants));
        const before = hits.slice(0, bodies.indexOf(body)).flat().length;
        showHits(bar, hits.flat(), {
          hit: before + Number(link.dataset['hit']),
          label: query,
          addressOf: (_, place) => `${location.search}#${place}`,
        });
      });
    });
  }

  protected override get takesFocus(): boolean {
    return false;
  }

  protected override openViews(): Promise<typeof searchViews> {
    return Promise.resolve(searchViews);
  }

  get #variants(): string {
    return this.dataset['variants'] ?? '';
  }

  protected override openTexts(): Promise<Searchable> {
    const documents = [...document.querySelectorAll<HTMLElement>('article')].map(readDocument);
    const pinyin = JSON.parse(document.querySelector('#pinyin')?.textContent ?? '') as PinyinList;
    return Promise.resolve(openTexts({ documents, variants: this.#variants }, pinyin));
  }

  protected override addressOf(): HitAddress {
    return (id, passage) => {
      const { id: anchor = '', dataset } =
        document.querySelector<HTMLElement>(`article[data-id="${CSS.escape(id)}"]`) ?? {};
      if (!passage) return `#${anchor}`;
      const prefix = dataset?.['prefix'] ?? '';
      return `#${passage.startsWith(prefix) ? passage : prefix + passage}`;
    };
  }
}

function readDocument(article: HTMLElement): SearchDocument {
  const { id = '', label = '', title = '', topic = '', date = '', prefix = '' } = article.dataset;
  const links = document.querySelectorAll<HTMLAnchorElement>(`#contents a[href^="#${prefix}"]`);
  const entries: Record<string, SearchEntry> = {};
  for (const link of links) {
    const text = link.textContent ?? '';
    const above = link.closest('li')?.parentElement?.closest('li')?.querySelector('a');
    entries[decodeURIComponent(link.hash.slice(1))] = link.dataset['article']
      ? { text, ordinal: text, isArticle: true, ...(above && { parent: above.hash.slice(1) }) }
      : { text, ordinal: '' };
  }
  const passages = collectPassages<Node>(article.querySelector('.prose') ?? article, domReader);
  return {
    id,
    name: article.dataset['name'] ?? label,
    distinction: article.dataset['distinction'] ?? '',
    label,
    title,
    topic,
    date,
    passages: passages.map(({ id: anchor, text, places }) => ({ id: anchor, text, places })),
    entries,
  };
}
