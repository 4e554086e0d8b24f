import { folderOf } from './judge-imports.ts';

/**
 * Draws the import graph by folders: a line for each, with the folders it imports from and how many
 * imports that are.
 *
 * @param graph As `readImports` gives it.
 * @param order The folders from the roof down.
 */
export function drawImports(
  graph: ReadonlyMap<string, readonly string[]>,
  order: readonly string[],
): string {
  const width = Math.max(...order.map(({ length }) => length));
  return order
    .map((folder) => {
      const targets = [...graph]
        .filter(([file]) => folderOf(file) === folder)
        .flatMap(([, imported]) => imported.map(folderOf));
      const arrows = order
        .filter((other) => other !== folder && targets.includes(other))
        .map((other) => `${other} ${targets.filter((target) => target === other).length}`);
      return `${folder.padEnd(width)} ${arrows.length > 0 ? `→ ${arrows.join(', ')}` : '·'}`;
    })
    .join('\n');
}
