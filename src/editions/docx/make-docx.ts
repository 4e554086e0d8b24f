import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { imageMetadata } from 'astro/assets/utils';
import type { CollectionModel, Paper } from '../../collection/paper.ts';
import { readPaperBody } from '../../model/paper-bodies.ts';
import { unfoldImages } from '../../model/unfold-images.ts';
import { buildCollectionDocx, buildPaperDocx, type DocxPaper } from './build-docx.ts';
import type { DocxPicture } from './picture.ts';

/**
 * Makes the Word document of a paper.
 *
 * @param root The project's root, from which pictures are read.
 */
export async function makePaperDocx(
  model: CollectionModel,
  paper: Paper,
  root: URL,
): Promise<Uint8Array<ArrayBuffer>> {
  return buildPaperDocx(await describePaper(model, paper, root));
}

/**
 * Makes the one Word document of the whole collection.
 *
 * @param root The project's root, from which pictures are read.
 */
export async function makeCollectionDocx(
  model: CollectionModel,
  root: URL,
): Promise<Uint8Array<ArrayBuffer>> {
  const { title, description } = model.collection;
  const papers = await Promise.all(model.papers.map((paper) => describePaper(model, paper, root)));
  return buildCollectionDocx({ title, description, papers });
}

async function describePaper(
  { bodies }: CollectionModel,
  paper: Paper,
  root: URL,
): Promise<DocxPaper> {
  const { title, topic, source, date, file, images, digest } = paper;
  const { html } = await readPaperBody(bodies, digest);
  const pictures = await Promise.all(
    images.map(
      async (image) => [image, await readPicture(new URL(encodeURI(file), root), image)] as const,
    ),
  );
  return {
    title,
    topic,
    source,
    date,
    html: unfoldImages(html),
    pictures: new Map(pictures.flatMap(([image, picture]) => (picture ? [[image, picture]] : []))),
  };
}

/** Reads a picture beside a paper; of a kind that not every Word shows, nothing. */
async function readPicture(paper: URL, image: string): Promise<DocxPicture | undefined> {
  const path = join(dirname(fileURLToPath(paper)), decodeURI(image));
  const data = await readFile(path);
  const { format, width, height } = await imageMetadata(data, path);
  const type = format === 'jpeg' ? 'jpg' : format;
  return type === 'png' || type === 'jpg' || type === 'gif'
    ? { type, data: new Uint8Array(data), width, height }
    : undefined;
}
