/**
 * Reads the site's own address, which feed, sitemap and canonical links name.
 *
 * @param value As set in the environment; empty or absent where the address is not known.
 * @returns The address of the site's root, with a slash at its end.
 * @throws When it is no address of a site.
 */
export function readSiteUrl(value: string | undefined): string | undefined {
  if (!value) return undefined;
  const isUrl = /^https?:\/\/[^/]/.test(value) && URL.canParse(value);
  if (!isUrl) {
    throw new Error(
      `SITE_URL=${value} 不是网站的地址。请写成 https://example.org/ 这样，含 https://。`,
    );
  }
  const { origin, pathname } = new URL(value);
  return origin + pathname.replace(/\/*$/, '/');
}
