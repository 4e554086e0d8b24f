/*
 * Keeps the site for reading without a network: a part of it by itself, what was read, and what a reader
 * has asked to be saved (`offline-copy.ts`). Pages come from the network when there is one; files that
 * never change, from what is kept. Every page names the very index it was built with, so an old page
 * never meets a new index.
 *
 * `SITE` is written in when the site is built. A new build brings a new worker, which waits until no
 * page of the old one is open; what was read of the build before stays until the one after.
 */

declare const SITE: {
  version: string;
  /** Paths to keep from the first visit on. */
  files: string[];
  /** Folders whose files never change. */
  immutable: string[];
};

declare const clients: {
  matchAll: (options: { includeUncontrolled: boolean }) => Promise<{ url: string }[]>;
};

interface LifetimeEvent extends Event {
  waitUntil: (work: Promise<unknown>) => void;
}

interface RequestEvent extends LifetimeEvent {
  request: Request;
  respondWith: (response: Promise<Response>) => void;
}

/** A network that has not answered by then is taken for none, if the page is kept. */
const PATIENCE_MS = 4000;

const ROOT = new URL('./', location.href).href;
const PREFIX = 'site-';
const CACHE = PREFIX + SITE.version;

/** The page says so in this script's address where the browser says Save-Data. */
const IS_SPARING = location.search === '?less';

/** How `offline-copy.ts` asks for files. */
const SAVING = 'no-cache';

/** What a reader has asked to be saved, pages by address and `?` and hash. */
const SAVED = 'saved';

addEventListener('install', (event) => {
  (event as LifetimeEvent).waitUntil(keepFiles(IS_SPARING ? [] : SITE.files));
});

addEventListener('activate', (event) => {
  (event as LifetimeEvent).waitUntil(
    listBuilds().then(([, , ...old]) => Promise.all(old.map((name) => caches.delete(name)))),
  );
});

addEventListener('fetch', (event) => {
  const { request, respondWith } = event as RequestEvent;
  if (request.method !== 'GET' || !request.url.startsWith(ROOT)) return;
  // What the reader has asked to be saved is not kept a second time.
  if (request.cache === SAVING && request.destination === '') return;
  respondWith.call(event, isImmutable(request.url) ? answerKept(request) : answerFresh(request));
});

/** Loads files to keep, but for those an earlier build has brought already, and the pages being read. */
async function keepFiles(files: readonly string[]): Promise<void> {
  const cache = await caches.open(CACHE);
  const open = (await clients.matchAll({ includeUncontrolled: true })).map(({ url }) =>
    nameOf(url),
  );
  const urls = new Set([...files.map((file) => ROOT + file), ...open]);
  await Promise.all(
    [...urls].map(async (url) => {
      const kept = isImmutable(url) ? await caches.match(url) : undefined;
      if (kept) await cache.put(url, kept);
      // Past the browser's own cache, which may still hold an older build.
      else await cache.add(new Request(url, isImmutable(url) ? {} : { cache: 'reload' }));
    }),
  );
}

/** What is kept of each build, this one first. */
async function listBuilds(): Promise<string[]> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  return [CACHE, ...names.reverse()];
}

function isImmutable(url: string): boolean {
  return SITE.immutable.some((folder) => url.startsWith(`${ROOT}${folder}/`));
}

async function answerKept(request: Request): Promise<Response> {
  return (await findKept(request.url)) ?? keep(request);
}

async function answerFresh(request: Request): Promise<Response> {
  const kept = await findKept(request.url);
  try {
    return await Promise.race([
      keep(request),
      ...(kept ? [new Promise<never>((_, reject) => setTimeout(reject, PATIENCE_MS))] : []),
    ]);
  } catch {
    return kept ?? answerMissing(request);
  }
}

/** The site's own page for those without a network, which may be shown at any address. */
async function answerMissing({ mode }: Request): Promise<Response> {
  const page = mode === 'navigate' ? await findKept(`${ROOT}offline.html`) : undefined;
  const text = (await page?.text()) ?? '现在没有网络，这一页也没有存下来。';
  const { pathname } = new URL(ROOT);
  return new Response(text.replace('<html', `<html data-scope="${pathname}"`), {
    status: 503,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
  });
}

async function findKept(url: string): Promise<Response | undefined> {
  const name = nameOf(url);
  for (const build of await listBuilds()) {
    const response = await (await caches.open(build)).match(name);
    if (response) return response;
  }
  return caches.match(name, { cacheName: SAVED, ignoreSearch: true });
}

/** A query such as `?q=作风` is the page's own affair; a folder is its index. */
function nameOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname.replace(/\/$/, '/index.html');
}

async function keep(request: Request): Promise<Response> {
  const response = await fetch(request);
  if (response.ok && response.type === 'basic') {
    const cache = await caches.open(CACHE);
    await cache.put(nameOf(request.url), response.clone());
  }
  return response;
}
