import { followReader } from './follow-reader.ts';
import { keepPlace } from './keep-place.ts';

/**
 * The outline beside or over a paper: marks the entry being read with `aria-current`, keeps it in
 * sight, and closes the sheet on a phone once an entry is chosen. Without script the links work
 * all the same.
 */
export class PaperOutline extends HTMLElement {
  connectedCallback(): void {
    const links = [...this.querySelectorAll('a')];
    let current: HTMLElement | undefined;
    const keepInSight = () => {
      const { top = 0, bottom = 0 } = current?.getBoundingClientRect() ?? {};
      const box = this.getBoundingClientRect();
      if (top < box.top || bottom > box.bottom) this.scrollTop += top - box.top - box.height / 2;
    };
    followReader(links, (link) => {
      current = link;
      keepInSight();
    });
    this.addEventListener('toggle', keepInSight);
    keepPlace();
    // Engines without popovers show the outline below the article, with nothing to close.
    for (const link of links) link.addEventListener('click', () => this.hidePopover?.());
  }
}
