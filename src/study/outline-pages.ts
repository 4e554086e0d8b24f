/** So many skeletons a reader still compares, and a page still loads at once. */
export const PAPERS_A_PAGE = 60;

/** Address of a page of 提纲总览, counted from 1. */
export function outlinePageAddress(page: number): string {
  return page === 1 ? '/outline.html' : `/outline-${page}.html`;
}
