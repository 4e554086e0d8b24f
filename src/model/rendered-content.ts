import { type CollectionEntry, getEntry, render } from 'astro:content';
import type { Paper } from '../collection/paper.ts';
import { readPaperBody } from './paper-bodies.ts';
import { getModel } from './published-model.ts';

/** A paper's body as a component, with its pictures as the site serves them. */
export function getPaperContent({ id, digest }: Paper): Promise<Content> {
  return renderEntry('papers', id, getModel().bodies, digest);
}

/** The introduction of the collection as a component. */
export function getIntroduction(): Promise<Content> {
  const { folder, digest } = getModel().introduction;
  return renderEntry('collection', 'collection', folder, digest);
}

async function renderEntry(
  collection: 'papers' | 'collection',
  id: string,
  folder: string,
  digest: string,
): Promise<Content> {
  const { html } = await readPaperBody(folder, digest);
  const entry = await getEntry(collection, id);
  const data = entry?.data as Partial<Paper> | undefined;
  // Astro puts in the addresses of pictures, and needs to be told where they are named.
  const rendered = { html, metadata: { imagePaths: data?.images ?? [] } };
  const { Content } = await render({ ...entry, rendered } as unknown as CollectionEntry<'papers'>);
  return Content;
}

type Content = Awaited<ReturnType<typeof render>>['Content'];
