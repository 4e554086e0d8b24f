/** Characters of a run at most. */
export const LONGEST_RUN = 6;

/** Characters of a clause that are looked at: those behind a run tell where its last word ends. */
const CLAUSE_CHARACTERS = 16;

/** What ends a clause: marks, white space, and what leaves no ink either. */
export const CLAUSE_END = /[\p{P}\p{S}\s\p{Cc}\p{Cf}]/u;

/** Which side of something. */
export type Side = 'before' | 'after';

/**
 * Lists the clauses that stand right beside something, as far as they are looked at.
 *
 * @param texts What stands before, or behind, each occurrence.
 */
export function listClauses(texts: Iterable<string>, side: Side): Clauses {
  const clauses = new Map<string, number>();
  let marks = 0;
  for (const text of texts) {
    // A character is two units at most.
    const near = 2 * CLAUSE_CHARACTERS;
    const beside = startFrom(side === 'after' ? text.slice(0, near) : text.slice(-near), side);
    if (beside.length === 0) continue;
    const end = beside.findIndex((character) => CLAUSE_END.test(character));
    const clause = beside
      .slice(0, end < 0 ? CLAUSE_CHARACTERS : Math.min(end, CLAUSE_CHARACTERS))
      .reduce((joined, character) => join(joined, character, side), '');
    if (clause) add(clauses, clause, 1);
    else marks += 1;
  }
  return { clauses, marks };
}

/** What stands right beside something, on one side. */
export interface Clauses {
  /** How often each clause does; those that come to no characters left out. */
  clauses: ReadonlyMap<string, number>;
  /** How often it is a mark or white space. */
  marks: number;
}

/**
 * Counts the runs of 1 to 6 characters with which clauses begin behind something, or end before it: those
 * that most of the time come to whole words, where the browser knows words. A run that only ever occurs
 * inside a longer one is told as the longer one.
 *
 * @returns The runs, most frequent first.
 */
export function countRuns(clauses: Clauses['clauses'], side: Side): Run[] {
  const counts = new Map<string, number>();
  const wholeWords = new Map<string, number>();
  const divided: string[][] = [];
  for (const [clause, count] of clauses) {
    const runs = divide(clause, side);
    divided.push(runs);
    for (const run of runs) add(wholeWords, run, count);
    let run = '';
    for (const character of startFrom(clause, side).slice(0, LONGEST_RUN)) {
      run = join(run, character, side);
      add(counts, run, count);
    }
  }
  const countOf = (run: string) => {
    const count = counts.get(run) ?? countLong(run, clauses, side);
    counts.set(run, count);
    return count;
  };
  const kept = new Map<string, number>();
  for (const all of divided) {
    const runs = all.filter((run) => 2 * (wholeWords.get(run) ?? 0) >= countOf(run));
    for (const [index, run] of runs.entries()) {
      const count = countOf(run);
      const isInLonger = runs.slice(index + 1).some((longer) => countOf(longer) === count);
      const isInShorter = runs.slice(0, index).some((shorter) => countOf(shorter) > 1);
      if (!isInLonger && (count > 1 || !isInShorter)) kept.set(run, count);
    }
  }
  const { compare } = new Intl.Collator('zh-CN');
  const runs = Array.from(kept, ([text, count]) => ({ text, count }));
  return runs.sort((one, other) => other.count - one.count || compare(one.text, other.text));
}

/** A run of characters and how often it stands there. */
export interface Run {
  text: string;
  count: number;
}

/** A first word that is longer than runs are, of letters or digits, is a run all the same. */
function countLong(run: string, clauses: Clauses['clauses'], side: Side): number {
  let sum = 0;
  for (const [clause, count] of clauses) {
    if (side === 'after' ? clause.startsWith(run) : clause.endsWith(run)) sum += count;
  }
  return sum;
}

/** The runs of whole words that begin, or end, a clause: the shortest first. */
function divide(clause: string, side: Side): string[] {
  const words = segment(clause);
  if (side === 'before') words.reverse();
  const runs: string[] = [];
  let run = '';
  for (const word of words) {
    run = join(run, word, side);
    if (runs.length > 0 && [...run].length > LONGEST_RUN) break;
    runs.push(run);
  }
  return runs;
}

let segmenter: Intl.Segmenter | undefined;

function segment(text: string): string[] {
  if (typeof Intl.Segmenter !== 'function') return [...text];
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return Array.from(segmenter.segment(text), (each) => each.segment);
}

/** The characters of a text, from what it stands beside. */
function startFrom(text: string, side: Side): string[] {
  return side === 'after' ? [...text] : [...text].reverse();
}

function join(run: string, more: string, side: Side): string {
  return side === 'after' ? run + more : more + run;
}

function add(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}
