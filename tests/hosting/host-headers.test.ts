import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cacheControl, contentType, hostHeaders } from '../../src/hosting/host-headers.ts';
import { refuseUnnamed } from '../../src/hosting/immutable-files.ts';
import { writeCaddyfile } from '../../src/hosting/write-caddyfile.ts';
import { writeHeadersFile } from '../../src/hosting/write-headers-file.ts';
import { writeNginxConfig } from '../../src/hosting/write-nginx-config.ts';
import { makeSite, type Site } from './make-site.ts';

const IMMUTABLE = 'public, max-age=31536000, immutable';

let site: Site;
beforeAll(async () => {
  site = await makeSite();
});
afterAll(() => site.remove());

test('keeps a file for good only if its name changes with it', () => {
  const kept = site.paths.filter((path) => cacheControl(`/${path}`) === IMMUTABLE);
  expect(kept).toEqual([
    '_astro/main.BMB3tk4L.css',
    'fonts/faces.c4081b85.css',
    'fonts/body.0ed0903d.woff2',
    'scripts/reader-ee697f2d.js',
    'parallels/0-56a6e3c9.js',
    'search/manifest-56a6e3c9.gz_json',
    'search/words/0-56a6e3c9.gz_words',
    'search/ends/0-56a6e3c9.gz_ends',
    'search/texts/0-56a6e3c9.gz_json',
    'search/pinyin-56a6e3c9.gz_json',
    'search/texts-5b14e5ee.js',
  ]);
  for (const path of site.paths.filter((each) => !kept.includes(each))) {
    expect([path, cacheControl(`/${path}`)]).toEqual([path, 'no-cache']);
  }
});

test('does so wherever the site stands, even under a folder of our own names', () => {
  for (const base of ['/深 层/site', '/search', '/fonts', '/scripts/papers']) {
    for (const path of site.paths) {
      const both = [path, cacheControl(`${base}/${path}`)];
      expect(both).toEqual([path, cacheControl(`/${path}`)]);
    }
  }
});

test('keeps no file without a hash, even where hashed ones lie', () => {
  for (const path of ['fonts/faces.css', 'search/texts.js', 'scripts/reader.js']) {
    expect(cacheControl(`/${path}`)).toBe('no-cache');
  }
});

test('names the types servers do not know, and the encoding of text', () => {
  expect(contentType('/manifest.webmanifest')).toBe('application/manifest+json');
  expect(contentType('/研讨材料.epub')).toBe('application/epub+zip');
  expect(contentType('/search/papers/qaa_1.gz_json')).toBe('application/octet-stream');
  expect(contentType('/a.html')).toBe('text/html; charset=utf-8');
  expect(contentType('/a.b/unknown')).toBe('application/octet-stream');
});

describe('_headers', () => {
  const rules = readRules(writeHeadersFile());

  test('gives every file every header', () => {
    expect(rules.find(({ path }) => path === '/*')?.headers).toEqual(
      hostHeaders.map(({ name, value }) => [name, value]),
    );
  });

  test('tells of every file what the other recipes tell', () => {
    for (const path of site.paths) {
      const [found = 'no-cache'] = headersFor(`/${path}`, 'Cache-Control');
      expect([path, found]).toEqual([path, cacheControl(`/${path}`)]);
    }
  });

  test('says nothing twice of one file, since the hosts would join both', () => {
    for (const path of site.paths) {
      for (const name of ['Cache-Control', 'Content-Type', 'X-Content-Type-Options']) {
        expect(headersFor(`/${path}`, name).length).toBeLessThanOrEqual(1);
      }
    }
  });

  test('stays within Cloudflare’s limits', () => {
    expect(rules.length).toBeLessThanOrEqual(100);
    for (const { path } of rules) expect(path.split('*').length).toBeLessThanOrEqual(2);
  });

  /** As Netlify and Cloudflare match: `*` is any run of characters, `:name` one part of a path. */
  function headersFor(path: string, header: string): string[] {
    return rules
      .filter((rule) => {
        const pattern = rule.path
          .replaceAll('.', String.raw`\.`)
          .replaceAll('*', '.*')
          .replace(/:\w+/g, '[^/]+');
        return new RegExp(`^${pattern}$`).test(path);
      })
      .flatMap(({ headers }) => headers.filter(([name]) => name === header))
      .map(([, value]) => value);
  }
});

test('every recipe says the same', () => {
  for (const recipe of [writeHeadersFile(), writeNginxConfig(), writeCaddyfile()]) {
    for (const { name, value } of hostHeaders) {
      expect(recipe).toContain(name);
      expect(recipe).toContain(value);
    }
    expect(recipe).toContain(IMMUTABLE);
    expect(recipe).toContain('application/manifest+json');
  }
});

test('a build is stopped that would have a file kept for good which can change', () => {
  expect(() => refuseUnnamed(site.paths)).not.toThrow();
  for (const path of ['fonts/faces.css', 'search/texts.js', 'scripts/reader.js', '_astro/a.html']) {
    expect(() => refuseUnnamed([...site.paths, path])).toThrow(path);
  }
});

function readRules(text: string): { path: string; headers: [string, string][] }[] {
  return text.split('\n\n').map((block) => {
    const [path = '', ...lines] = block.trimEnd().split('\n');
    return {
      path,
      headers: lines.map((line) => {
        const [, name = '', value = ''] = /^ {2}([\w-]+): (.+)$/.exec(line) ?? [];
        return [name, value];
      }),
    };
  });
}
