/** Scrolling is over when nothing has moved for so long. */
const REST_MS = 400;

/** Whoever comes from a search is brought to the hit when the script for that has come. */
const ARRIVAL_MS = 2500;

/** So far a page moves by itself, as when a font comes. */
const SLACK_PX = 30;

/**
 * Tells which entry of an outline the reader is at: the one that was followed, by a click here, an
 * address from elsewhere or a step to a hit (the event `hit` at its element), until the reader moves on;
 * else the last whose place has come to the top of the window. Entries too near the end of the page to
 * come there take turns in what is left to scroll.
 *
 * @param links In the order of the text; the first is for what stands before all others.
 * @param show Is told each time it is another.
 */
export function followReader(
  links: readonly HTMLAnchorElement[],
  show: (link: HTMLAnchorElement) => void,
): void {
  const targets = links.map((link) => document.getElementById(link.hash.slice(1)));
  let current: HTMLAnchorElement | undefined;
  let followed: HTMLAnchorElement | undefined;
  let place: Element | null = null;
  let rest: number | undefined;
  let timer: ReturnType<typeof setTimeout>;
  let waiting = false;

  const settleIn = (delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(settle, delay);
  };
  const settle = () => {
    rest ??= scrollY;
    markSoon();
  };
  const followTo = (next: Element | null, delay: number) => {
    place = next;
    rest = undefined;
    followed = undefined;
    if (next && (isInText(next) || targets.some((target) => target === next))) {
      followed = links.filter((_, index) => isAtOrBefore(targets[index], next)).pop();
      settleIn(delay);
    }
    markSoon();
  };
  const follow = (delay: number) => {
    const id = location.hash.slice(1);
    followTo(id ? document.getElementById(id) : null, delay);
  };
  const mark = () => {
    waiting = false;
    if (rest !== undefined && (Math.abs(scrollY - rest) > SLACK_PX || !isInSight(place))) {
      followed = undefined;
    }
    const entry = followed ?? findPassed(links, targets);
    if (!entry || entry === current) return;
    current?.removeAttribute('aria-current');
    entry.setAttribute('aria-current', 'location');
    current = entry;
    show(entry);
  };
  const markSoon = () => {
    if (!waiting) requestAnimationFrame(mark);
    waiting = true;
  };
  addEventListener(
    'scroll',
    () => {
      if (followed && rest === undefined && !/[?&](q|at)=/.test(location.search)) settleIn(REST_MS);
      markSoon();
    },
    { passive: true },
  );
  for (const input of ['wheel', 'touchmove', 'keydown', 'mousedown']) {
    addEventListener(input, settle, { passive: true });
  }
  addEventListener('resize', markSoon);
  addEventListener('hashchange', () => follow(REST_MS));
  // A hit may stand in any of the points that are run into the paragraph its address names.
  addEventListener('hit', ({ target }) => followTo(target as Element, REST_MS));
  // An address that is followed again changes nothing.
  for (const link of links) link.addEventListener('click', () => setTimeout(follow, 0, REST_MS));
  follow(ARRIVAL_MS);
  mark();
}

/** Whether an entry's place is another, or comes before it or around it. */
function isAtOrBefore(target: Element | null | undefined, place: Element): boolean {
  if (!target) return false;
  const { DOCUMENT_POSITION_FOLLOWING } = Node;
  return (
    target === place || (target.compareDocumentPosition(place) & DOCUMENT_POSITION_FOLLOWING) > 0
  );
}

/** Whether a place is seen; of a paper as a whole, its beginning. */
function isInSight(place: Element | null): boolean {
  const { top = 0, bottom = -1 } = place?.getBoundingClientRect() ?? {};
  return (place && isInText(place) ? bottom : top) > 0 && top < innerHeight;
}

function isInText(place: Element): boolean {
  return place.closest('.prose') !== null;
}

/** The last entry whose place has come to the top of the window, or whose turn it is at the end. */
function findPassed(
  links: readonly HTMLAnchorElement[],
  targets: readonly (HTMLElement | null)[],
): HTMLAnchorElement | undefined {
  const root = document.documentElement;
  // A little below where a followed link comes to rest.
  const line = Number.parseFloat(getComputedStyle(root).scrollPaddingTop) + 9;
  const end = root.scrollHeight - innerHeight - 2;
  const starts = targets.map((target) =>
    target?.getClientRects().length ? target.getBoundingClientRect().top + scrollY - line : NaN,
  );
  const late = starts.filter((start) => start > end).length;
  const before = Math.max(0, ...starts.filter((start) => start <= end));
  let turn = 0;
  const passed = links.filter((_, index) => {
    let start = starts[index] as number;
    if (start > end) start = before + ((end - before) * ++turn) / late;
    return start <= scrollY;
  });
  return (end > 0 && passed.pop()) || links[0];
}
