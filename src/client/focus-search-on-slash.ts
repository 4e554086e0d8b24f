/** Lets `/` put the cursor into the page's search box, the only place on a page where text is typed. */
export function focusSearchOnSlash(): void {
  const box = document.querySelector<HTMLInputElement>('[name=q]');
  addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.target === box) return;
    event.preventDefault();
    box?.select();
  });
}
