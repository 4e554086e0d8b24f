/** Some 300 papers of usual length, or 2 MB of HTML. */
const MAX_CHARACTERS = 500_000;

/** Whether a collection is small enough to be handed on as one file. */
export function isPortable(papers: readonly { characters: number }[]): boolean {
  return papers.reduce((sum, { characters }) => sum + characters, 0) <= MAX_CHARACTERS;
}
