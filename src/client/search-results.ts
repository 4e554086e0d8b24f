import { type Answer, answerQuery } from '../search/browser/answer-query.ts';
import { openIndex } from '../search/browser/open-index.ts';
import { type FoundPaper, SearchEngine } from '../search/browser/search-engine.ts';
import {
  readSearchAddress,
  type SearchState,
  writeSearchAddress,
} from '../search/browser/search-state.ts';
import type { Searchable } from '../search/browser/searchable.ts';
import { hitAddress } from '../search/hit-address.ts';
import type { PinyinOffer } from '../search/pinyin-offer.ts';
import { createElement } from './create-element.ts';
import { loadTexts } from './load-texts.ts';
import { type HitAddress, renderHits } from './render-hits.ts';

/** Papers shown at a time: each costs a file of its own. */
const PAPERS_AT_A_TIME = 10;

/** Hits shown before a reader asks for more, and of each paper at least. */
const HITS_AT_FIRST = 50;
const HITS_OF_EACH = 3;

/** Shorter waits are not worth a word. */
const SLOW_MS = 200;

/** Browsers refuse to change the address with every key. */
const ADDRESS_MS = 400;

/**
 * The results of a search as a concordance, in step with the search box in `main` and with the
 * page's address, so that a shared address, back and forward show the same. Says what it does to
 * assistive technology through its status line.
 */
export class SearchResults extends HTMLElement {
  #state: SearchState = { query: '' };
  /** Whether the address belongs to a finished query, which typing must not overwrite. */
  #isFinished = true;
  #addressTimer = 0;
  #run = 0;
  #opened: Promise<{ texts: Searchable; engine: SearchEngine }> | undefined;
  #pageTitle = '';

  connectedCallback(): void {
    const main = this.closest('main');
    if (!main) return;
    this.#pageTitle = document.title;
    this.#box.addEventListener('focus', () => void this.#open().catch(() => {}), { once: true });
    this.#box.addEventListener('input', (event) => {
      // What an input method is still composing is not yet typed.
      if (!(event instanceof InputEvent && event.isComposing)) this.#type();
    });
    this.#box.addEventListener('compositionend', () => this.#type());
    this.#box.addEventListener('change', () => this.#finish());
    this.#box.form?.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#finish();
    });
    main.addEventListener('keydown', (event) => this.#press(event));
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
    clearTimeout(this.#addressTimer);
    this.#state = readSearchAddress(location.search);
    this.#isFinished = true;
    this.#box.value = this.#state.query;
    void this.#show();
  }

  #type(): void {
    const query = this.#box.value;
    if (query === this.#state.query) return;
    this.#state = { ...this.#state, query, paper: undefined };
    clearTimeout(this.#addressTimer);
    // The first change of a finished query gets an entry in the history, the others replace it.
    if (this.#isFinished) this.#writeAddress('pushState');
    else
      this.#addressTimer = window.setTimeout(() => this.#writeAddress('replaceState'), ADDRESS_MS);
    this.#isFinished = false;
    void this.#show();
  }

  #finish(): void {
    clearTimeout(this.#addressTimer);
    this.#writeAddress('replaceState');
    this.#isFinished = true;
  }

  #choose(choice: Partial<SearchState>): void {
    this.#finish();
    this.#state = { ...this.#state, ...choice };
    this.#writeAddress('pushState');
    void this.#show();
  }

  #writeAddress(write: 'pushState' | 'replaceState'): void {
    try {
      history[write](null, '', location.pathname + writeSearchAddress(this.#state));
    } catch {
      // Some viewers show a file without an address that could be written.
    }
  }

  /** Loads what every search needs; a failure may be tried again. */
  #open(): Promise<{ texts: Searchable; engine: SearchEngine }> {
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
    const { index = '', manifest, texts = '' } = this.dataset;
    return location.protocol === 'file:'
      ? loadTexts(texts)
      : openIndex((path) => loadFile(index + path), manifest);
  }

  /** Where hits of a query are: on the papers' pages, where `arrive` marks them. */
  protected addressOf(query: string): HitAddress {
    return (id, passage, hit) => hitAddress(id, query, passage, hit);
  }

  async #show(): Promise<void> {
    this.#run += 1;
    const run = this.#run;
    const state = this.#state;
    const query = state.query.trim();
    document.title = query ? `${query.slice(0, 40)} - ${this.#pageTitle}` : this.#pageTitle;
    this.#part('help').hidden = query !== '';
    if (!query) {
      this.#replace('', [], [], []);
      return;
    }
    this.#part('results').setAttribute('aria-busy', 'true');
    const slow = setTimeout(() => {
      if (run === this.#run) this.#part('status').textContent = '正在查找……';
    }, SLOW_MS);
    try {
      const { texts, engine } = await this.#open();
      const answer = await answerQuery(state, texts, engine);
      const results =
        answer.found.length > 0
          ? await this.#renderPapers(answer, answer.shown, state.query)
          : this.#renderNearest(answer);
      const controls = await this.#renderControls(answer, state);
      if (run === this.#run) {
        this.#replace(describe(answer), this.#renderOffers(answer.offers), controls, results);
      }
    } catch {
      if (run === this.#run) this.#showFailure();
    } finally {
      clearTimeout(slow);
    }
  }

  async #renderPapers(
    answer: Answer,
    papers: readonly FoundPaper[],
    query: string,
  ): Promise<HTMLElement[]> {
    const { texts, engine } = await this.#open();
    const now = papers.slice(0, PAPERS_AT_A_TIME);
    const later = papers.slice(PAPERS_AT_A_TIME);
    const limit = Math.max(HITS_OF_EACH, Math.floor(HITS_AT_FIRST / now.length));
    const isShort = papers.reduce((sum, { body }) => sum + body, 0) <= HITS_AT_FIRST;
    const shown = {
      terms: answer.terms,
      fold: engine.fold,
      addressOf: this.addressOf(query),
      limit: isShort ? HITS_AT_FIRST : limit,
    };
    const groups = await Promise.all(
      now.map(async (found) => renderHits(await texts.readPaper(found.paper), found, shown)),
    );
    if (later.length === 0) return groups;
    const more = createElement('button', { type: 'button', 'data-more': '' });
    more.append(`再看 ${Math.min(later.length, PAPERS_AT_A_TIME)} 篇（还有 ${later.length} 篇）`);
    more.addEventListener('click', async () => {
      more.disabled = true;
      try {
        const next = await this.#renderPapers(answer, later, query);
        more.replaceWith(...next);
        next[0]?.querySelector('a')?.focus();
      } catch {
        more.disabled = false;
        this.#part('status').textContent = '没能取到下面的文稿，请再试一次。';
      }
    });
    return [...groups, more];
  }

  #renderNearest({ nearest, offers }: Answer): HTMLElement[] {
    if (nearest.length === 0) {
      if (offers.length > 0) return [];
      const contents = createElement('a', { href: this.dataset['home'] ?? '' }, '看目录');
      return [createElement('p', {}, '换个说法试试，或者', contents, '。')];
    }
    const items = nearest.map(({ text, papers, hits }) =>
      createElement('li', {}, renderSearchLink(text), ` ${papers} 篇 ${hits} 处`),
    );
    return [createElement('p', {}, '其中查得到的：'), createElement('ul', {}, ...items)];
  }

  #renderOffers(offers: readonly PinyinOffer[]): HTMLElement[] {
    const addressOf = this.addressOf('');
    return offers.map(({ text, paper, anchor }) =>
      paper ? createElement('a', { href: addressOf(paper, anchor) }, text) : renderSearchLink(text),
    );
  }

  /** Papers to narrow to, and the order. */
  async #renderControls({ found, shown }: Answer, state: SearchState): Promise<HTMLElement[]> {
    if (found.length === 0) return [];
    const counts = new Map(found.map(({ paper, body }) => [paper, body]));
    const chips = (await this.#listLabels(shown)).map(([paper, label]) => {
      const content = [label, createElement('b', {}, String(counts.get(paper) ?? 0))];
      if (!counts.has(paper)) return createElement('span', {}, ...content);
      const isChosen = state.paper === paper + 1;
      return this.#renderChoice(content, isChosen, { paper: isChosen ? undefined : paper + 1 });
    });
    const orders = [
      this.#renderChoice(['按相关'], !state.inOrder, { inOrder: false }),
      this.#renderChoice(['按篇次'], Boolean(state.inOrder), { inOrder: true }),
    ];
    return [
      createElement('div', { role: 'group', 'aria-label': '按篇筛选' }, ...chips),
      ...(found.length > 1
        ? [createElement('div', { role: 'group', 'aria-label': '排序' }, ...orders)]
        : []),
    ];
  }

  #renderChoice(
    content: readonly (Node | string)[],
    isChosen: boolean,
    choice: Partial<SearchState>,
  ): HTMLElement {
    const attributes = { type: 'button', 'aria-pressed': String(isChosen) };
    const button = createElement('button', attributes, ...content);
    button.addEventListener('click', () => this.#choose(choice));
    return button;
  }

  /** A small collection names all its papers; of a large one those that are shown. */
  async #listLabels(shown: readonly FoundPaper[]): Promise<[paper: number, label: string][]> {
    const { labels } = this.dataset;
    if (labels) return [...(JSON.parse(labels) as string[]).entries()];
    const { texts } = await this.#open();
    return Promise.all(
      shown
        .slice(0, PAPERS_AT_A_TIME)
        .map(
          async ({ paper }) => [paper, (await texts.readPaper(paper)).label] as [number, string],
        ),
    );
  }

  #replace(
    status: string,
    offers: readonly HTMLElement[],
    controls: readonly HTMLElement[],
    results: readonly HTMLElement[],
  ): void {
    const old = this.#part('controls');
    const pressed = [...old.querySelectorAll('button')].indexOf(
      document.activeElement as HTMLButtonElement,
    );
    this.#part('status').textContent = status;
    this.#part('offers').replaceChildren(...offers);
    this.#part('offers').hidden = offers.length === 0;
    old.replaceChildren(...controls);
    // Pressing a control draws it anew; the focus stays on it.
    if (pressed >= 0) old.querySelectorAll('button')[pressed]?.focus();
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

  /** ↓ and ↑ walk from the box through what can be opened, Escape clears. */
  #press(event: KeyboardEvent): void {
    if (event.isComposing || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey)
      return;
    if (event.key === 'Escape') {
      this.#box.value = '';
      this.#box.focus();
      this.#type();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const stops = [
      this.#box,
      ...this.querySelectorAll<HTMLElement>('#offers a, #results a, #results button'),
    ].filter((stop) => stop.offsetParent !== null);
    const at = stops.indexOf(document.activeElement as HTMLElement);
    const next = at < 0 ? undefined : stops[at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  }
}

function describe({ asked, found, nearest }: Answer): string {
  const terms = asked.map(({ text }) => `“${text.length > 30 ? `${text.slice(0, 30)}……` : text}”`);
  const query = terms.slice(0, 5).join('') + (terms.length > 5 ? '等' : '');
  if (found.length === 0) {
    const apart = terms.length > 1 && nearest.length > 0 ? '没有一篇同时有' : '没有找到';
    return `${apart}${query}。`;
  }
  const inBody = found.filter(({ body }) => body > 0);
  const hits = inBody.reduce((sum, { body }) => sum + body, 0);
  const inTitle = found.length - inBody.length;
  const counted =
    terms.length > 1
      ? `${query}同在 ${inBody.length} 篇中，共出现 ${hits} 处。`
      : `${query}在 ${inBody.length} 篇中出现 ${hits} 处。`;
  if (inBody.length === 0) return `${query}只见于 ${inTitle} 篇的题目或主题。`;
  return inTitle > 0 ? `${counted}另有 ${inTitle} 篇只见于题目或主题。` : counted;
}

function renderSearchLink(text: string): HTMLElement {
  return createElement('a', { href: writeSearchAddress({ query: text }) }, text);
}

async function loadFile(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
