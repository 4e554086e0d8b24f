import { copyProject } from '../../site/build-copy.ts';
import { makeCollection } from './make-collection.ts';

/**
 * Builds the site over made-up papers, in a copy of the project.
 *
 * @returns Folder of the built site, and what takes it away again.
 * @throws With the output of a build that fails.
 */
export async function buildCollection(count: number): Promise<BuiltCollection> {
  const project = await copyProject();
  await makeCollection(project.folder, count);
  const { code, output } = await project.build();
  if (code !== 0) throw new Error(output);
  return { dist: `${project.folder}/dist`, remove: project.remove };
}

/** A built site. */
export interface BuiltCollection {
  dist: string;
  remove: () => Promise<void>;
}
