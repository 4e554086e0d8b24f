import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import type { CollectionModel, Paper } from '../collection/paper.ts';
import { getModel } from '../model/published-model.ts';
import { makeCollectionDocx, makePaperDocx } from './docx/make-docx.ts';
import { type EditionName, editionAddress, editions, isMade } from './editions.ts';
import { makeEpub } from './epub/make-epub.ts';

/** Editions of the whole collection that are not pages of the site. */
const MAKERS: Partial<Record<EditionName, MakeCollection>> = {
  epub: makeEpub,
  docx: makeCollectionDocx,
};

/** Editions of each paper that are not routes of the site. */
const PAPER_MAKERS: Partial<Record<EditionName, MakePaper>> = {
  paperDocx: makePaperDocx,
};

/** Astro integration: writes the editions that a collection of its size is given. */
export function writeEditions(): AstroIntegration {
  let project: URL;
  return {
    name: 'editions',
    hooks: {
      'astro:config:done': ({ config }) => {
        project = config.root;
      },
      'astro:build:done': async ({ dir }) => {
        const model = getModel();
        const write = async (name: string, of: string, content: Promise<Uint8Array>) => {
          const address = editionAddress(editions[name as EditionName], of);
          await writeFile(new URL(address.slice(1), dir), await content);
        };
        const isWanted = ([name]: [string, unknown]) =>
          isMade(editions[name as EditionName], model.papers);
        for (const [name, make] of Object.entries(MAKERS).filter(isWanted)) {
          await write(name, model.collection.shortTitle, make(model, project));
        }
        for (const [name, make] of Object.entries(PAPER_MAKERS).filter(isWanted)) {
          for (const paper of model.papers) {
            await write(name, paper.id, make(model, paper, project));
          }
        }
      },
    },
  };
}

/** @param root The project's root, from which pictures are read. */
type MakeCollection = (model: CollectionModel, root: URL) => Promise<Uint8Array>;
type MakePaper = (model: CollectionModel, paper: Paper, root: URL) => Promise<Uint8Array>;
