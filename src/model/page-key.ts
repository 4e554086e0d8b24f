import { createHash } from 'node:crypto';

/**
 * Names one state of all that a page is made of, so that a page is laid out again only when something
 * of that has changed. In which order an object was filled does not count: the parts of the model are
 * published as they are read, and which of them is read first differs from build to build.
 *
 * @param parts Whatever can be written as JSON.
 */
export function pageKey(...parts: unknown[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(JSON.stringify(part, inOrder) ?? '').update('\0');
  return hash.digest('hex');
}

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
