/**
 * Address of a paper's page with a query's hits marked on arrival, from the site's root and without
 * a leading slash.
 *
 * @param id The paper's id.
 * @param query What to mark; when empty nothing is.
 * @param passage Anchor to land on.
 * @param hit Which of the paper's hits to begin with, from 1.
 */
export function hitAddress(id: string, query: string, passage?: string, hit?: number): string {
  const parameters = new URLSearchParams(query ? { q: query } : {});
  if (hit) parameters.set('hit', String(hit));
  const search = parameters.toString();
  return `papers/${encodeURI(id)}.html${search && `?${search}`}${passage ? `#${passage}` : ''}`;
}
