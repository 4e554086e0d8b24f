import { expect, test } from 'vitest';
import { countRuns, listClauses, type Side } from '../../../src/text/count-runs.ts';

const count = (texts: readonly string[], side: Side) =>
  Object.fromEntries(
    countRuns(listClauses(texts, side).clauses, side).map((run) => [run.text, run.count]),
  );

test('what only ever stands inside a longer run is told as the longer one', () => {
  expect(count(['质量发展，一', '质量发展。', '质量发展'], 'after')).toEqual({ 质量发展: 3 });
  expect(count(['质量发展，一', '质量强国。', '质量发展'], 'after')).toEqual({
    质量: 3,
    质量发展: 2,
  });
  expect(count(['，坚持', '始终坚持', '始终坚持'], 'before')).toEqual({ 坚持: 3, 始终坚持: 2 });
});

test('a run is counted wherever it stands, and named where it mostly is whole words', () => {
  const runs = count(['发展经济', '发展经济', '发展教育', '发'], 'after');
  expect(runs).toEqual({ 发展: 3, 发展经济: 2 });
});

test('a run ends at marks and white space, which are counted where nothing else stands between', () => {
  const { clauses, marks } = listClauses(['，发展', ' 发展', '发展 经济', '', '发展'], 'after');
  expect(marks).toBe(2);
  expect([...clauses]).toEqual([['发展', 2]]);
});

test('a word of letters that is longer than a run is told whole', () => {
  expect(count(['international组织', 'international会议'], 'after')).toEqual({ international: 2 });
});

test('no character is cut in two', () => {
  const long = '𠮷'.repeat(40);
  expect([...listClauses([long], 'before').clauses.keys()]).toEqual(['𠮷'.repeat(16)]);
  expect([...listClauses([`a${long}`], 'before').clauses.keys()]).toEqual(['𠮷'.repeat(16)]);
});
