/**
 * Makes the links of a page that a host shows at any address, 404, lead to the site. The site's root
 * is on the root element (`data-root`) where it is known; else it is where the address leaves what
 * the site is made of.
 */
export function rebaseLinks(): void {
  const root =
    document.documentElement.dataset['root'] ??
    location.pathname.replace(/(?:papers|lists|fonts|scripts|search|_astro)\/.*$|[^/]*$/, '');
  for (const link of document.querySelectorAll('a[href]:not([href^="#"]), form')) {
    const name = link.localName === 'a' ? 'href' : 'action';
    link.setAttribute(name, root + link.getAttribute(name));
  }
}
