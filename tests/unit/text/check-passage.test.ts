import { expect, test } from 'vitest';
import { checkPassage, findChecked } from '../../../src/text/check-passage.ts';

const TEXT = '一要抓调研促提升，二要抓典型促示范，三要抓调研促提升，四要抓落实';

const find = (passage: string, near: number, text = TEXT) =>
  findChecked(text, { length: passage.length, check: checkPassage(passage) }, near);

test('a passage is found wherever it stands, the place nearest to where it was', () => {
  for (const [passage, near, expected] of [
    ['抓典型', 11, 11],
    ['抓典型', 0, 11],
    ['抓典型', 500, 11],
    ['抓调研促提升', 3, 2],
    ['抓调研促提升', 20, 20],
    ['抓调研促提升', 999, 20],
    [TEXT, 0, 0],
    ['实', 0, TEXT.length - 1],
  ] as const) {
    expect([passage, near, find(passage, near)]).toEqual([passage, near, expected]);
  }
});

test('a passage whose words have changed is not found', () => {
  for (const passage of ['抓典型促示', '示范，三要抓', '四要抓落实']) {
    const changed = TEXT.replaceAll('示范', '师范').replace('典型', '典形').replace('四', '五');
    expect(find(passage, 0, changed)).toBeUndefined();
  }
});

test('nothing is found for nonsense', () => {
  expect(findChecked(TEXT, { length: 0, check: '0' }, 0)).toBeUndefined();
  expect(findChecked(TEXT, { length: 10_000, check: 'a' }, 0)).toBeUndefined();
  expect(findChecked('', { length: 1, check: 'a' }, 0)).toBeUndefined();
});

test('no two stretches of a text of usual length have one check', () => {
  const text = Array.from({ length: 4000 }, (_, index) =>
    String.fromCharCode(0x4e00 + ((index * index * 7919) % 5000)),
  ).join('');
  const stretches = new Set<string>();
  for (let at = 0; at + 12 <= text.length; at++) stretches.add(text.slice(at, at + 12));
  expect(new Set([...stretches].map(checkPassage)).size).toBe(stretches.size);
});
