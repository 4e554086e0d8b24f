/** Where the papers are kept that were left in the middle: `{ path: [id, name] }`, the newest last. */
const KEY = 'places';

/** So many of them are. */
const MOST = 50;

/** A paper is in the middle between these parts of its way. */
const MIDDLE = [0.08, 0.92] as const;

/**
 * Keeps in the browser where a reader leaves a paper in the middle, and offers to go on from there when
 * they open it again by its plain address. Nothing is sent anywhere.
 */
export function keepPlace(): void {
  const offer = document.querySelector<HTMLElement>('[data-go-on]');
  const link = offer?.querySelector('a');
  const [id, name] = readPlaces()[location.pathname] ?? [];
  const isPlain = location.hash === '' && location.search === '';
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  // Back and reload come to the old place by themselves.
  if (offer && link && id && isPlain && visit?.type === 'navigate' && document.getElementById(id)) {
    link.hash = id;
    link.textContent = `接着读：${name ?? ''}`;
    offer.hidden = false;
    const end = () => (offer.hidden = true);
    link.addEventListener('click', end);
    offer.querySelector('button')?.addEventListener('click', end);
    addEventListener('scroll', () => scrollY > innerHeight && end(), { passive: true });
  }
  addEventListener('pagehide', remember);
  // A phone may end a page in the background without a word.
  document.addEventListener('visibilitychange', () => document.hidden && remember());
}

function remember(): void {
  const places = readPlaces();
  const { scrollHeight } = document.documentElement;
  const way = scrollY / Math.max(1, scrollHeight - innerHeight);
  const blocks = [...document.querySelectorAll<HTMLElement>('.prose > [id], .prose .point[id]')];
  const read = blocks.filter(
    (block) =>
      block.getClientRects().length > 0 && block.getBoundingClientRect().top < innerHeight / 3,
  );
  const id = read.pop()?.id;
  // To be the newest, it is put in anew.
  delete places[location.pathname];
  if (id && way > MIDDLE[0] && way < MIDDLE[1]) {
    const entry = document.querySelector('#outline [aria-current]')?.textContent ?? '';
    places[location.pathname] = [id, entry.trim().replace(/。$/, '')];
  }
  try {
    localStorage.setItem(
      KEY,
      JSON.stringify(Object.fromEntries(Object.entries(places).slice(-MOST))),
    );
  } catch {
    // A browser that refuses storage offers nothing.
  }
}

function readPlaces(): Record<string, [id: string, name: string]> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return typeof kept === 'object' && kept ? (kept as Record<string, [string, string]>) : {};
  } catch {
    return {};
  }
}
