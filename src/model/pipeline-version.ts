import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** All that decides what is made of a source, and what is kept of it for comparing. */
const PIPELINE = ['src/markdown', 'src/text', 'src/collection', 'src/model', 'src/study'];

/**
 * Tells one state of the pipeline from another: a digest over its files and the lockfile.
 *
 * @param root The project's root.
 */
export async function readPipelineVersion(root: URL): Promise<string> {
  const folder = fileURLToPath(root);
  const hash = createHash('sha256');
  for (const part of PIPELINE) {
    for (const name of (await readdir(join(folder, part), { recursive: true })).sort()) {
      if (name.endsWith('.ts')) hash.update(name).update(await readFile(join(folder, part, name)));
    }
  }
  // A copy made by a tool may lack it; the code is then all there is to go by.
  hash.update(await readFile(join(folder, 'package-lock.json')).catch(() => ''));
  return hash.digest('hex');
}
