import { hostHeaders, IMMUTABLE, rareTypes } from './host-headers.ts';

/**
 * Paths with nothing but hashed files below. Where two rules match, these hosts join their values with a
 * comma, so no two may speak of caching: hence no rule for `search/` as a whole, whose manifest changes.
 */
const HASHED_PATHS = [
  '/_astro/*',
  '/fonts/*',
  '/parallels/*',
  '/scripts/*',
  '/search/words/*',
  '/search/texts/*',
];

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
    ...HASHED_PATHS.map((path) => writeRule(path, [['Cache-Control', IMMUTABLE]])),
    ...Object.entries(rareTypes).map(([extension, type]) =>
      writeRule(`/*.${extension}`, [['Content-Type', type]]),
    ),
  ];
  return rules.join('\n');
}

function writeRule(path: string, headers: readonly (readonly [string, string])[]): string {
  return `${path}\n${headers.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`;
}
