import { getCollection, getEntry, render } from 'astro:content';
import type { PaperStructure } from '../collection/paper-structure.ts';
import { toChineseNumeral } from '../text/chinese-numerals.ts';

/**
 * Every paper of the collection in its order, with the structure found in its body.
 * The one place that asks Astro for papers.
 *
 * @throws When the Markdown pipeline refuses a body; the message names file and line.
 */
export async function getPapers() {
  const entries = (await getCollection('papers')).sort((a, b) => a.data.order - b.data.order);
  return Promise.all(
    entries.map(async (entry) => {
      const { Content, remarkPluginFrontmatter } = await render(entry);
      return {
        ...entry.data,
        id: entry.id,
        label: entry.data.label ?? `第${toChineseNumeral(entry.data.order)}篇`,
        file: entry.filePath ?? '',
        body: entry.body ?? '',
        Content,
        ...(remarkPluginFrontmatter['structure'] as PaperStructure),
      };
    }),
  );
}

/**
 * The collection's own title, description and introduction.
 *
 * @throws When `content/collection.md` is missing.
 */
export async function getCollectionEntry() {
  const entry = await getEntry('collection', 'collection');
  if (!entry) throw new Error('content/collection.md:1 找不到这个文件。请补上总标题和简介。');
  const { Content } = await render(entry);
  return { ...entry.data, Content };
}

/** A paper as pages lay it out. */
export type Paper = Awaited<ReturnType<typeof getPapers>>[number];
