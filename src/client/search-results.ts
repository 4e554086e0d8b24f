import { isLarge as isLargeCollection } from '../collection/name-papers.ts';
import {
  type Answer,
  answerQuery,
  findNearest,
  type NearestFinding,
} from '../search/browser/answer-query.ts';
import { openIndex } from '../search/browser/open-index.ts';
import { SearchEngine } from '../search/browser/search-engine.ts';
import { type SearchState, writeSearchAddress } from '../search/browser/search-state.ts';
import type { Searchable } from '../search/browser/searchable.ts';
import { hitAddress } from '../search/hit-address.ts';
import type { PinyinOffer } from '../search/pinyin-list.ts';
import { createElement } from './create-element.ts';
import { describeAnswer } from './describe-answer.ts';
import { loadTexts } from './load-texts.ts';
import type { HitAddress } from './render-hits.ts';
import { renderOrders, renderPaperChips, renderRail } from './render-narrowing.ts';
import { renderResults } from './result-list.ts';
import { SearchHistory } from './search-history.ts';
import { TypingPause } from './typing-pause.ts';
import { walkResults } from './walk-results.ts';
import { watchSearchBox } from './watch-search-box.ts';

/** Shorter waits are not worth a word. */
const SLOW_MS = 200;

/**
 * The results of a search as a concordance, in step with the search box in `main` and with the
 * page's address. Says what it does to assistive technology through its status line.
 */
export class SearchResults extends HTMLElement {
  readonly #history = new SearchHistory();
  readonly #pause = new TypingPause();
  #run = new AbortController();
  #opened: Promise<Opened> | undefined;
  #pageTitle = '';

  connectedCallback(): void {
    const main = this.closest('main');
    if (!main) return;
    const box = this.#box;
    this.#pageTitle = document.title;
    box.addEventListener('focus', () => void this.#open().catch(() => {}), { once: true });
    watchSearchBox(box, {
      type: (by) => this.#type(by),
      finish: () => this.#finish(),
    });
    const clear = () => {
      box.value = '';
      box.focus();
      this.#type('word');
    };
    main.addEventListener('keydown', (event) => walkResults(event, box, this, clear));
    main.addEventListener('click', ({ target }) => {
      if (target instanceof Element && target.closest('a')) this.#finish();
    });
    addEventListener('popstate', () => this.#restore());
    this.#restore();
  }

  get #box(): HTMLInputElement {
    return this.closest('main')?.querySelector('input[name=q]') as HTMLInputElement;
  }

  #part(name: 'status' | 'offers' | 'controls' | 'results' | 'help'): HTMLElement {
    return this.querySelector(`#${name}`) as HTMLElement;
  }

  /** Puts box and results into the state the address tells of. */
  #restore(): void {
    this.#history.restore();
    this.#box.value = this.#history.state.query;
    this.#pause.end();
    void this.#show();
  }

  #type(by: 'key' | 'word'): void {
    const query = this.#box.value;
    if (query === this.#history.state.query) return;
    this.#history.type(query);
    if (by === 'key') this.#pause.start();
    else this.#pause.end();
    void this.#show();
  }

  #finish(): void {
    this.#history.finish();
    this.#pause.end();
  }

  #choose(choice: Partial<SearchState>): void {
    this.#history.choose(choice);
    void this.#show();
  }

  /** Loads what every search needs; a failure may be tried again. */
  #open(): Promise<Opened> {
    this.#opened ??= this.openTexts().then((texts) => ({
      texts,
      engine: new SearchEngine(texts),
    }));
    this.#opened.catch(() => {
      this.#opened = undefined;
    });
    return this.#opened;
  }

  /** The texts that are searched: from disk, where no index can be loaded, the texts themselves. */
  protected openTexts(): Promise<Searchable> {
    const { index = '', manifest = '', texts = '' } = this.dataset;
    if (location.protocol === 'file:') return loadTexts(texts);
    return openIndex(async (path, signal) => {
      // What somebody may cease to wait for is not asked while they type.
      if (signal) await this.#pause.wait();
      return loadFile(index + path, signal);
    }, manifest);
  }

  /** Where hits of a query are: on the papers' pages, where `arrive` marks them. */
  protected addressOf(query: string): HitAddress {
    return (id, passage, hit) => hitAddress(id, query, passage, hit);
  }

  async #show(): Promise<void> {
    this.#run.abort();
    this.#run = new AbortController();
    const { signal } = this.#run;
    const { state } = this.#history;
    const query = state.query.trim();
    document.title = query ? `${query.slice(0, 40)} - ${this.#pageTitle}` : this.#pageTitle;
    this.#part('help').hidden = query !== '';
    if (!query) {
      this.#replace('', [], [], []);
      return;
    }
    this.#part('results').setAttribute('aria-busy', 'true');
    const slow = setTimeout(() => {
      if (!signal.aborted) this.#part('status').textContent = '正在查找……';
    }, SLOW_MS);
    try {
      const opened = await this.#open();
      const { texts, engine } = opened;
      const answer = await answerQuery(state, texts, engine, signal);
      const isLarge = isLargeCollection(texts.papers);
      const results =
        answer.found.length > 0
          ? await renderResults(answer, {
              ...opened,
              addressOf: this.addressOf(state.query),
              isLarge,
              signal,
            })
          : this.#renderNearest(answer, isLarge, opened);
      if (signal.aborted) return;
      const controls = this.#renderControls(answer, texts, state);
      this.#replace(describeAnswer(answer), this.#renderOffers(answer.offers), controls, results);
    } catch {
      if (!signal.aborted) this.#showFailure();
    } finally {
      clearTimeout(slow);
    }
  }

  #renderNearest(answer: Answer, isLarge: boolean, opened: Opened): HTMLElement[] {
    const { nearest, offers } = answer;
    if (nearest.length > 0) return renderFindings(nearest);
    if (offers.length > 0) return [];
    const contents = createElement('a', { href: this.dataset['home'] ?? '' }, '看目录');
    const advice = createElement('p', {}, '换个说法试试，或者', contents, '。');
    return isLarge ? [advice, this.#renderSeeking(answer, opened)] : [advice];
  }

  /** A button that looks for the longest part, which in a large collection means to load much. */
  #renderSeeking({ asked }: Answer, { engine }: Opened): HTMLElement {
    const { signal } = this.#run;
    const seek = createElement('button', { type: 'button', 'data-more': '' }, '找最长的一段');
    seek.addEventListener('click', async () => {
      seek.disabled = true;
      seek.textContent = '正在查找……';
      try {
        const findings = await findNearest(asked, engine, true, signal);
        const found =
          findings.length > 0
            ? renderFindings(findings)
            : [createElement('p', {}, '其中没有一段查得到。')];
        seek.replaceWith(...found);
        found[1]?.querySelector('a')?.focus();
      } catch {
        seek.disabled = false;
        seek.textContent = '没能找完，再找一次';
      }
    });
    return seek;
  }

  #renderOffers(offers: readonly PinyinOffer[]): HTMLElement[] {
    const addressOf = this.addressOf('');
    return offers.map(({ text, distinction, paper, anchor }) => {
      if (!paper) return renderSearchLink(text);
      const name = distinction ? `${text}〔${distinction}〕` : text;
      return createElement('a', { href: addressOf(paper, anchor) }, name);
    });
  }

  /** What to narrow to, and the order. */
  #renderControls(answer: Answer, { papers }: Searchable, state: SearchState): HTMLElement[] {
    if (answer.found.length === 0) return [];
    const choose = (choice: Partial<SearchState>) => this.#choose(choice);
    const isLarge = isLargeCollection(papers);
    const orders = answer.found.length > 1 ? [renderOrders(isLarge, state, choose)] : [];
    return isLarge
      ? [...orders, ...renderRail(answer, choose)]
      : [renderPaperChips(answer, papers, state, choose), ...orders];
  }

  #replace(
    status: string,
    offers: readonly HTMLElement[],
    controls: readonly HTMLElement[],
    results: readonly HTMLElement[],
  ): void {
    const old = this.#part('controls');
    const { activeElement } = document;
    const pressed =
      activeElement instanceof HTMLButtonElement && old.contains(activeElement)
        ? activeElement.value
        : undefined;
    this.#part('status').textContent = status;
    this.#part('offers').replaceChildren(...offers);
    this.#part('offers').hidden = offers.length === 0;
    old.replaceChildren(...controls);
    // Pressing a control draws it anew; the focus stays on it.
    if (pressed !== undefined) {
      const same = [...old.querySelectorAll('button')].filter(({ value }) => value === pressed);
      // On a small screen what was pressed is folded away again, behind what unfolds it.
      const stops = [...same, ...old.querySelectorAll<HTMLElement>('[data-open] button')];
      stops.find(({ offsetParent }) => offsetParent !== null)?.focus();
    }
    this.#part('results').replaceChildren(...results);
    this.#part('results').setAttribute('aria-busy', 'false');
  }

  #showFailure(): void {
    const retry = createElement('button', { type: 'button', 'data-more': '' }, '再试一次');
    retry.addEventListener('click', () => void this.#show());
    this.#replace(
      '没能取到检索索引：可能断了网，或者本站刚刚更新，要刷新这一页。',
      [],
      [],
      [retry],
    );
  }
}

interface Opened {
  texts: Searchable;
  engine: SearchEngine;
}

function renderFindings(findings: readonly NearestFinding[]): HTMLElement[] {
  const items = findings.map(({ text, papers, hits }) =>
    createElement('li', {}, renderSearchLink(text), ` ${papers} 篇 ${hits} 处`),
  );
  return [createElement('p', {}, '其中查得到的：'), createElement('ul', {}, ...items)];
}

function renderSearchLink(text: string): HTMLElement {
  return createElement('a', { href: writeSearchAddress({ query: text }) }, text);
}

async function loadFile(address: string, signal: AbortSignal | undefined): Promise<Uint8Array> {
  const response = await fetch(address, signal ? { signal } : {});
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
