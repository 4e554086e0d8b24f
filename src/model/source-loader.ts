import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { z } from 'astro/zod';
import { checkSources, formatProblems } from '../collection/check-sources.ts';
import type { Source, SourceFile, SourceProblem } from '../collection/read-source.ts';
import { KeptFiles } from '../kept-files.ts';
import { secondsSince, showProgress } from '../show-progress.ts';
import { fieldProblems } from './field-problems.ts';
import { bodyFile, type KeptPaper } from './paper-bodies.ts';
import { readPipelineVersion } from './pipeline-version.ts';
import { renderPapers } from './render-papers.ts';

/**
 * A content loader that reads each Markdown file once, checks it and runs the pipeline once; what it
 * finds is the entry's `data`, and the body lies in a file of its own, named by the entry's `digest`.
 * A file that is as it was, read by a pipeline that is as it was, is not rendered again.
 *
 * Why not Astro's `glob`: it makes every paper a module of the site's build, or renders without seeing
 * that a plugin has changed, and goes on when one throws.
 *
 * @throws When a source cannot be published; the message names file, line and remedy. In `astro dev` a
 * bad edit is told, and what was there before stays.
 */
export function sourceLoader<Data>(files: SourceFiles<Data>): Loader {
  return {
    name: 'source-loader',
    load: async (context) => {
      const { root } = context.config;
      const version = await readPipelineVersion(root);
      const update = async () => {
        const message = await syncSources(files, version, context);
        if (!message) files.publish(listEntries<Data>(context), bodyFolder(context));
        return message;
      };
      const message = await update();
      if (message) throw Object.assign(new Error(message), { stack: message });

      let running = Promise.resolve();
      const base = fileURLToPath(new URL(files.base, root));
      context.watcher?.on('all', (_event, path) => {
        if (!path.startsWith(base) || !isWanted(files, path.slice(base.length + 1))) return;
        running = running.then(async () => {
          const changed = await update();
          if (changed) context.logger.error(changed);
        });
      });
    },
  };
}

/** Folder of the rendered bodies, in Astro's cache folder. */
function bodyFolder({ config, collection }: LoaderContext): string {
  return fileURLToPath(new URL(`bodies/${collection}/`, config.cacheDir));
}

/** Brings the store into the state of the files. Returns what an editor has to mend, if anything. */
async function syncSources<Data>(
  files: SourceFiles<Data>,
  version: string,
  context: LoaderContext,
): Promise<string | undefined> {
  const { config, store, logger } = context;
  const start = performance.now();
  const { sources, problems } = checkSources(await readFiles(config.root, files), (data) =>
    fieldProblems(files.schema, data),
  );
  if (problems.length > 0) return formatProblems(problems);
  if (sources.length === 0) return files.absent;

  const bodies = bodyFolder(context);
  const kept = new KeptFiles(bodies);
  const present = sources.map((source) => ({
    source,
    id: source.path.slice(files.base.length + 1).replace(/\.md$/, ''),
    digest: createHash('sha256')
      .update(version)
      .update(source.path)
      .update(source.text)
      .digest('hex')
      .slice(0, 32),
  }));
  const changed: typeof present = [];
  for (const each of present) {
    const isKept = await kept.use(bodyFile(each.digest));
    if (!isKept || store.get(each.id)?.digest !== each.digest) changed.push(each);
  }
  const made = await renderPapers(
    changed.map(({ source: { path, body, bodyLine }, digest }) => ({
      path,
      body,
      bodyLine,
      digest,
    })),
    {
      root: config.root,
      bodies,
      onDone: showProgress(logger, 'rendered', changed.length),
    },
  );
  const failures = changed.flatMap(({ source }, index) =>
    findFailures(source, made[index] as KeptPaper, config.root),
  );
  if (failures.length > 0) return formatProblems(failures);

  for (const [index, { source, id, digest }] of changed.entries()) {
    const { structure, images } = made[index] as Exclude<KeptPaper, SourceProblem>;
    const frontMatter = files.schema.parse(source.data) as Record<string, unknown>;
    const alphabet = [...new Set(source.text)].sort().join('');
    store.set({
      id,
      data: { ...frontMatter, ...structure, alphabet, images, file: source.path },
      filePath: source.path,
      digest,
      assetImports: images,
    });
  }
  const ids = new Set(present.map(({ id }) => id));
  for (const id of store.keys()) {
    if (!ids.has(id)) store.delete(id);
  }
  await kept.forgetOld();
  logger.info(
    `${context.collection}: ${present.length} read, ${changed.length} rendered, ${secondsSince(start)}`,
  );
  return undefined;
}

function findFailures(source: Source, made: KeptPaper, root: URL): SourceProblem[] {
  if ('message' in made) return [made];
  const folder = dirname(join(fileURLToPath(root), source.path));
  return made.images
    .filter((image) => !existsSync(join(folder, decodeURI(image))))
    .map((image) => ({
      path: source.path,
      line: source.text.slice(0, source.text.indexOf(image)).split('\n').length,
      message: `找不到图片 ${image}。请把图片放到文稿旁边，或改正它的文件名。`,
    }));
}

function listEntries<Data>({ store }: LoaderContext): LoadedSource<Data>[] {
  return store
    .values()
    .map(({ id, digest = '', data }) => ({ id, digest: String(digest), data: data as Data }));
}

function isWanted({ name }: { name?: string }, path: string): boolean {
  return name === undefined ? path.endsWith('.md') : path === name;
}

async function readFiles(
  root: URL,
  { base, name }: { base: string; name?: string },
): Promise<SourceFile[]> {
  const folder = fileURLToPath(new URL(`${base}/`, root));
  const names = existsSync(folder) ? await readdir(folder, { recursive: true }) : [];
  return Promise.all(
    names
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => isWanted(name === undefined ? {} : { name }, path))
      .sort()
      .map(async (path) => ({
        path: `${base}/${path}`,
        bytes: await readFile(join(folder, path)),
      })),
  );
}

/** What to load, and what becomes of it. */
export interface SourceFiles<Data> {
  /** Folder, from the project's root. */
  base: string;
  /** The one file wanted of it; without a name all `.md` in it. */
  name?: string;
  /** Of the front matter. */
  schema: z.ZodType;
  /** What an editor reads where there is no such file. */
  absent: string;
  /** Told each time what is there now. */
  publish: (entries: LoadedSource<Data>[], bodies: string) => void;
}

/** A source as it stands in the store. */
export interface LoadedSource<Data> {
  id: string;
  digest: string;
  data: Data;
}
