import { expect, it } from 'vitest';
import { findLonePoints } from '../../../src/text/lone-points.ts';

it.each([
  [['一是', '二是', '三是'], []],
  [['一是'], [0]],
  [
    ['一是', '二要'],
    [0, 1],
  ],
  [
    ['二是', '三是'],
    [0, 1],
  ],
  [
    ['一、', '一是', '二、', '二是'],
    [1, 3],
  ],
  [['一、', '一是', '二是', '二、', '一是', '二是'], []],
])('of %j those at %j stand in no series', (ordinals, lone) => {
  expect([...findLonePoints(ordinals)]).toEqual(lone);
});
