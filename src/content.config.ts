import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import type { CollectionEntry } from './collection/paper.ts';
import { describePapers, type StoredPaper } from './model/describe-papers.ts';
import { publishModel } from './model/published-model.ts';
import { sourceLoader } from './model/source-loader.ts';

const words = (name: string) =>
  z
    .string({ error: `${name} 要写一段文字；是数字时请放进单引号。` })
    .trim()
    .min(1, { error: `${name} 不能是空的。` });

/** A day of the calendar as text, the same in every time zone. */
const day = (message: string) =>
  z.string({ error: message }).refine(
    (text) => {
      const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
      return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
    },
    { error: message },
  );

/** Front matter of a paper: the editor's words about it, none of them in its body. */
const paperSchema = z.strictObject({
  /** Title of the page, the list and the feed. */
  title: words('title'),
  /** Place in the collection, from 1; no two papers share one. Those without follow by date and name. */
  order: z
    .int({ error: 'order 要写一个整数，如 order: 7；不排次序就删去这一行。' })
    .positive({ error: 'order 要从 1 起。' })
    .optional(),
  /** What the paper is called in the collection; 第N篇 from `order` when absent. */
  label: words('label').optional(),
  /** Its field of work, in a few characters. */
  topic: words('topic').optional(),
  /** One or two sentences for lists, the feed and search engines. */
  summary: words('summary').optional(),
  /** Where the text comes from; shown under the body and in print. */
  source: words('source').optional(),
  /** Day it was written or published, as 2023-03-01. */
  date: day('date 要写成 2023-03-01 这样的日期，月和日各两位；没有日期就删去这一行。').optional(),
});

/** Front matter of `collection.md`: the collection itself. */
const collectionSchema = z.strictObject({
  /** Full title, on the home page. */
  title: words('title'),
  /** Name in the header, the browser's tab and on the phone's home screen; at most ten characters. */
  shortTitle: words('shortTitle').max(10, { error: 'shortTitle 最多十个字。' }),
  /** One sentence for search engines and the feed. */
  description: words('description'),
  /** Who wrote or edited it, a person or an office; named by the e-book. */
  author: words('author').optional(),
});

export const collections = {
  papers: defineCollection({
    schema: paperSchema,
    loader: sourceLoader<StoredPaper>({
      base: 'content/papers',
      schema: paperSchema,
      absent: 'content/papers 里还没有文稿。请放进一篇 .md 文件，写法见 content/README.md。',
      publish: (entries, bodies) => publishModel({ ...describePapers(entries), bodies }),
    }),
  }),
  collection: defineCollection({
    schema: collectionSchema,
    loader: sourceLoader<CollectionEntry>({
      base: 'content',
      name: 'collection.md',
      schema: collectionSchema,
      absent:
        'content/collection.md:1 找不到这个文件。请补上总标题和简介，写法见 content/README.md。',
      publish: (entries, folder) => {
        for (const { digest, data } of entries) {
          publishModel({ collection: data, introduction: { folder, digest } });
        }
      },
    }),
  }),
};
