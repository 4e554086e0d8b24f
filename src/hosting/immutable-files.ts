import { createHash } from 'node:crypto';
import { readFile, rename } from 'node:fs/promises';
import { extname, join } from 'node:path';

/**
 * Folders of the site in which every file is named by its content, and so never changes: what Vite
 * writes, fonts, scripts, 同文 and the search index. Headers, recipes and the service worker all go by this
 * list, and a build that puts anything else there is stopped (`refuseUnnamed`).
 */
export const IMMUTABLE_FOLDERS: readonly string[] = [
  '_astro',
  'fonts',
  'parallels',
  'scripts',
  'search',
];

/** Kinds of files in them; those of the index all begin alike. */
const ENDINGS = String.raw`css|js|json|woff2|gz_\w+|png|jpe?g|gif|webp|avif|svg`;

/**
 * Matches the path of such a file at whatever address the site stands: hosts do not know how much of a
 * path is the site's. A regular expression as JavaScript, PCRE (nginx) and RE2 (Caddy) all read it.
 */
export const IMMUTABLE_PATH =
  String.raw`/(?:${IMMUTABLE_FOLDERS.join('|')})(?:/\w+)*/[^/]*[._-][\w-]{7,}` +
  String.raw`\.(?:${ENDINGS})$`;

/** Whether a file of the site never changes, by its path from the site's root. */
export function isImmutable(path: string): boolean {
  return IMMUTABLE_FOLDERS.includes(path.split('/', 1)[0] ?? '') && path.includes('/');
}

/**
 * Refuses files that would be kept for good and can change.
 *
 * @param paths All files of the site, from its root.
 * @throws When one lies in a folder of such files and has no hash in its name.
 */
export function refuseUnnamed(paths: readonly string[]): void {
  const pattern = new RegExp(IMMUTABLE_PATH);
  const unnamed = paths.filter((path) => isImmutable(path) && !pattern.test(`/${path}`));
  if (unnamed.length > 0) {
    throw new Error(
      `No hash of its content stands in the name of ${unnamed.join(', ')}, but browsers are told to ` +
        `keep what lies in ${IMMUTABLE_FOLDERS.join('/, ')}/ for good.`,
    );
  }
}

/**
 * Puts a hash of its content into a file's name.
 *
 * @returns The new name.
 */
export async function nameByContent(folder: string, name: string): Promise<string> {
  const content = await readFile(join(folder, name));
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8);
  const ending = extname(name);
  const named = `${name.slice(0, -ending.length)}-${hash}${ending}`;
  await rename(join(folder, name), join(folder, named));
  return named;
}
