import { editions } from '../editions/editions.ts';
import { IMMUTABLE_PATH } from './immutable-files.ts';

/**
 * What every host sends with every file, besides type and caching: the one list all recipes are
 * written from. Each page brings its Content-Security-Policy in a `<meta>`; here stands what a
 * `<meta>` cannot say.
 */
export const hostHeaders: readonly HostHeader[] = [
  // A file is what its type says, never what its bytes look like.
  { name: 'X-Content-Type-Options', value: 'nosniff', needs: 'nothing' },
  // Whoever follows a link out of a paper does not tell the other site what was being read.
  { name: 'Referrer-Policy', value: 'same-origin', needs: 'nothing' },
  // Only names every Chromium knows: for another it would print a warning on every page.
  {
    name: 'Permissions-Policy',
    value: [
      'accelerometer',
      'camera',
      'display-capture',
      'geolocation',
      'gyroscope',
      'magnetometer',
      'microphone',
      'midi',
      'payment',
      'usb',
    ]
      .map((feature) => `${feature}=()`)
      .join(', '),
    needs: 'nothing',
  },
  // Not heard in a `<meta>` (CSP 3 §3.3). Not 'none': an office's portal on the same host may show the
  // site in a frame, and there is no login or form of consequence here to be clicked by deceit.
  { name: 'Content-Security-Policy', value: "frame-ancestors 'self'", needs: 'nothing' },
  // Over plain HTTP browsers ignore it and say so in the console (HTML §7.1.3).
  { name: 'Cross-Origin-Opener-Policy', value: 'same-origin', needs: 'trust' },
  // RFC 6797 §7.2 forbids it over plain HTTP, where §8.1 has browsers ignore it.
  {
    name: 'Strict-Transport-Security',
    value: 'max-age=63072000; includeSubDomains',
    needs: 'https',
  },
];

/** A header for all files. */
export interface HostHeader {
  name: string;
  value: string;
  /** What the connection must be: anything; HTTPS or to this very computer; HTTPS. */
  needs: 'nothing' | 'trust' | 'https';
}

/** Of a file whose name changes with its content (RFC 8246). */
export const IMMUTABLE = 'public, max-age=31536000, immutable';

/** Of any other: kept, but asked for again before each use (RFC 9111 §5.2.2.4). */
export const REVALIDATED = 'no-cache';

/** Of the editions, but for pages. */
const takenAway = Object.fromEntries(
  Object.values(editions)
    .filter(({ ending }) => ending !== 'html')
    .map(({ ending, type }) => [ending, type]),
);

/** Content types that servers do not know by themselves, by extension without a dot. */
export const rareTypes: Readonly<Record<string, string>> = {
  webmanifest: 'application/manifest+json',
  ...takenAway,
  // Compressed inside, and unpacked by our own script: no Content-Encoding may name that.
  gz_words: 'application/octet-stream',
  gz_ends: 'application/octet-stream',
  gz_json: 'application/octet-stream',
};

/** Content types of all the site has files of, by extension without a dot. */
export const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  // RFC 9239 §6.
  js: 'text/javascript; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  // RFC 8259 §11 knows no charset: JSON is UTF-8.
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  woff2: 'font/woff2',
  ...rareTypes,
};

/**
 * Tells how long a file may be kept.
 *
 * @param path Of the file in its address, with a leading slash and decoded.
 * @returns A value for `Cache-Control`.
 */
export function cacheControl(path: string): string {
  return new RegExp(IMMUTABLE_PATH).test(path) ? IMMUTABLE : REVALIDATED;
}

/**
 * Tells the type of a file from its extension; of one the site has none of, that it is bytes.
 *
 * @returns A value for `Content-Type`.
 */
export function contentType(path: string): string {
  const extension = path.slice(path.lastIndexOf('.') + 1);
  return contentTypes[extension] ?? 'application/octet-stream';
}
