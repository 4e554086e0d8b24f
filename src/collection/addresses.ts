/** Anchor of a paper where several stand on a page: the long list, the portable edition. */
export function paperAnchor({ position }: { position: number }): string {
  return `paper-${position}`;
}

/**
 * Address of a paper's page, or of a place in it, from the site's root.
 *
 * @param id The paper's id: its file name without `.md`.
 * @param anchor Id of a heading, point or paragraph.
 */
export function paperAddress(id: string, anchor?: string): string {
  return `/papers/${encodeURI(id)}.html${anchor ? `#${anchor}` : ''}`;
}

/** What stands before a paper's own ids in the portable edition: `s1` of the third is `3-s1`. */
export function paperPrefix({ position }: { position: number }): string {
  return `${position}-`;
}

/**
 * The full address of a page.
 *
 * @param path From the site's root, with a leading slash.
 * @param site Address of the site's root, which may be under a path of its own.
 */
export function siteAddress(path: string, site: string | URL): URL {
  return new URL(path.slice(1), site);
}
