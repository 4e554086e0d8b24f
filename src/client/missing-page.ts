import { findRoot } from './find-root.ts';
import { rebaseLinks } from './rebase-links.ts';

/**
 * Makes the links of the page for unknown addresses lead to the site, wherever it is shown. One that is
 * followed before it is known where they lead waits for that.
 */
export async function start(): Promise<void> {
  const found = findRoot().then((root) => {
    if (root !== undefined) rebaseLinks(root);
  });
  const wait = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void found.then(() => link.click());
  };
  document.addEventListener('click', wait);
  await found;
  document.removeEventListener('click', wait);
}
