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
import { offerLinks } from './offer-links.ts';
import { readAnchor } from './read-anchor.ts';
import type { HitAddress } from './render-hits.ts';
import { SearchResults } from './search-results.ts';
import * as searchViews from './search-views.ts';
import { replaceAddress, showHits } from './show-hits.ts';

/** The search of the portable edition: its texts are in the page, and so are its hits. */
export class PortableSearch extends SearchResults {
  override connectedCallback(): void {
    super.connectedCallback();
    for (const use of ['focusin', 'click']) {
      this.parentElement?.addEventListener(use, () => this.removeAttribute('data-unused'));
    }
    // The browser's own way to the anchor would take the focus from the bar again.
    addEventListener('load', () => this.#arrive());
    const isOnDisk = location.protocol === 'file:';
    const bar = new CopyingBar();
    const readAddress = () => new URL(location.pathname, location.href);
    offerCitations(bar, isOnDisk ? undefined : readAddress);
    offerLinks(bar, readAddress);
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
      const link = target instanceof Element ? target.closest('a') : null;
      const hit = Number(link?.dataset['hit']);
      const query = document.querySelector<HTMLInputElement>('input[name=q]')?.value ?? '';
      // After the browser has followed the link to the paragraph.
      setTimeout(() => {
        if (hit) replaceAddress(addHit(hit) + link?.hash);
        if (link) this.#showHits(query, link.hash, hit);
      });
    });
  }

  /** Shows a reader who followed a link to a place, or loads the page there again, what it is about. */
  #arrive(): void {
    const parameters = new URLSearchParams(location.search);
    if (parameters.has('at')) arrive(this.#variants);
    const query = parameters.get('q');
    if (query) this.#showHits(query, location.hash, Number(parameters.get('hit')));
  }

  /**
   * Marks a query's hits in all papers, to be stepped through from one to the next.
   *
   * @param hash Leads to the paper to begin in, or to a place in it; of any other nothing is marked.
   * @param hit Which of that paper's hits to begin with, from 1.
   */
  #showHits(query: string, hash: string, hit: number): void {
    const bar = document.querySelector<HTMLElement>('[data-hits]');
    const place = document.getElementById(readAnchor(hash));
    const article = place?.closest('article');
    if (!bar || !article) return;
    const hits = findRanges([...document.querySelectorAll('.prose')], query, this.#variants);
    const articles = hits.map(
      ({ startContainer }) => startContainer.parentElement?.closest('article') ?? null,
    );
    const before = articles.indexOf(article);
    const isOfPaper = hit > 0 && articles[before + hit - 1] === article;
    showHits(bar, before < 0 ? [] : hits, {
      hit: isOfPaper ? before + hit : 0,
      label: query,
      addressOf: (at, anchor) => {
        const first = articles.indexOf(articles[at - 1] ?? null);
        return `${addHit(at - first)}#${anchor}`;
      },
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

/** What is searched for, with the hit that is shown of it. */
function addHit(hit: number): string {
  const parameters = new URLSearchParams(location.search);
  parameters.set('hit', String(hit));
  return `?${parameters}`;
}

function readDocument(article: HTMLElement): SearchDocument {
  const { id = '', label = '', title = '', topic = '', date = '', prefix = '' } = article.dataset;
  const links = document.querySelectorAll<HTMLAnchorElement>(`#contents a[href^="#${prefix}"]`);
  const entries: Record<string, SearchEntry> = {};
  for (const link of links) {
    const text = link.textContent ?? '';
    const above = link.closest('li')?.parentElement?.closest('li')?.querySelector('a');
    entries[readAnchor(link.hash)] = link.dataset['article']
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
