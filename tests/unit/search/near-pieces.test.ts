import { expect, test } from 'vitest';
import { findNearPieces } from '../../../src/search/near-pieces.ts';

const find = (one: number[], other: number[], least: number, most: number) => [
  ...findNearPieces(Int32Array.from(one), Int32Array.from(other), [0, 100, 200], { least, most }),
];

test('pieces are found in which one is followed by the other at the distance', () => {
  expect(find([10, 110, 250], [15, 150, 252], 2, 5)).toEqual([0, 2]);
  expect(find([10], [5], 0, 5)).toEqual([]);
  expect(find([10], [16], 0, 5)).toEqual([]);
  expect(find([], [16], 0, 5)).toEqual([]);
});

test('a hit of which its piece alone is known may be anywhere in it', () => {
  expect(find([100], [190], 2, 5)).toEqual([1]);
  expect(find([150], [100], 2, 5)).toEqual([1]);
  expect(find([100], [200], 2, 5)).toEqual([]);
});
