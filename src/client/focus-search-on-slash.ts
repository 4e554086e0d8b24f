/** Lets `/` put the cursor into the page's search box, the only place on a page where text is typed. */
export function focusSearchOnSlash(): void {
  const box = document.querySelector<HTMLInputElement>('[name=q]');
  addEventListener('keydown', (event) => {
    const isPlain = !(event.isComposing || event.ctrlKey || event.metaKey || event.altKey);
    if (event.key !== '/' || !isPlain || event.target === box) return;
    event.preventDefault();
    box?.select();
  });
}
