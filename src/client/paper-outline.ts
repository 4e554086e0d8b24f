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
    let waiting = false;
    const mark = () => {
      waiting = false;
      // A little below where a followed link comes to rest.
      const line = Number.parseFloat(getComputedStyle(root).scrollPaddingTop) + 9;
      const isAtEnd = innerHeight + scrollY >= root.scrollHeight - 2;
      const passed = targets.filter(
        (target) => target && target.getBoundingClientRect().top < line,
      );
      const current = (isAtEnd ? links.length : passed.length) - 1;
      links.forEach((link, index) => {
        if (index !== current) link.removeAttribute('aria-current');
        else if (!link.hasAttribute('aria-current')) {
          link.setAttribute('aria-current', 'location');
          const { top, bottom } = link.getBoundingClientRect();
          const box = this.getBoundingClientRect();
          if (top < box.top || bottom > box.bottom)
            this.scrollTop += top - box.top - box.height / 2;
        }
      });
    };
    const markSoon = () => {
      if (!waiting) requestAnimationFrame(mark);
      waiting = true;
    };
    addEventListener('scroll', markSoon, { passive: true });
    addEventListener('resize', markSoon);
    mark();
    this.addEventListener('click', ({ target }) => {
      // Engines without popovers show the outline below the article, with nothing to close.
      if (target instanceof Element && target.closest('a')) this.hidePopover?.();
    });
  }
}
