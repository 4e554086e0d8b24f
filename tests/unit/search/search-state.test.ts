import { expect, test } from 'vitest';
import { readSearchAddress, writeSearchAddress } from '../../../src/search/browser/search-state.ts';

test('an address tells scope, place to look and view, and is written as it was read', () => {
  const address = '?q=%E5%AD%A6+%E5%8A%9B&scope=sentence&in=headings&view=kwic&align=before';
  const state = readSearchAddress(address);
  expect(state).toMatchObject({
    query: '学 力',
    scope: 'sentence',
    where: 'headings',
    view: 'kwic',
    align: 'before',
  });
  expect(writeSearchAddress(state)).toBe(address);
});

test('an address tells within how many characters, and in what order', () => {
  const address = '?q=x+y&within=20&order=typed';
  const state = readSearchAddress(address);
  expect(state).toMatchObject({ within: 20, order: 'typed', scope: undefined });
  expect(writeSearchAddress(state)).toBe(address);
  expect(readSearchAddress('?q=x+y&within=20&scope=sentence')).toMatchObject({
    within: 20,
    scope: undefined,
  });
  for (const within of ['', '0', '1', '-3', '2.5', '501', '1e9', 'x']) {
    const meaningless = readSearchAddress(`?q=x+y&within=${within}&order=typed`);
    expect(writeSearchAddress(meaningless)).toBe('?q=x+y');
  }
});

test('what makes no sense in an address is left out', () => {
  const state = readSearchAddress('?q=x&scope=page&in=toString&view=1&align=&sort=__proto__');
  expect(writeSearchAddress(state)).toBe('?q=x');
});
