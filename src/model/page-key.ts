import { createHash } from 'node:crypto';

/**
 * Names one state of all that a page is made of, so that a page is laid out again only when something
 * of that has changed.
 *
 * @param parts Whatever can be written as JSON.
 */
export function pageKey(...parts: unknown[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(JSON.stringify(part) ?? '').update('\0');
  return hash.digest('hex');
}
