import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { processPaper } from './process-paper.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');

/** The same for every block, and tested by themselves: in each fixture they would hide the rest. */
const PERMANENT_LINK = /<a [^>]*><\/a>/g;

const cases = readdirSync(FIXTURES, { recursive: true })
  .map((name) => String(name).replaceAll('\\', '/'))
  .filter((name) => name.endsWith('/input.md'))
  .map((name) => dirname(name))
  .sort();

describe('Markdown becomes the HTML beside it', () => {
  test.for(cases)('%s', async (name) => {
    const { html } = await processPaper(readFileSync(join(FIXTURES, name, 'input.md'), 'utf8'));
    expect(html.replaceAll(PERMANENT_LINK, '')).toBe(
      readFileSync(join(FIXTURES, name, 'output.html'), 'utf8'),
    );
  });
});
