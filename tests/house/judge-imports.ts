/**
 * Finds what breaks the import rule: a folder the rule does not know, an import it does not allow, a
 * file that imports itself by way of others, and what a folder that must run anywhere takes from Astro
 * or Node.
 *
 * @param graph As `readImports` gives it.
 * @returns A line for each breach; none when all is well.
 */
export function judgeImports(
  graph: ReadonlyMap<string, readonly string[]>,
  { allowed, pure }: ImportRule,
): string[] {
  const wrong: string[] = [];
  for (const folder of new Set([...graph.keys()].map(folderOf))) {
    if (!(folder in allowed)) wrong.push(`${folder}: the rule knows no such folder`);
  }
  for (const [file, targets] of graph) {
    const folder = folderOf(file);
    const mayImport = allowed[folder] ?? [];
    for (const target of targets) {
      const isOurs = graph.has(target) || target.startsWith('styles/');
      const owner = folderOf(target);
      if (isOurs && owner !== folder && !mayImport.includes(owner)) {
        wrong.push(`${file} → ${target}: ${folder} may not import ${owner}`);
      }
      const isPure = pure.test(file);
      if (isPure && (isOurs ? !pure.test(target) : /^(?:astro|node:)/.test(target))) {
        wrong.push(`${file} → ${target}: must run anywhere`);
      }
    }
  }
  return [...wrong, ...findCycles(graph).map((cycle) => `${cycle.join(' → ')}: a circle`)];
}

/** The folder of `src/` a file belongs to; a file that lies in none stands for itself. */
export function folderOf(file: string): string {
  return file.split('/', 1)[0] ?? file;
}

/** Each circle once, from the file where it was entered back to it. */
function findCycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string) => {
    const start = path.indexOf(file);
    if (start >= 0) cycles.push([...path.slice(start), file]);
    if (start >= 0 || done.has(file)) return;
    path.push(file);
    for (const target of graph.get(file) ?? []) visit(target);
    path.pop();
    done.add(file);
  };
  for (const file of graph.keys()) visit(file);
  return cycles;
}

/** What may import what. */
export interface ImportRule {
  /** What each folder may import besides itself. */
  allowed: Readonly<Record<string, readonly string[]>>;
  /** Matches the files that run anywhere: without Astro, without Node. */
  pure: RegExp;
}
