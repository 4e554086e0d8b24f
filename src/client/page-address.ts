/** The page's own address, the one the site gives it where it knows, without query and anchor. */
export function readPageAddress(): URL {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
  const address = new URL(canonical ?? location.href);
  address.search = '';
  address.hash = '';
  return address;
}
