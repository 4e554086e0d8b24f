import { expect, it } from 'vitest';
import { readSiteUrl } from '../../../src/hosting/site-url.ts';

it.for([
  ['https://example.org', 'https://example.org/'],
  ['https://example.org/intranet', 'https://example.org/intranet/'],
  ['http://10.0.0.5:8080/研讨//', 'http://10.0.0.5:8080/%E7%A0%94%E8%AE%A8/'],
  ['https://example.org/a?b#c', 'https://example.org/a/'],
])('reads %s as %s', ([value, url]) => {
  expect(readSiteUrl(value)).toBe(url);
});

it.for([undefined, ''])('takes %s for an address not known', (value) => {
  expect(readSiteUrl(value)).toBeUndefined();
});

it.for(['example.org', 'ftp://example.org', 'https://', '/papers/'])(
  'refuses %s, and says how to write it',
  (value) => {
    expect(() => readSiteUrl(value)).toThrow('请写成 https://example.org/ 这样');
  },
);
