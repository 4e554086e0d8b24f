import { isLarge as isLargeCollection } from '../collection/is-large.ts';
import { answerQuery } from '../search/browser/answer-query.ts';
import { findTerms } from '../search/browser/concordance.ts';
import { readHits } from '../search/browser/read-hits.ts';
import { SearchEngine } from '../search/browser/search-engine.ts';
import {
  readWithin,
  type SearchState,
  WITHIN,
  writeSearchAddress,
} from '../search/browser/search-state.ts';
import type { Searchable } from '../search/browser/searchable.ts';
import type { PinyinOffer } from '../search/pinyin-list.ts';
import type { SearchPaper } from '../search/search-document.ts';
import { isPattern } from '../text/parse-pattern.ts';
import { createElement } from './create-element.ts';
import { describeAnswer } from './describe-answer.ts';
import { type KeptResults, keepResults, readKeptResults, returnTo } from './kept-results.ts';
import type { HitAddress } from './render-hits.ts';
import { renderOrders, renderPaperChips, renderRail } from './render-narrowing.ts';
import { renderResults, type UndrawnSections } from './result-list.ts';
import { SearchHistory } from './search-history.ts';
import type * as SearchViews from './search-views.ts';
import { TypingPause } from './typing-pause.ts';
import type { ShownAnswer, ViewContext } from './view-context.ts';
import { walkResults } from './walk-results.ts';
import { watchSearchBox } from './watch-search-box.ts';

/** Shorter waits are not worth a word. */
const SLOW_MS = 200;

/**
 * The results of a search as a concordance, in step with the search box in `main` and with the
 * page's address. Says what it does to assistive technology through its status line.
 */
export abstract class SearchResults extends HTMLElement {
  readonly #history = new SearchHistory();
  readonly #pause = new TypingPause();
  readonly #undrawn = new Map() as UndrawnSections;
  #run = new AbortController();
  #opened: Promise<Opened> | undefined;
  #pageTitle = '';
  /** The query for which Enter was pressed. */
  #entered = '';

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
    main.addEventListener('click', (event) => this.#click(event));
    this.#part('frame').addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      this.#choose({ within: readWithin(target.value) ?? WITHIN.first });
    });
    box.form?.addEventListener('submit', () => {
      this.#entered = box.value;
      this.#openOffer();
    });
    // Following a link within the page comes here too, with nothing else to show.
    addEventListener('popstate', () => this.#history.restore() && this.#restore());
    addEventListener('pagehide', () => keepResults(this.#part('results')));
    const kept = readKeptResults();
    this.#history.restore();
    this.#restore(kept);
    if (this.takesFocus && !kept) box.focus({ preventScroll: true });
  }

  get #box(): HTMLInputElement {
    return this.closest('main')?.querySelector('input[name=q]') as HTMLInputElement;
  }

  #part(
    name: 'status' | 'frame' | 'offers' | 'controls' | 'results' | 'help' | 'syntax',
  ): HTMLElement {
    return this.querySelector(`#${name}`) as HTMLElement;
  }

  /** Puts box and results into the state the address tells of, and a reader who comes back to their place. */
  #restore(kept?: KeptResults): void {
    this.#box.value = this.#history.state.query;
    this.#pause.end();
    void this.#show(kept);
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

  #click(event: MouseEvent): void {
    if (!(event.target instanceof Element)) return;
    const button = event.target.closest<HTMLButtonElement>('#frame button[name]');
    if (button?.name === 'take') void this.#take(button.value);
    else if (button?.name === 'scope') this.#choose(readScope(button.value));
    else if (button) this.#choose({ [button.name]: button.value || undefined });
    const link = event.target.closest('a');
    if (!link) return;
    const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    const search = link.getAttribute('href');
    if (!isPlain || !search?.startsWith('?')) {
      this.#finish();
      this.#history.write();
      return;
    }
    event.preventDefault();
    this.#history.follow(search);
    this.#box.value = this.#history.state.query;
    void this.#show().then(() => this.#part('status').focus({ preventScroll: true }));
    scrollTo({ top: 0, behavior: 'instant' });
  }

  /** Where only pinyin matches, Enter opens the first of what it offers. */
  #openOffer(): void {
    const isReady = this.#part('results').ariaBusy === 'false';
    if (!isReady || this.#entered !== this.#history.state.query) return;
    if (this.#part('results').childElementCount > 0) return;
    this.#entered = '';
    this.#part('offers').querySelector('a')?.click();
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

  /** The texts that are searched. */
  protected abstract openTexts(): Promise<Searchable>;

  /** What patterns, scopes and views need. */
  protected abstract openViews(): Promise<typeof SearchViews>;

  /** Whether the cursor belongs into the box as soon as the page is there: for those who come to search. */
  protected abstract get takesFocus(): boolean;

  /** What somebody may cease to wait for is not asked while they type. */
  protected pause(): Promise<void> {
    return this.#pause.wait();
  }

  /** Where hits of a query are. */
  protected abstract addressOf(query: string): HitAddress;

  async #show(kept?: KeptResults): Promise<void> {
    this.#run.abort();
    this.#run = new AbortController();
    const { signal } = this.#run;
    const { state } = this.#history;
    const query = state.query.trim();
    document.title = query ? `${query.slice(0, 40)} - ${this.#pageTitle}` : this.#pageTitle;
    for (const name of ['help', 'syntax'] as const) this.#part(name).hidden = query !== '';
    if (!query) {
      this.#part('frame').hidden = true;
      this.#replace('', [], [], []);
      return;
    }
    this.#part('results').setAttribute('aria-busy', 'true');
    const slow = setTimeout(() => {
      if (!signal.aborted) this.#part('status').textContent = '正在查找……';
    }, SLOW_MS);
    try {
      const opened = await this.#open();
      const { papers } = opened.texts;
      const shown = await this.#answer(state, opened, signal, kept);
      if (signal.aborted) return;
      this.#drawFrame(state, shown);
      const controls = this.#renderControls(shown, papers, state);
      this.#replace(shown.status, this.#renderOffers(shown.offers), controls, shown.results);
      if (kept) returnTo(kept, this.#part('results'));
      this.#openOffer();
    } catch {
      if (!signal.aborted) this.#showFailure();
    } finally {
      clearTimeout(slow);
    }
  }

  async #answer(
    state: SearchState,
    { texts, engine }: Opened,
    signal: AbortSignal,
    kept: KeptResults | undefined,
  ): Promise<ShownAnswer> {
    const cancel = () => {
      this.#run.abort();
      this.#showFailure('已停止查找。');
    };
    const context = { ...this.#makeContext(state, { texts, engine }, signal, cancel), kept };
    if (state.view || isNarrowed(state) || isPattern(state.query)) {
      return (await this.openViews()).showMatches(context);
    }
    const answer = await answerQuery(state, texts, engine, signal);
    const { asked, found, terms, offers } = answer;
    if (found.length === 0 && offers.length === 0) {
      return (await this.openViews()).explainNothing(context);
    }
    const results = await renderResults(answer, {
      ...context,
      find: (text) => findTerms(text, terms, engine.fold),
      readLines: (paper) => readHits(texts, paper, terms, engine.fold, signal),
    });
    const status = describeAnswer(answer, texts.papers);
    return { ...answer, status, results, hasTerms: asked.length > 1 };
  }

  /** @param stop What the reader can do about it while it takes its time. */
  #makeContext(
    state: SearchState,
    { texts, engine }: Opened,
    signal: AbortSignal,
    stop: () => void,
  ): ViewContext {
    const words = new Text();
    const button = createElement('button', { type: 'button', 'data-stop': '' }, '停止');
    button.addEventListener('click', stop);
    return {
      state,
      texts,
      engine,
      signal,
      isLarge: isLargeCollection(texts.papers),
      addressOf: this.addressOf(state.query),
      home: this.dataset['home'] ?? '',
      tell: (text, isDone = false) => {
        if (signal.aborted) return;
        const status = this.#part('status');
        words.data = text;
        if (isDone) status.textContent = text;
        // Where the button has the focus it keeps it.
        else if (button.parentElement !== status) status.replaceChildren(words, button);
      },
      choose: (choice) => this.#choose(choice),
      undrawn: this.#undrawn,
    };
  }

  /** Copies, saves or prints all of the result. */
  async #take(kind: string): Promise<void> {
    if (kind === 'help') {
      const help = this.#part('syntax');
      help.hidden = !help.hidden;
      if (!help.hidden) help.scrollIntoView({ block: 'nearest' });
      return;
    }
    const status = this.#part('status');
    const before = status.textContent;
    // Another query ends it, but it does not end what is drawn for this one.
    const taking = new AbortController();
    const { signal } = taking;
    this.#run.signal.addEventListener('abort', () => taking.abort(), { once: true });
    const stop = () => {
      taking.abort();
      status.textContent = before;
      status.focus({ preventScroll: true });
    };
    try {
      const opened = await this.#open();
      const views = await this.openViews();
      await views.takeAlong(kind, this.#makeContext(this.#history.state, opened, signal, stop));
    } catch {
      if (!signal.aborted) status.textContent = `没能取到全部，再试一次。${before}`;
    }
  }

  /** Puts the buttons above the results in step with what is asked. */
  #drawFrame(state: SearchState, { found, hasTerms }: ShownAnswer): void {
    const frame = this.#part('frame');
    frame.hidden = found.length === 0 && !isNarrowed(state) && !state.view;
    for (const button of frame.querySelectorAll<HTMLButtonElement>('button[name]')) {
      if (button.name === 'take') continue;
      const value = state[button.name as 'view' | 'scope' | 'order' | 'where'];
      const isNear = button.name === 'scope' && state.within !== undefined;
      button.ariaPressed = String(button.value === (isNear ? 'within' : (value ?? '')));
    }
    const [scopes, near] = ['scopes', 'near'].map((name) =>
      frame.querySelector<HTMLElement>(`[data-${name}]`),
    );
    if (scopes) scopes.hidden = !hasTerms;
    if (near) near.hidden = !hasTerms || !state.within;
    const within = near?.querySelector('input');
    if (within) within.value = String(state.within ?? WITHIN.first);
    const chosen = [...frame.querySelectorAll('#more [aria-pressed=true]:not([value=""])')];
    const more = frame.querySelector('[popovertarget=more]');
    more?.replaceChildren(
      chosen.length > 0
        ? createElement('b', {}, chosen.map(({ textContent }) => textContent).join('、'))
        : '更多',
    );
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
  #renderControls(
    answer: ShownAnswer,
    papers: readonly SearchPaper[],
    state: SearchState,
  ): HTMLElement[] {
    if (answer.found.length === 0) return [];
    const choose = (choice: Partial<SearchState>) => this.#choose(choice);
    const isLarge = isLargeCollection(papers);
    const hasOrder = answer.found.length > 1 && !state.view;
    const orders = hasOrder ? [renderOrders(isLarge, state, choose)] : [];
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

  #showFailure(status = '没能取到检索索引：可能断了网，或者本站刚刚更新，要刷新这一页。'): void {
    const retry = createElement('button', { type: 'button', 'data-more': '' }, '再试一次');
    retry.addEventListener('click', () => void this.#show());
    this.#replace(status, [], [], [retry]);
  }
}

/** Whether terms are looked for in less than the whole papers. */
function isNarrowed({ scope, within, where }: SearchState): boolean {
  return (scope ?? within ?? where) !== undefined;
}

/** What the chip of a scope asks for; each takes the place of the others. */
function readScope(value: string): Partial<SearchState> {
  const isScope = value === 'paragraph' || value === 'sentence';
  return {
    scope: isScope ? value : undefined,
    within: value === 'within' ? WITHIN.first : undefined,
    order: undefined,
  };
}

interface Opened {
  texts: Searchable;
  engine: SearchEngine;
}

function renderSearchLink(text: string): HTMLElement {
  return createElement('a', { href: writeSearchAddress({ query: text }) }, text);
}
