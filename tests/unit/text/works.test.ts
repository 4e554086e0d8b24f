import { expect, it } from 'vitest';
import { findWorks } from '../../../src/text/works.ts';

it('finds each work once, with its marks, in the order of the collection', () => {
  expect(findWorks(['把《工作条例》和《值班制度》结合', '按照《工作条例》'])).toEqual([
    '《工作条例》',
    '《值班制度》',
  ]);
});

it('leaves a title inside a title to it, and marks that do not close', () => {
  expect(findWorks(['《学习〈条例〉体会》', '《未完', '《》'])).toEqual(['《学习〈条例〉体会》']);
});
