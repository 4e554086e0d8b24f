/** Anchor of a paper's row in the long list of papers. */
export function rowAnchor(paper: { order: number }): string {
  return `paper-${paper.order}`;
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
