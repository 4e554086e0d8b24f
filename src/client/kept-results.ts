const KEY = 'results:';

/** The hits and names of papers, in their order. */
const LINKS = 'section a';

/**
 * Keeps, for as long as the tab is open, how far somebody had come in the results of a page when they left
 * it: browsers that load a page anew on the way back forget what its script had unfolded.
 *
 * @param root What holds the results.
 */
export function keepResults(root: Element): void {
  const links = [...root.querySelectorAll(LINKS)];
  const first = links.findIndex((link) => topOf(link) > 0);
  const papers = [...root.querySelectorAll<HTMLElement>('section[data-shown]')];
  const kept: KeptResults = {
    top: scrollY,
    first,
    firstTop: links[first] ? topOf(links[first]) : 0,
    papers: root.querySelectorAll('section:not([hidden])').length,
    hits: Object.fromEntries(
      papers.map(({ dataset }) => [dataset['paper'] ?? '', Number(dataset['shown'])]),
    ),
    focused: document.activeElement ? links.indexOf(document.activeElement) : -1,
  };
  try {
    sessionStorage.setItem(KEY + location.search, JSON.stringify(kept));
  } catch {
    // A browser that refuses storage begins at the top.
  }
}

/** What was kept of the page that a reader comes back to, or loads again; nothing for those who come anew. */
export function readKeptResults(): KeptResults | undefined {
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (visit?.type === 'navigate') return undefined;
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY + location.search) ?? '') as KeptResults;
    // The browser would scroll as well, on a page without its results.
    history.scrollRestoration = 'manual';
    return kept;
  } catch {
    return undefined;
  }
}

/** Scrolls to where the results were left, and gives the link that was followed the focus again. */
export function returnTo({ top, first, firstTop, focused }: KeptResults, root: Element): void {
  const links = root.querySelectorAll<HTMLElement>(LINKS);
  links[focused]?.focus({ preventScroll: true });
  scrollTo({ top, behavior: 'instant' });
  // Fonts that come later may still move what stands above.
  const link = links[first];
  if (link) scrollBy({ top: topOf(link) - firstTop, behavior: 'instant' });
  history.scrollRestoration = 'auto';
}

function topOf(link: Element): number {
  return link.getClientRects()[0]?.top ?? Number.NEGATIVE_INFINITY;
}

/** How far somebody had come in the results. */
export interface KeptResults {
  /** Pixels scrolled. */
  top: number;
  /** Papers shown. */
  papers: number;
  /** Hits shown, by the ids of the papers whose hits were drawn. */
  hits: Readonly<Record<string, number>>;
  /** The first link in sight, counted from 0, or -1; and how far below the top of the window it stood. */
  first: number;
  firstTop: number;
  /** The link with the focus, or -1. */
  focused: number;
}
