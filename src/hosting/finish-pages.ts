import { readFileSync } from 'node:fs';
import { open, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { Tinypool } from 'tinypool';
import { readCodeVersion } from '../code-version.ts';
import { KeptFiles } from '../kept-files.ts';
import { secondsSince, showProgress } from '../show-progress.ts';
import { embedFiles } from './embed-files.ts';
import { type FinishOptions, finishOrRestore } from './finish-or-restore.ts';
import { finishPage } from './finish-page.ts';
import { nameByContent } from './immutable-files.ts';
import { inlineStyles } from './inline-styles.ts';
import { prefixIds } from './prefix-ids.ts';

/** Below this many pages starting workers takes longer than they save. */
const WORTH_WORKERS = 100;

/** A page says within so many bytes whether it is to bring along all it needs. */
const HEAD_BYTES = 512;

/** The index's texts, for those who open the site from disk. */
const TEXTS = 'texts.js';

/**
 * Astro integration: makes the built pages work at any address and from disk (`finishPage`). Pages that
 * say `data-embedded` on their root first get all they need put into them, and those that name the
 * index or the size of a file are told it. Comes after what builds pages or other editions, and before
 * what reads the finished files.
 */
export function finishPages(): AstroIntegration {
  let cache = '';
  let project = '';
  return {
    name: 'finish-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        cache = fileURLToPath(new URL('finished/', config.cacheDir));
        project = fileURLToPath(config.root);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const start = performance.now();
        const root = fileURLToPath(dir);
        const pages = (await readdir(root, { recursive: true }))
          .map((path) => path.replaceAll('\\', '/'))
          .filter((path) => path.endsWith('.html'))
          .sort();
        const read = (path: string) => readFileSync(join(root, path));
        const linked: string[] = [];
        for (const path of pages) {
          if (!(await isEmbedded(join(root, path)))) {
            linked.push(path);
            continue;
          }
          const html = embedFiles(prefixIds(read(path).toString()), read);
          await writeFile(join(root, path), finishPage(html, path));
        }
        // Embedding makes a page what it will be, so the sizes others tell of are known after it.
        const index = await nameIndex(join(root, 'search'));
        for (const path of linked.filter((each) => !each.includes('/'))) {
          const html = read(path).toString();
          await writeFile(join(root, path), await tellSizes(tellIndex(html, index), root));
        }
        const styled = inlineStyles(linked, (path) => read(path).toString());
        for (const [path, html] of styled) await writeFile(join(root, path), html);
        const version = await readCodeVersion(project, ['src/hosting']);
        const progress = showProgress(logger, 'pages finished', linked.length);
        let kept = 0;
        await finishAll(linked, { root, cache, version }, project, (isKept) => {
          if (isKept) kept += 1;
          progress();
        });
        await new KeptFiles(cache).forgetOld();
        const asBefore = kept > 0 ? `, ${kept} of them as they were,` : '';
        logger.info(`${pages.length} pages finished${asBefore} in ${secondsSince(start)}`);
      },
    },
  };
}

/** Finishes pages, on all processors when there are many. */
async function finishAll(
  paths: readonly string[],
  options: FinishOptions,
  project: string,
  onPage: (isKept: boolean) => void,
): Promise<void> {
  if (paths.length < WORTH_WORKERS) {
    for (const path of paths) onPage(await finishOrRestore(path, options));
    return;
  }
  const pool = new Tinypool({
    // Bundled with the configuration, this module does not know where it lies.
    filename: join(project, 'src/hosting/finish-worker.ts'),
  });
  try {
    await Promise.all(paths.map(async (path) => onPage(await pool.run({ path, ...options }))));
  } finally {
    await pool.destroy();
  }
}

async function isEmbedded(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES);
    return /<html[^>]* data-embedded/.test(buffer.toString('utf8', 0, bytesRead));
  } finally {
    await handle.close();
  }
}

/** Names of the files of the index that pages name, each with a hash of its content. */
async function nameIndex(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  const texts = names.includes(TEXTS) ? [await nameByContent(folder, TEXTS)] : [];
  return [...names.filter((name) => name !== TEXTS), ...texts];
}

/** Completes the names of the index's files, which pages were built before and name without hash. */
function tellIndex(html: string, index: readonly string[]): string {
  return html.replaceAll(
    /(?<=data-(?:manifest|texts)="(?:\/search\/)?)(\w+)(\.\w+)(?=")/g,
    (name, stem: string, ending: string) =>
      index.find((each) => each.startsWith(`${stem}-`) && each.endsWith(ending)) ?? name,
  );
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
