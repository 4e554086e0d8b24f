import type { CollectionModel } from '../collection/paper.ts';

/**
 * Where the model is kept: the loader, the pages and the integrations of one build are loaded as
 * separate copies of their modules, and share nothing but this.
 */
const KEY = Symbol.for('yantao.collection-model');

type Shared = { [KEY]?: Partial<CollectionModel> };

/** Makes a part of the model known to pages and integrations. */
export function publishModel(part: Partial<CollectionModel>): void {
  const shared = globalThis as Shared;
  shared[KEY] = { ...shared[KEY], ...part };
}

/**
 * The model of the collection as last read.
 *
 * @throws Before the content has been read.
 */
export function getModel(): CollectionModel {
  const model = (globalThis as Shared)[KEY];
  if (!model?.papers || !model.collection) {
    throw new Error('The collection is asked for before its sources have been read.');
  }
  return model as CollectionModel;
}
