/** A word that stands fewer times is not offered. */
const LEAST = 3;

/**
 * Lists the words of two characters and more that texts have, as the language's own segmentation divides
 * them, the most frequent first.
 */
export function listFrequentWords(texts: Iterable<string>): string[] {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const { segment } of segmenter.segment(text)) {
      if (!/^\p{Script=Han}{2,}$/u.test(segment)) continue;
      counts.set(segment, (counts.get(segment) ?? 0) + 1);
    }
  }
  return [...counts]
    .filter(([, count]) => count >= LEAST)
    .sort((one, other) => other[1] - one[1])
    .map(([word]) => word);
}
