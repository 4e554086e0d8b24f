import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import type { CollectionModel } from '../../collection/paper.ts';
import { readPaperBody } from '../../model/paper-bodies.ts';
import { getModel } from '../../model/published-model.ts';
import { unfoldImages } from '../../model/unfold-images.ts';
import { isPortable } from '../is-portable.ts';
import { type Book, buildEpub } from './build-epub.ts';

/**
 * A book must say when it last changed, and no paper need say so. A date of the build would make
 * every build another file.
 */
const MODIFIED = '2000-01-01T00:00:00Z';

/** Astro integration: writes the EPUB of a collection that is small enough to be handed on. */
export function epubEdition(): AstroIntegration {
  return {
    name: 'epub-edition',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const model = getModel();
        if (!isPortable(model.papers)) return;
        const file = new URL(encodeURI(`${model.collection.shortTitle}.epub`), dir);
        await writeFile(file, buildEpub(await describeBook(model)));
      },
    },
  };
}

async function describeBook({ collection, papers, bodies }: CollectionModel): Promise<Book> {
  const { title, description } = collection;
  return {
    identifier: `urn:sha256:${createHash('sha256').update(title).digest('hex')}`,
    title,
    description,
    modified: MODIFIED,
    papers: await Promise.all(
      papers.map(async (paper) => ({
        label: paper.label,
        title: paper.title,
        topic: paper.topic ?? '',
        html: unfoldImages((await readPaperBody(bodies, paper.digest)).html),
        outline: paper.outline,
      })),
    ),
  };
}
