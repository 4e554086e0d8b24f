/** Whether something opened lies over the page: what is typed there is meant for it. */
export function isCovered(): boolean {
  const hasPopovers = CSS.supports('selector(:popover-open)');
  return (
    document.querySelector(hasPopovers ? ':popover-open, dialog[open]' : 'dialog[open]') !== null
  );
}
