/**
 * Makes the links of a page that is shown at any address lead to the site.
 *
 * @param root Address of the site's root.
 */
export function rebaseLinks(root: string): void {
  // Where the site's address was known to the build, it stands before every link already.
  const written = document.documentElement.dataset['root'] ?? '';
  for (const link of document.querySelectorAll('a[href]:not([href^="#"]), form')) {
    const name = link.localName === 'a' ? 'href' : 'action';
    link.setAttribute(name, root + (link.getAttribute(name) ?? '').slice(written.length));
  }
}
