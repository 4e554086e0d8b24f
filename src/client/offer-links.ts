import type { CopyingBar } from './copying-bar.ts';

/**
 * Lets a permanent link, once it is followed by mouse, finger or keyboard, copy itself.
 *
 * @param readAddress Tells the page's own address.
 */
export function offerLinks(bar: CopyingBar, readAddress: () => URL): void {
  document.addEventListener('click', (event) => {
    const link =
      event.target instanceof Element ? event.target.closest('a[href^="#"]:empty') : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const address = readAddress();
    address.hash = link.getAttribute('href') ?? '';
    bar.moveTo(link.getBoundingClientRect());
    void bar.copy(address.href, '链接已复制');
  });
}
