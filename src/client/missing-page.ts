import { findRoot } from './find-root.ts';
import { rebaseLinks } from './rebase-links.ts';

/** Makes the links of the page for unknown addresses lead to the site, wherever it is shown. */
export async function start(): Promise<void> {
  const root = await findRoot();
  if (root !== undefined) rebaseLinks(root);
}
