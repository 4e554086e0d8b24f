import { fileURLToPath } from 'node:url';
import { readCodeVersion } from '../code-version.ts';

/** All that decides what is made of a source, and what is kept of it for comparing. */
const PIPELINE = ['src/markdown', 'src/text', 'src/collection', 'src/model', 'src/study'];

/**
 * Tells one state of the pipeline from another.
 *
 * @param root The project's root.
 */
export function readPipelineVersion(root: URL): Promise<string> {
  return readCodeVersion(fileURLToPath(root), PIPELINE);
}
