import { createElement } from './create-element.ts';

/** Where saved files are kept; the service worker reads it. */
const SAVED = 'saved';

/** The worker leaves such requests alone, or it would keep everything a second time. */
const PAST_WORKER: RequestInit = { cache: 'no-cache' };

/** Files loaded at a time. */
const AT_ONCE = 4;

/** Titles of so many saved papers are listed; whoever has more finds them in the contents. */
const MAX_LISTED = 100;

/**
 * Tells what of the site is kept in this browser, and saves all of it when asked to. A page is saved
 * under its address and `?` and its hash, so that what is saved tells which build it is of, also when
 * saving was broken off.
 */
export class OfflineCopy extends HTMLElement {
  /** Address of the site's root. */
  #root = '';
  readonly #state = createElement('p', { role: 'status' });
  readonly #progress = createElement('progress', { 'aria-label': '已存下', value: '0' });
  readonly #save = createElement('button', { type: 'button' });
  readonly #remove = createElement('button', { type: 'button' }, '删去存下的');
  readonly #papers = createElement('section');

  connectedCallback(): void {
    this.#root = new URL(document.documentElement.dataset['scope'] ?? './', location.href).href;
    this.#progress.hidden = true;
    this.replaceChildren(this.#state, this.#progress, this.#save, ' ', this.#remove);
    this.#save.addEventListener('click', () => this.#saveAll());
    this.#remove.addEventListener('click', async () => {
      await caches.delete(SAVED);
      await this.#tell();
    });
    this.#tell();
  }

  async #tell(): Promise<void> {
    this.#save.hidden = true;
    this.#remove.hidden = true;
    const isOnDisk = location.protocol === 'file:';
    if (isOnDisk || !('caches' in window && 'serviceWorker' in navigator)) {
      this.#state.textContent = isOnDisk
        ? '现在是从磁盘上打开的，本来就不用网络。'
        : '浏览器只让 https 开头的网址存下自己，这里存不下来。可以改用单文件版。';
      return;
    }
    await this.#listPapers();
    const list = await this.#readList();
    if (!list) {
      this.#state.textContent = '现在没有网络。存下来的都能读。';
      return;
    }
    this.#remove.hidden = !(await caches.has(SAVED));
    const missing = await this.#findMissing(list);
    const size = missing.reduce((sum, { size: bytes }) => sum + bytes, 0);
    this.#save.hidden = missing.length === 0;
    this.#save.textContent = `${missing.length < list.files.length ? '存下其余的' : '全部存下'}（${toMegabytes(size)}）`;
    this.#state.textContent =
      missing.length === 0
        ? '全站都在这个浏览器里，没有网络也能读、能检索。'
        : `全站有 ${list.files.length} 个文件，还有 ${missing.length} 个没有存下。`;
  }

  /** Asks the site what it is made of; without a network nothing can be saved, so it is not kept. */
  async #readList(): Promise<FileList | undefined> {
    // Browsers write a request that cannot succeed to the console.
    if (!navigator.onLine) return undefined;
    try {
      const response = await fetch(`${this.#root}offline.json`, PAST_WORKER);
      return response.ok ? ((await response.json()) as FileList) : undefined;
    } catch {
      return undefined;
    }
  }

  async #findMissing({ version, files }: FileList): Promise<ListedFile[]> {
    const lasting = new Set(files.flatMap(([path, , hash]) => (hash ? [] : [this.#root + path])));
    const kept = new Set<string>();
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) {
        // Of a page only this build's counts; of a file that never changes any.
        if (name === `site-${version}` || name === SAVED || lasting.has(url)) kept.add(url);
      }
    }
    return files
      .map(([path, size, hash]) => ({ url: this.#root + path, size, hash }))
      .filter(({ url, hash }) => !kept.has(url) && !kept.has(nameSaved(url, hash)));
  }

  async #saveAll(): Promise<void> {
    const list = await this.#readList();
    if (!list) return this.#tell();
    const missing = await this.#findMissing(list);
    const total = missing.reduce((sum, { size }) => sum + size, 0);
    let done = 0;
    this.#save.hidden = true;
    this.#progress.hidden = false;
    this.#progress.max = total;
    const cache = await caches.open(SAVED);
    const queue = missing.values();
    const work = async () => {
      for (const { url, size, hash } of queue) {
        const response = await fetch(url, PAST_WORKER);
        if (!response.ok) throw new Error(`${response.status} ${url}`);
        await cache.put(nameSaved(url, hash), response);
        done += size;
        this.#progress.value = done;
        this.#state.textContent = `正在存下：${toMegabytes(done)}，共 ${toMegabytes(total)}`;
      }
    };
    try {
      // Whoever has come here directly has met no worker yet, and it is the worker that reads it.
      await navigator.serviceWorker.register(`${this.#root}sw.js`);
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      const wanted = new Set(
        list.files.map(([path, , hash]) => nameSaved(this.#root + path, hash)),
      );
      for (const request of await cache.keys()) {
        if (!wanted.has(request.url)) await cache.delete(request);
      }
      await this.#tell();
    } catch (error) {
      await this.#tell();
      const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
      this.#state.textContent = isFull
        ? '浏览器给的地方不够，没有存完。已存下的照样能读。'
        : '网络断了，没有存完。已存下的都在，可以接着存。';
    }
    this.#progress.hidden = true;
  }

  async #listPapers(): Promise<void> {
    const found = new Map<string, Response>();
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const { origin, pathname } = new URL(request.url);
        const address = origin + pathname;
        if (!address.startsWith(`${this.#root}papers/`) || !pathname.endsWith('.html')) continue;
        if (found.size >= MAX_LISTED || found.has(address)) continue;
        const response = await cache.match(request);
        if (response) found.set(address, response);
      }
    }
    const items = [...found].sort(([one], [other]) => (one < other ? -1 : 1));
    const links = await Promise.all(
      items.map(async ([address, response]) => {
        // Parsed whole, its styles would be held against this page's policy.
        const [heading = ''] = /<h1[\s\S]*?<\/h1>/.exec(await response.text()) ?? [];
        const title = new DOMParser().parseFromString(heading, 'text/html').body.textContent ?? '';
        return createElement('li', {}, createElement('a', { href: address }, title));
      }),
    );
    this.#papers.remove();
    if (links.length === 0) return;
    const heading = createElement('h2', {}, '存下的文稿');
    this.#papers.replaceChildren(heading, createElement('ul', {}, ...links));
    this.append(this.#papers);
  }
}

function nameSaved(url: string, hash: string | undefined): string {
  return hash ? `${url}?${hash}` : url;
}

function toMegabytes(bytes: number): string {
  return `${Math.max(0.1, bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** `offline.json`: what the site is made of. */
interface FileList {
  version: string;
  /** Path and bytes, and of what changes under its name a hash. */
  files: [path: string, size: number, hash?: string][];
}

interface ListedFile {
  url: string;
  size: number;
  hash: string | undefined;
}
