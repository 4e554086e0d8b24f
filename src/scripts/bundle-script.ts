import { build } from 'esbuild';
import { OLDEST_BROWSER } from '../browsers.ts';

/**
 * Bundles a script and all it imports into one classic script. Astro's own scripts are modules, and
 * what two of them share becomes a file of its own, which no browser loads from disk.
 *
 * @param entry Path of the script, from the project's folder.
 * @param globalName Name under which the script's exports can be called.
 */
export async function bundleScript(entry: string, globalName: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    globalName,
    target: OLDEST_BROWSER,
    charset: 'utf8',
  });
  return outputFiles[0]?.text ?? '';
}
