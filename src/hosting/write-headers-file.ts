import { hostHeaders, IMMUTABLE, rareTypes } from './host-headers.ts';
import { IMMUTABLE_FOLDERS } from './immutable-files.ts';

/**
 * Writes `_headers`, which Netlify and Cloudflare Pages read from the root of a site
 * (docs.netlify.com/manage/routing/headers, developers.cloudflare.com/pages/configuration/headers).
 * Both are HTTPS only. What it says nothing of they send with `public, max-age=0, must-revalidate`,
 * which means what `no-cache` does, and compressed by themselves.
 */
export function writeHeadersFile(): string {
  const rules = [
    writeRule(
      '/*',
      hostHeaders.map(({ name, value }) => [name, value]),
    ),
    // Where two rules match, these hosts join their values with a comma: no two may speak of caching.
    ...IMMUTABLE_FOLDERS.map((folder) => writeRule(`/${folder}/*`, [['Cache-Control', IMMUTABLE]])),
    ...Object.entries(rareTypes).map(([extension, type]) =>
      writeRule(`/*.${extension}`, [['Content-Type', type]]),
    ),
  ];
  return rules.join('\n');
}

function writeRule(path: string, headers: readonly (readonly [string, string])[]): string {
  return `${path}\n${headers.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`;
}
