import { readFileSync } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { addContentPolicy } from './content-policy.ts';
import { embedFiles } from './embed-files.ts';
import { prefixIds } from './prefix-ids.ts';
import { makeUrlsRelative } from './relative-urls.ts';

/**
 * Astro integration: makes the built pages work at any address and from disk. Pages that say
 * `data-embedded` on their root get all they need put into them; then in every page addresses become
 * relative, and the policy is written over what is there in the end. Comes after what builds pages or
 * other editions, and before what reads the finished files.
 */
export function finishPages(): AstroIntegration {
  return {
    name: 'finish-pages',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const pages = (await readdir(root, { recursive: true }))
          .map((path) => path.replaceAll('\\', '/'))
          .filter((path) => path.endsWith('.html'))
          // Embedding makes a page what it will be, so the sizes others tell of are known after it.
          .sort();
        const read = (path: string) => readFileSync(join(root, path));
        for (const path of pages) {
          const html = read(path).toString();
          if (!/<html[^>]* data-embedded/.test(html)) continue;
          await writeFile(join(root, path), finish(embedFiles(prefixIds(html), read), path));
        }
        const index = (await readdir(join(root, 'search'))).find((name) => /^manifest-/.test(name));
        for (const path of pages) {
          const html = await readFile(join(root, path), 'utf8');
          if (/<html[^>]* data-embedded/.test(html)) continue;
          const named = html.replace(
            'data-manifest="manifest.gz_json"',
            `data-manifest="${index}"`,
          );
          await writeFile(join(root, path), finish(await tellSizes(named, root), path));
        }
      },
    },
  };
}

function finish(html: string, path: string): string {
  return addContentPolicy(makeUrlsRelative(html, path), path);
}

/** Fills `<data value="/file">` with the size of that file. */
async function tellSizes(html: string, root: string): Promise<string> {
  let told = html;
  for (const [element, path = ''] of html.matchAll(/<data value="\/([^"]+)"[^>]*><\/data>/g)) {
    const { size } = await stat(join(root, decodeURI(path)));
    told = told.replace(element, `${Math.ceil(size / 1024)} KB`);
  }
  return told;
}
