import { addContentPolicy } from './content-policy.ts';
import { applyEdits, readPage } from './edit-page.ts';
import { makeUrlsRelative } from './relative-urls.ts';

/**
 * Makes a built page work at any address and from disk: its addresses become relative, and its policy
 * is written over what is in it.
 *
 * @param html The page, complete.
 * @param path Its path in the site, without a leading slash.
 */
export function finishPage(html: string, path: string): string {
  const page = readPage(html);
  return applyEdits(html, [addContentPolicy(page, path), ...makeUrlsRelative(page, path)]);
}
