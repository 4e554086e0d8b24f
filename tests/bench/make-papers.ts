import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Makes up papers of the same build as some originals: each takes one of them as its pattern and
 * fills every paragraph with sentences drawn from all. The draw is a linear congruential generator
 * with a fixed seed (Numerical Recipes' constants), so the same count always gives the same papers.
 *
 * @param originals Bodies, a paragraph a line.
 * @returns So many bodies, one after the other.
 */
export function* recombine(originals: readonly string[], count: number): Generator<string> {
  const sentences = originals.flatMap((body) => body.match(/[^。\n]{12,}。/g) ?? []);
  let seed = 20230224;
  const draw = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return sentences[Math.floor((seed / 2 ** 32) * sentences.length)] ?? '';
  };
  for (let index = 0; index < count; index++) {
    const pattern = originals[index % originals.length] ?? '';
    yield pattern.replaceAll(/(?<=[^\n。]。)[^。\n]{12,}。/g, draw);
  }
}

/** Reads the bodies of the papers in a folder, in the order of their names. */
export async function readBodies(folder: string): Promise<string[]> {
  const files = await Promise.all(
    (await readdir(folder)).sort().map((name) => readFile(join(folder, name), 'utf8')),
  );
  return files.map((text) => text.slice(text.indexOf('\n---\n') + 5).trim());
}

/**
 * Replaces a project's papers by `count` made-up ones (`recombine`).
 *
 * @param folder The project, with its six papers in place.
 */
export async function makePapers(folder: string, count: number): Promise<void> {
  const papers = join(folder, 'content/papers');
  const bodies = await readBodies(papers);
  await rm(papers, { recursive: true });
  await mkdir(papers);
  let order = 0;
  for (const body of recombine(bodies, count)) {
    order += 1;
    await writeFile(
      join(papers, `${String(order).padStart(5, '0')}.md`),
      `---\ntitle: 第${order}号研讨材料\norder: ${order}\ntopic: 生成\n---\n\n${body}\n`,
    );
  }
}
