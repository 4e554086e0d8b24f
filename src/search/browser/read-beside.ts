import { type Clauses, LONGEST_RUN, type Side } from '../../text/count-runs.ts';
import type { Folded } from '../../text/fold.ts';
import { ANY_MARK, type RunNode, TREE_CHARACTERS } from '../run-tree.ts';
import type { ReadTree } from './searchable.ts';

/** More runs than are shown, so that those are among them that come to whole words. */
const MOST_RUNS = 1000;

/**
 * Tells what frequently stands right beside a term, from what the index counts of a collection of many
 * papers.
 *
 * @param term Folded.
 * @param hits How often it stands in the papers' bodies.
 * @returns Nothing where the index does not count all of that: of a term that is long or rare, or has marks
 * or white space in it, or overlaps itself.
 * @throws When a file cannot be loaded, and an `AbortError`.
 */
export async function readBeside(
  term: string,
  hits: number,
  readTree: ReadTree,
  fold: (text: string) => Folded,
  signal: AbortSignal,
): Promise<Record<Side, FrequentClauses> | undefined> {
  const characters = [...term];
  if (characters.length + LONGEST_RUN > TREE_CHARACTERS) return undefined;
  const read = async (side: Side) => {
    const path = side === 'after' ? characters : [...characters].reverse();
    const tree = await readTree(side, path.slice(0, 2).join(''), signal);
    let node: Omit<RunNode, 'character'> | undefined = tree;
    for (const character of path.slice(2)) {
      node = node?.children.find((each) => fold(each.character).text === character);
    }
    return tree && node?.count === hits ? chooseFrequent(node, tree.least, side) : undefined;
  };
  const [before, after] = await Promise.all([read('before'), read('after')]);
  return before && after && { before, after };
}

/** What stands right beside something, as far as it does so frequently. */
export interface FrequentClauses extends Clauses {
  /** What stands there so many times is told. */
  least: number;
}

function chooseFrequent(
  node: Omit<RunNode, 'character'>,
  least: number,
  side: Side,
): FrequentClauses {
  const counts: number[] = [];
  const collect = ({ children }: Pick<RunNode, 'children'>) => {
    for (const child of children) {
      counts.push(child.count);
      collect(child);
    }
  };
  collect(node);
  counts.sort((one, other) => other - one);
  const rarer = counts[MOST_RUNS];
  const atLeast = rarer === undefined ? least : rarer + 1;
  const clauses = new Map<string, number>();
  const take = ({ count, children }: Omit<RunNode, 'character'>, run: string) => {
    let left = count;
    for (const child of children) {
      if (child.count < atLeast || child.character === ANY_MARK) continue;
      left -= child.count;
      take(child, side === 'after' ? run + child.character : child.character + run);
    }
    if (run && left > 0) clauses.set(run, left);
  };
  take(node, '');
  const marks = node.children.find(({ character }) => character === ANY_MARK)?.count ?? 0;
  return { clauses, marks, least: atLeast };
}
