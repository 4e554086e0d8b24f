import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { site } from '../../../src/site.ts';

test('the browser’s own bars have the colour of the page, light and dark', () => {
  const tokens = readFileSync('src/styles/tokens.css', 'utf8');
  const [light, ...dark] = [...tokens.matchAll(/--color-paper: (#\w+);/g)].map(
    ([, color]) => color,
  );
  expect(light).toBe(site.themeColor.light);
  expect(new Set(dark)).toEqual(new Set([site.themeColor.dark]));
});
