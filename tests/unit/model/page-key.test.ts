import { expect, test } from 'vitest';
import { pageKey } from '../../../src/model/page-key.ts';

test('a page’s key does not depend on which part of the model was read first', () => {
  const [collection, variants] = [{ title: '材料', file: 'a.md' }, '後后'];
  expect(pageKey({ variants, collection: { file: 'a.md', title: '材料' } })).toBe(
    pageKey({ collection, variants }),
  );
});

test('a page’s key changes with what is in its parts, their order and their number', () => {
  const keys = [[], ['a'], ['a', 'b'], ['b', 'a'], [['a', 'b']], [{ a: 'b' }], [undefined, 'a']];
  expect(new Set(keys.map((parts) => pageKey(...parts))).size).toBe(keys.length);
});
