import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Replaces a project's papers by `count` made-up ones of the same build: each takes one of the six
 * as its pattern and fills every paragraph with sentences drawn from all of them. The draw is a
 * linear congruential generator with a fixed seed (Numerical Recipes' constants), so the same
 * count always gives the same papers.
 *
 * @param folder The project, with its six papers in place.
 */
export async function makePapers(folder: string, count: number): Promise<void> {
  const papers = join(folder, 'content/papers');
  const originals = await Promise.all(
    (await readdir(papers)).sort().map((name) => readFile(join(papers, name), 'utf8')),
  );
  const bodies = originals.map((text) => text.slice(text.indexOf('\n---\n') + 5).trim());
  const sentences = bodies.flatMap((body) => body.match(/[^。\n]{12,}。/g) ?? []);

  let seed = 20230224;
  const draw = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return sentences[Math.floor((seed / 2 ** 32) * sentences.length)] ?? '';
  };

  await rm(papers, { recursive: true });
  await mkdir(papers);
  for (let order = 1; order <= count; order++) {
    const pattern = bodies[(order - 1) % bodies.length] ?? '';
    const body = pattern.replaceAll(/(?<=[^\n。]。)[^。\n]{12,}。/g, draw);
    await writeFile(
      join(papers, `${String(order).padStart(5, '0')}.md`),
      `---\ntitle: 第${order}号研讨材料\norder: ${order}\ntopic: 生成\n---\n\n${body}\n`,
    );
  }
}
