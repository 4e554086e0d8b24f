import { expect, test } from 'vitest';
import { listVariants } from '../../../src/model/list-variants.ts';
import { readVariants } from '../../../src/text/variants.ts';

const list = (text: string) => readVariants(listVariants(text));

test('lists the Traditional forms of the characters that occur, and no others', () => {
  const variants = list('作风发展');
  expect(variants.get('風')).toBe('风');
  expect(variants.get('發')).toBe('发');
  expect(variants.get('髮')).toBe('发');
  expect(variants.has('學')).toBe(false);
});

test('a Traditional character of the collection’s own is found as the Simplified one', () => {
  expect(list('发達與發展').get('發')).toBe('发');
});

test('a character that is also a Simplified one keeps apart where the collection uses it', () => {
  expect(list('答复').get('覆')).toBe('复');
  expect(list('答复，全覆盖').has('覆')).toBe(false);
});
