import { findRanges } from './find-ranges.ts';

/**
 * Marks a query's hits in a paper, brings one of them into sight, and opens the bar with which a
 * reader steps from hit to hit.
 *
 * Marks are painted (CSS Custom Highlight API), so the text stays as it is; a browser that cannot
 * paint still steps.
 *
 * @param body The paper's text.
 * @param bar The bar, a `HitsBar`.
 * @param query As typed.
 * @param hit Which hit to begin with, from 1; when there is no such hit, the first that does not stand
 * before what the address points to.
 * @param variants As `readVariants` reads them.
 */
export function showHits(
  body: Element,
  bar: HTMLElement,
  { query, hit, variants }: HitsWanted,
): void {
  const ranges = findRanges(body, query, variants);
  const isPainter = typeof Highlight !== 'undefined' && 'highlights' in CSS;
  if (isPainter) CSS.highlights.clear();
  bar.hidden = ranges.length === 0;
  if (ranges.length === 0) return;
  if (isPainter) CSS.highlights.set('hits', new Highlight(...ranges));

  let current = -1;
  const output = bar.querySelector('output');
  const stepTo = (next: number) => {
    current = (next + ranges.length) % ranges.length;
    const range = ranges[current];
    if (!range) return;
    if (isPainter) CSS.highlights.set('current-hit', new Highlight(range));
    if (output) output.value = `${current + 1}／${ranges.length} 处`;
    const skim = document.querySelector<HTMLInputElement>('#skim');
    // 只看提要 may have folded the hit away.
    if (skim && range.getBoundingClientRect().height === 0) skim.checked = false;
    const { top, bottom } = range.getBoundingClientRect();
    scrollBy({ top: (top + bottom - innerHeight) / 2, behavior: 'instant' });
  };
  const [previous, next, close] = bar.querySelectorAll('button');
  if (previous) previous.onclick = () => stepTo(current - 1);
  if (next) next.onclick = () => stepTo(current + 1);
  if (close) {
    close.onclick = () => {
      bar.hidden = true;
      if (isPainter) CSS.highlights.clear();
      try {
        history.replaceState(null, '', `${location.pathname}${location.hash}`);
      } catch {
        // Some viewers show a file without an address that could be written.
      }
    };
  }
  const back = bar.querySelector('a');
  if (back) back.textContent = query.length > 12 ? `${query.slice(0, 12)}……` : query;

  const isThere = Number.isInteger(hit) && hit > 0 && hit <= ranges.length;
  const first = isThere ? hit - 1 : findFirstBehindTarget(ranges);
  stepTo(first);
  void settle().then((isUntouched) => {
    if (isUntouched && current === first && !bar.hidden) stepTo(first);
  });
}

function findFirstBehindTarget(ranges: readonly Range[]): number {
  const target = document.querySelector(':target');
  if (!target) return 0;
  const start = document.createRange();
  start.setStart(target, 0);
  const isBehind = (range: Range) => range.compareBoundaryPoints(Range.START_TO_START, start) >= 0;
  return Math.max(0, ranges.findIndex(isBehind));
}

/**
 * Waits until nothing moves the text by itself any more: fonts that come late, and the browser's own
 * jump to the anchor. Tells whether the reader has left the page alone meanwhile.
 */
async function settle(): Promise<boolean> {
  let isUntouched = true;
  for (const event of ['wheel', 'touchstart', 'pointerdown', 'keydown']) {
    addEventListener(event, () => (isUntouched = false), { once: true, passive: true });
  }
  await document.fonts?.ready;
  if (document.readyState !== 'complete') {
    await new Promise((done) => addEventListener('load', done, { once: true }));
  }
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  return isUntouched;
}

/** What to mark. */
export interface HitsWanted {
  query: string;
  hit: number;
  variants: string;
}
