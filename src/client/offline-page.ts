import { OfflineCopy } from './offline-copy.ts';
import { rebaseLinks } from './rebase-links.ts';

/**
 * Brings the page about reading offline to life. The worker also shows it in the place of a page that
 * is not kept, and then says where the site is (`data-scope`).
 */
export function start(): void {
  const { scope } = document.documentElement.dataset;
  if (scope !== undefined) {
    for (const part of document.querySelectorAll<HTMLElement>('[data-network]')) part.hidden = true;
    for (const part of document.querySelectorAll<HTMLElement>('[data-no-network]')) {
      part.hidden = false;
    }
    rebaseLinks(scope);
  }
  customElements.define('offline-copy', OfflineCopy);
}
