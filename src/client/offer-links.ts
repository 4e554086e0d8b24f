import type { CopyingBar } from './copying-bar.ts';
import { readPageAddress } from './page-address.ts';

/** Lets a permanent link, once it is followed by mouse, finger or keyboard, copy itself. */
export function offerLinks(bar: CopyingBar): void {
  document.addEventListener('click', (event) => {
    const link =
      event.target instanceof Element ? event.target.closest('a[href^="#"]:empty') : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const address = readPageAddress();
    address.hash = link.getAttribute('href') ?? '';
    bar.moveTo(link.getBoundingClientRect());
    void bar.copy(address.href, '链接已复制');
  });
}
