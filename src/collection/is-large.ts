/** Beyond about two dozen papers a reader knows a paper by its title, not by its number. */
const MAX_NUMBERED = 24;

/** Whether papers are so many that they go by their titles and are found by lists. */
export function isLarge(papers: readonly unknown[]): boolean {
  return papers.length > MAX_NUMBERED;
}
