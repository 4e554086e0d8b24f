/** Characters of a run at most. */
const LONGEST = 6;

const MARK = /[\p{P}\p{S}\s]/u;

/**
 * Counts the runs of 1 to 6 characters that stand right beside something, of whole words where the
 * browser knows them, and none over punctuation. A run that only ever occurs inside a longer one is told
 * as the longer one.
 *
 * @param texts What stands before, or behind, each occurrence.
 * @returns The runs, most frequent first, and how many occurrences have punctuation there.
 */
export function countRuns(
  texts: readonly string[],
  side: 'before' | 'after',
): { marks: number; runs: Run[] } {
  const counts = new Map<string, number>();
  const listed: string[][] = [];
  let marks = 0;
  for (const text of texts) {
    const characters = [...(side === 'after' ? text.slice(0, 40) : text.slice(-40))];
    if (characters.length === 0) continue;
    const beside = side === 'after' ? characters : characters.reverse();
    const end = beside.findIndex((character) => MARK.test(character));
    const clause = end < 0 ? beside : beside.slice(0, end);
    if (clause.length === 0) marks += 1;
    const runs = divide(side === 'after' ? clause.join('') : clause.reverse().join(''), side);
    listed.push(runs);
    for (const run of runs) counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  const kept = new Map<string, number>();
  for (const runs of listed) {
    for (const [index, run] of runs.entries()) {
      const count = counts.get(run) ?? 0;
      const isInLonger = runs.slice(index + 1).some((longer) => counts.get(longer) === count);
      if (!isInLonger && (count > 1 || !runs.slice(0, index).some((part) => isKept(part)))) {
        kept.set(run, count);
      }
    }
  }
  function isKept(run: string): boolean {
    return (counts.get(run) ?? 0) > 1;
  }
  const { compare } = new Intl.Collator('zh-CN');
  const runs = Array.from(kept, ([text, count]) => ({ text, count }));
  return {
    marks,
    runs: runs.sort((one, other) => other.count - one.count || compare(one.text, other.text)),
  };
}

/** A run of characters and how often it stands there. */
export interface Run {
  text: string;
  count: number;
}

/** The runs that begin, or end, a clause: the shortest first. */
function divide(clause: string, side: 'before' | 'after'): string[] {
  const words = segment(clause);
  if (side === 'before') words.reverse();
  const runs: string[] = [];
  let run = '';
  for (const word of words) {
    run = side === 'after' ? run + word : word + run;
    if (runs.length > 0 && [...run].length > LONGEST) break;
    runs.push(run);
  }
  return runs;
}

function segment(text: string): string[] {
  if (typeof Intl.Segmenter !== 'function') return [...text];
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  return Array.from(segmenter.segment(text), (each) => each.segment);
}
