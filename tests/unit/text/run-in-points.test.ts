import { expect, it } from 'vitest';
import { findRunInPoints } from '../../../src/text/run-in-points.ts';

const leads = (paragraphs: string[], heading?: string) =>
  findRunInPoints(
    paragraphs.map((text) => ({ text })),
    0,
    heading,
  ).map(
    ({ paragraph, start, leadEnd, depth }) =>
      '  '.repeat(depth) + (paragraphs[paragraph] ?? '').slice(start, leadEnd),
  );

it('finds a series that counts on from one', () => {
  expect(leads(['一要甲。文。二要乙！文。', '三要丙；文。'])).toEqual([
    '一要甲。',
    '二要乙！',
    '三要丙；',
  ]);
});

it('puts a series of other words below the point it stands in', () => {
  expect(leads(['一要甲：一是子；二是丑。二要乙。'])).toEqual([
    '一要甲：',
    '  一是子；',
    '  二是丑。',
    '二要乙。',
  ]);
});

it('takes an unnumbered lead only under a heading that announces one thing', () => {
  expect(leads(['争先创优意识。下一步。'], '树立“一个意识”')).toEqual(['争先创优意识。']);
  expect(leads(['争先创优意识。下一步。'], '提高“两个能力”')).toEqual([]);
});

it.each([
  '一是甲。三是乙。',
  '二是甲。三是乙。',
  '一是甲。二要乙。',
  '统一是甲。统二是乙。',
  '“一是甲。二是乙。”',
  '《一是甲。二是乙。》',
])('finds nothing in %s', (text) => {
  expect(leads([text])).toEqual([]);
});

it('reads a very long paragraph in no time', () => {
  const text = `一是甲。${'一项工作，“两个能力”。'.repeat(20_000)}二是乙。`;
  const start = performance.now();

  expect(leads([text])).toEqual(['一是甲。', '二是乙。']);
  expect(performance.now() - start).toBeLessThan(2_000);
});
