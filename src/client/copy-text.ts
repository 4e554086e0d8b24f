/**
 * Puts a text on the clipboard. On intranets without HTTPS, where browsers have no
 * `navigator.clipboard`, the old way is taken.
 *
 * @returns Whether the browser let us.
 */
export async function copyText(text: string): Promise<boolean> {
  if (!navigator.clipboard) return copyByCommand(text);
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function copyByCommand(text: string): boolean {
  const focused = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  document.body.append(area);
  area.select();
  // Deprecated, and all there is without HTTPS.
  const isCopied = (document as { execCommand: (command: string) => boolean }).execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return isCopied;
}
