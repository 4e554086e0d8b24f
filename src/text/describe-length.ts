/** A number of characters in words, from 100,000 on in 万: `5,481 字`, `1,911 万字`. */
export function describeLength(characters: number): string {
  if (characters < 100_000) return `${characters.toLocaleString('en')} 字`;
  return `${Math.round(characters / 10_000).toLocaleString('en')} 万字`;
}
