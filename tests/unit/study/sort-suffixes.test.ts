import { expect, it } from 'vitest';
import { sortSuffixes } from '../../../src/study/sort-suffixes.ts';

/** The same by comparing every two suffixes. */
function sortPlainly(values: readonly number[]): number[] {
  const compare = (one: number, other: number): number => {
    for (let step = 0; ; step++) {
      const [here, there] = [values[one + step] ?? -1, values[other + step] ?? -1];
      if (here !== there) return here - there;
    }
  };
  return values.map((_, at) => at).sort(compare);
}

it.for([
  { name: 'nothing', values: [] },
  { name: 'one number', values: [7] },
  { name: 'equal numbers', values: [3, 3, 3, 3, 3] },
  { name: 'rising numbers', values: [0, 1, 2, 3] },
  { name: 'falling numbers', values: [3, 2, 1, 0] },
  { name: 'a period', values: [2, 1, 2, 1, 2, 1, 2] },
  { name: 'mississippi', values: [...'mississippi'].map((letter) => letter.charCodeAt(0)) },
])('sorts the suffixes of $name', ({ values }) => {
  expect([...sortSuffixes(Int32Array.from(values))]).toEqual(sortPlainly(values));
});

it('sorts the suffixes of numbers drawn from few and from many', () => {
  let seed = 7;
  for (let round = 0; round < 300; round++) {
    const values = Array.from({ length: 1 + (round % 60) }, () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % (2 + (round % 9));
    });
    expect([...sortSuffixes(Int32Array.from(values))]).toEqual(sortPlainly(values));
  }
});
