/** So many skeletons a reader still compares, and a page still loads at once. */
export const PAPERS_A_PAGE = 60;

/** More pages nobody leafs through: lines far apart are not compared, and titles are found by the list. */
const MAX_PAGES = 5;

/** Whether a collection is small enough for 提纲总览 to serve. */
export function hasOutlinePages(papers: readonly unknown[]): boolean {
  return papers.length <= MAX_PAGES * PAPERS_A_PAGE;
}

/** Address of a page of 提纲总览, counted from 1. */
export function outlinePageAddress(page: number): string {
  return page === 1 ? '/outline.html' : `/outline-${page}.html`;
}
