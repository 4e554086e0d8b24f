/**
 * The outline beside or over a paper: marks the entry being read with `aria-current`, keeps it in
 * sight, and closes the sheet on a phone once an entry is chosen. Without script the links work
 * all the same.
 */
export class PaperOutline extends HTMLElement {
  connectedCallback(): void {
    const links = [...this.querySelectorAll<HTMLAnchorElement>('nav a')];
    const targets = links.map((link) => document.getElementById(link.hash.slice(1)));
    const root = document.documentElement;
    let current: HTMLAnchorElement | undefined;
    let waiting = false;
    const mark = () => {
      waiting = false;
      // A little below where a followed link comes to rest.
      const line = Number.parseFloat(getComputedStyle(root).scrollPaddingTop) + 9;
      const isAtEnd = innerHeight + scrollY >= root.scrollHeight - 2;
      const passed = targets.filter(
        (target) => target && target.getBoundingClientRect().top < line,
      );
      const entry = links[(isAtEnd ? links.length : passed.length) - 1];
      if (entry === current) return;
      current?.removeAttribute('aria-current');
      current = entry;
      if (!entry) return;
      entry.setAttribute('aria-current', 'location');
      const { top, bottom } = entry.getBoundingClientRect();
      const box = this.getBoundingClientRect();
      if (top < box.top || bottom > box.bottom) this.scrollTop += top - box.top - box.height / 2;
    };
    const markSoon = () => {
      if (!waiting) requestAnimationFrame(mark);
      waiting = true;
    };
    addEventListener('scroll', markSoon, { passive: true });
    addEventListener('resize', markSoon);
    mark();
    // Engines without popovers show the outline below the article, with nothing to close.
    for (const link of links) link.addEventListener('click', () => this.hidePopover?.());
  }
}
