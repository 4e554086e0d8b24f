/** Lets `/` put the cursor into the page's search box and bring it into sight. */
export function focusSearchOnSlash(): void {
  const box = document.querySelector<HTMLInputElement>('[name=q]');
  addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.target === box) return;
    // A narrow window has a link instead.
    if (!box?.getClientRects().length) return;
    event.preventDefault();
    box.select();
    box.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  });
}
