import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import type { CollectionModel } from '../collection/paper.ts';
import { getModel } from '../model/published-model.ts';
import { type EditionName, editionAddress, editions, isMade } from './editions.ts';
import { makeEpub } from './epub/make-epub.ts';

/** Editions of the whole collection that are not pages of the site. */
const MAKERS: Partial<Record<EditionName, (model: CollectionModel) => Promise<Uint8Array>>> = {
  epub: makeEpub,
};

/** Astro integration: writes the editions that a collection of its size is given. */
export function writeEditions(): AstroIntegration {
  return {
    name: 'editions',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const model = getModel();
        for (const [name, make] of Object.entries(MAKERS)) {
          const edition = editions[name as EditionName];
          if (!isMade(edition, model.papers)) continue;
          const address = editionAddress(edition, model.collection.shortTitle);
          await writeFile(new URL(address.slice(1), dir), await make(model));
        }
      },
    },
  };
}
