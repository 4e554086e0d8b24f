import { defineCollection } from 'astro:content';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { glob, type Loader } from 'astro/loaders';
import { z } from 'astro/zod';
import { checkSources, type FieldProblem, formatProblems } from './collection/check-sources.ts';

const words = (name: string) =>
  z
    .string({ error: `${name} 要写一段文字。` })
    .trim()
    .min(1, { error: `${name} 不能是空的。` });

/** Front matter of a paper: the editor's words about it, none of them in its body. */
const paperSchema = z.strictObject({
  /** Title of the page, the list and the feed. */
  title: words('title'),
  /** Place in the collection, from 1; no two papers share one. */
  order: z
    .int({ error: 'order 要写一个整数，如 order: 7。' })
    .positive({ error: 'order 要从 1 起。' }),
  /** What the paper is called in the collection; 第N篇 from `order` when absent. */
  label: words('label').optional(),
  /** Its field of work, in a few characters. */
  topic: words('topic').optional(),
  /** One or two sentences for lists, the feed and search engines. */
  summary: words('summary').optional(),
  /** Where the text comes from; shown under the body and in print. */
  source: words('source').optional(),
  /** Day it was written or published, as 2023-03-01. */
  date: z.coerce.date({ error: 'date 要写成 2023-03-01 这样的日期。' }).optional(),
});

/** Front matter of `collection.md`: the collection itself. */
const collectionSchema = z.strictObject({
  /** Full title, on the home page. */
  title: words('title'),
  /** Name in the header, the browser's tab and on the phone's home screen; at most ten characters. */
  shortTitle: words('shortTitle').max(10, { error: 'shortTitle 最多十个字。' }),
  /** One sentence for search engines and the feed. */
  description: words('description'),
});

export const collections = {
  papers: defineCollection({
    schema: paperSchema,
    loader: checkedMarkdown({
      base: 'content/papers',
      pattern: '**/*.md',
      schema: paperSchema,
      absent: 'content/papers 里还没有文稿。请放进一篇 .md 文件，写法见 content/README.md。',
    }),
  }),
  collection: defineCollection({
    schema: collectionSchema,
    loader: checkedMarkdown({
      base: 'content',
      pattern: 'collection.md',
      schema: collectionSchema,
      absent:
        'content/collection.md:1 找不到这个文件。请补上总标题和简介，写法见 content/README.md。',
    }),
  }),
};

/** Astro's glob loader behind {@link checkSources}; in `astro dev` a bad edit is told, not fatal. */
function checkedMarkdown({ base, pattern, schema, absent }: SourceFiles): Loader {
  const files = glob({
    base,
    pattern,
    deferRender: true,
    // The file's name is the address, so it must not be lower-cased or made a slug.
    generateId: ({ entry }) => entry.replace(/\.md$/, ''),
  });
  return {
    name: 'checked-markdown',
    load: async (context) => {
      const root = context.config.root;
      const check = async () => {
        const sources = await readSources(root, base, pattern);
        if (sources.length === 0) return absent;
        const problems = checkSources(sources, (data) => fieldProblems(schema, data));
        return problems.length > 0 ? formatProblems(problems) : undefined;
      };
      const message = await check();
      if (message) throw Object.assign(new Error(message), { stack: message });
      await files.load(context);
      context.watcher?.on('all', async (_event, path) => {
        if (!path.startsWith(fileURLToPath(new URL(base, root)))) return;
        const changed = await check();
        if (changed) context.logger.error(changed);
      });
    },
  };
}

interface SourceFiles {
  /** Folder, from the project's root. */
  base: string;
  /** Which of its files: a glob, or the name of one. */
  pattern: string;
  schema: z.ZodType;
  /** What an editor reads where there is no such file. */
  absent: string;
}

async function readSources(root: URL, base: string, pattern: string) {
  const folder = new URL(`${base}/`, root);
  const isWanted = (name: string) =>
    pattern.includes('*') ? name.endsWith('.md') : name === pattern;
  const names = existsSync(folder)
    ? (await readdir(folder, { recursive: true })).filter(isWanted).sort()
    : [];
  return Promise.all(
    names.map(async (name) => ({
      path: `${base}/${name.replaceAll('\\', '/')}`,
      bytes: await readFile(new URL(encodeURI(name.replaceAll('\\', '/')), folder)),
    })),
  );
}

function fieldProblems(schema: z.ZodType, data: unknown): FieldProblem[] {
  const result = schema.safeParse(data ?? {});
  if (result.success) return [];
  return result.error.issues.flatMap((issue): FieldProblem[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        key,
        message: `信息栏里没有“${key}”这一项。请删去，或改成 content/README.md 列出的名称。`,
      }));
    }
    const key = String(issue.path[0] ?? '');
    const absent = !(key in ((data ?? {}) as object));
    return [{ key, message: absent ? `信息栏缺少 ${key}。${issue.message}` : issue.message }];
  });
}
