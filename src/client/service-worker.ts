/*
 * Keeps the site for reading without a network. Pages come from the network when there is one; files
 * with a hash in their names, which never change, from what is kept. Every page names the very index
 * it was built with, so an old page never meets a new index.
 *
 * `SITE` is written in when the site is built. A new build brings a new worker, which waits until no
 * page of the old one is open.
 */

declare const SITE: {
  version: string;
  /** Paths to keep from the first visit on. */
  files: string[];
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

const CACHE = `site-${SITE.version}`;
const HASHED = /[.-][\w-]{8,}\.\w+$/;

addEventListener('install', (event) => {
  (event as LifetimeEvent).waitUntil(
    caches.open(CACHE).then((cache) =>
      // Past the browser's own cache, which may still hold an older build.
      cache.addAll(SITE.files.map((file) => new Request(file, { cache: 'reload' }))),
    ),
  );
});

addEventListener('activate', (event) => {
  (event as LifetimeEvent).waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name.startsWith('site-') && name !== CACHE)
            .map((name) => caches.delete(name)),
        ),
      ),
  );
});

addEventListener('fetch', (event) => {
  const { request, respondWith } = event as RequestEvent;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  respondWith.call(event, HASHED.test(pathname) ? answerKept(request) : answerFresh(request));
});

async function answerKept(request: Request): Promise<Response> {
  return (await findKept(request)) ?? keep(request);
}

async function answerFresh(request: Request): Promise<Response> {
  const kept = await findKept(request);
  try {
    return await Promise.race([
      keep(request),
      ...(kept ? [new Promise<never>((_, reject) => setTimeout(reject, PATIENCE_MS))] : []),
    ]);
  } catch {
    return kept ?? new Response('现在没有网络，这一页也没有存下来。', { status: 503 });
  }
}

async function findKept(request: Request): Promise<Response | undefined> {
  return (await caches.open(CACHE)).match(nameOf(request));
}

/** A query such as `?q=作风` is the page's own affair; a folder is its index. */
function nameOf({ url }: Request): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname.replace(/\/$/, '/index.html');
}

async function keep(request: Request): Promise<Response> {
  const response = await fetch(request);
  if (response.ok && response.type === 'basic') {
    const cache = await caches.open(CACHE);
    await cache.put(nameOf(request), response.clone());
  }
  return response;
}
