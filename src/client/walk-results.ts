import { isCovered } from './is-covered.ts';

/**
 * Lets ↓ and ↑ walk from the search box through what can be opened, and Escape clear the box.
 *
 * @param root What holds offers and results.
 * @param clear Called when the box is to be emptied.
 */
export function walkResults(
  event: KeyboardEvent,
  box: HTMLInputElement,
  root: Element,
  clear: () => void,
): void {
  if (event.isComposing || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
  // Escape closes what was opened, though the button that opened it may have the focus still.
  if (isCovered()) return;
  // In a wide window it stands open in the page, where arrows change a number.
  if (event.target instanceof Element && event.target.closest('[popover]')) return;
  if (event.key === 'Escape') {
    clear();
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const stops = [
    box,
    ...root.querySelectorAll<HTMLElement>('#offers a, #results a, #results button'),
  ].filter((stop) => stop.offsetParent !== null);
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const next = at < 0 ? undefined : stops[at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
}
