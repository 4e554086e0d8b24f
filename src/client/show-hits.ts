import { isCovered } from './is-covered.ts';

/** Keys that step to another hit. */
const STEPS: Readonly<Record<string, number>> = { n: 1, p: -1 };

/**
 * Marks hits in a text, brings one of them into sight, and opens the bar with which a reader steps from
 * hit to hit, by its buttons or by n and p from anywhere on the page. Enter steps on as long as
 * nothing else has the focus, Escape closes the bar.
 *
 * Marks are painted (CSS Custom Highlight API), so the text stays as it is; a browser that cannot
 * paint still steps.
 *
 * @param bar The bar, a `HitsBar`. With no hits it stays closed, unless `note` has something to say.
 * @param hits In the order of the text.
 */
export function showHits(
  bar: HTMLElement,
  hits: readonly Range[],
  { hit, label, note = '', addressOf }: HitsWanted,
): void {
  const isPainter = typeof Highlight !== 'undefined' && 'highlights' in CSS;
  if (isPainter) CSS.highlights.clear();
  document.onkeydown = null;
  bar.hidden = hits.length === 0 && !note;
  if (bar.hidden) return;
  if (isPainter) CSS.highlights.set('hits', new Highlight(...hits));
  const output = bar.querySelector('output');
  const back = bar.querySelector('a');
  if (back) {
    back.textContent = label.length > 12 ? `${label.slice(0, 12)}……` : label;
    back.hidden = !label;
  }
  if (output) output.value = note;

  let current = -1;
  const stepTo = (next: number) => {
    current = (next + hits.length) % hits.length;
    const range = hits[current];
    if (!range) return;
    if (isPainter) CSS.highlights.set('current-hit', new Highlight(range));
    if (output && !note) output.value = `${current + 1}／${hits.length} 处`;
    const skim = document.querySelector<HTMLInputElement>('#skim');
    // 只看提要 may have folded the hit away.
    if (skim && range.getBoundingClientRect().height === 0) skim.checked = false;
    const { top, bottom } = range.getBoundingClientRect();
    scrollBy({ top: (top + bottom - innerHeight) / 2, behavior: 'instant' });
    range.startContainer.parentElement?.dispatchEvent(new Event('hit', { bubbles: true }));
  };
  const step = (by: number) => {
    stepTo(current + by);
    const range = hits[current];
    const place = range?.startContainer.parentElement?.closest('[id]')?.id ?? '';
    replaceAddress(addressOf(current + 1, place));
  };
  const close = () => {
    bar.hidden = true;
    document.onkeydown = null;
    if (isPainter) CSS.highlights.clear();
    replaceAddress(`${location.pathname}${location.hash}`);
  };
  const [previous, next, end] = bar.querySelectorAll('button');
  for (const [button, by] of [
    [previous, -1],
    [next, 1],
  ] as const) {
    if (!button) continue;
    button.hidden = hits.length < 2;
    button.onclick = () => step(by);
  }
  if (end) end.onclick = close;
  document.onkeydown = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return;
    const isFree = event.target === bar || event.target === document.body;
    const by = STEPS[event.key] ?? (event.key === 'Enter' && isFree && (event.shiftKey ? -1 : 1));
    if (event.key === 'Escape') close();
    else if (by && hits.length > 0) step(by);
    else return;
    event.preventDefault();
  };
  // From here its buttons are the next to come, and Enter steps.
  bar.focus({ preventScroll: true });
  if (hits.length === 0) return;

  const isThere = Number.isInteger(hit) && hit > 0 && hit <= hits.length;
  const first = isThere ? hit - 1 : findFirstBehindTarget(hits);
  stepTo(first);
  void settle().then((isUntouched) => {
    if (isUntouched && current === first && !bar.hidden) stepTo(first);
  });
}

/** Whether keys belong to what is typed in, or to what lies over the page. */
function isBusy(target: EventTarget | null): boolean {
  const field = 'input:not([type="checkbox"], [type="radio"]), textarea, select';
  const isTyping = target instanceof Element && target.matches(field);
  return isTyping || isCovered();
}

/** Puts another address in the place of the page's own, where there is one. */
export function replaceAddress(address: string): void {
  try {
    history.replaceState(history.state, '', address);
  } catch {
    // Some viewers show a file without an address that could be written.
  }
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
  if (document.readyState !== 'complete') {
    await new Promise((done) => addEventListener('load', done, { once: true }));
  }
  // The fonts' sheet is the last thing of the page, so only now are they asked for.
  await new Promise(requestAnimationFrame);
  await document.fonts?.ready;
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  return isUntouched;
}

/** How hits are shown. */
export interface HitsWanted {
  /** Which hit to begin with, from 1; with no such hit the first behind what the address points to. */
  hit: number;
  /** What was looked for, which leads back to the search; empty when nothing was. */
  label: string;
  /** What to say instead of the count. */
  note?: string;
  /** The page's address with a hit, counted from 1, and the id of the place it stands in. */
  addressOf: (hit: number, place: string) => string;
}
