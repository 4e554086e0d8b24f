import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';

/** Scripts that a bundler is told of by their path. */
const BUNDLED = /['"](?:\.?\/)?src\/([\w/.-]+\.ts)['"]/g;

/**
 * Reads which file of the source imports which: in TypeScript, in the front matter and in the scripts of
 * Astro components, as types too; and which script is named by its path to a bundler or a worker.
 *
 * @param root Folder of the source.
 * @returns For each file, by its path from there, what it imports: files as paths, packages by name.
 */
export function readImports(root: string): Map<string, string[]> {
  const files = readdirSync(root, { recursive: true })
    .map((name) => String(name).replaceAll('\\', '/'))
    .filter((name) => /\.(?:ts|astro)$/.test(name) && !name.endsWith('.d.ts'))
    .sort();
  return new Map(
    files.map((file) => [file, readTargets(file, readFileSync(posix.join(root, file), 'utf8'))]),
  );
}

function readTargets(file: string, source: string): string[] {
  const imported = scriptsOf(file, source).flatMap((script) =>
    ts.preProcessFile(script, true, true).importedFiles.map(({ fileName }) => fileName),
  );
  const targets = imported.map((target) =>
    target.startsWith('.') ? posix.join(posix.dirname(file), target) : target,
  );
  const bundled = [...source.matchAll(BUNDLED)].map(([, path = '']) => path);
  return [...new Set([...targets, ...bundled])];
}

function scriptsOf(file: string, source: string): string[] {
  if (!file.endsWith('.astro')) return [source];
  const [, frontMatter = ''] = /^---\n([\s\S]*?)\n---/.exec(source) ?? [];
  const scripts = [...source.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)];
  return [frontMatter, ...scripts.map(([, text = '']) => text)];
}
