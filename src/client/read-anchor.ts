/**
 * The name of the place in a page that an address leads to.
 *
 * @param hash With its `#`. What is no well-formed escape is taken as it stands, as browsers do.
 */
export function readAnchor(hash: string): string {
  const anchor = hash.slice(1);
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}
