/** Copies a text. Returns whether the browser let it. */
export async function copyText(text: string): Promise<boolean> {
  if (!navigator.clipboard) return copyByCommand(text);
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** For intranets without HTTPS, where browsers have no `navigator.clipboard`. */
function copyByCommand(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  document.body.append(area);
  area.select();
  // Deprecated, and all there is without HTTPS.
  const isCopied = (document as { execCommand: (command: string) => boolean }).execCommand('copy');
  area.remove();
  return isCopied;
}
