import { expect, test } from 'vitest';
import { findUnpunctuated, stripMarks } from '../../../src/text/find-unpunctuated.ts';
import { foldText } from '../../../src/text/fold.ts';

const fold = (text: string) => foldText(text, new Map());
const show = (term: string, text: string) =>
  findUnpunctuated(stripMarks(fold(term).text))(fold(text), []).map(({ start, end, gaps }) =>
    [text.slice(start, end), ...gaps.map((gap) => text.slice(gap.start, gap.end))].join('|'),
  );

test('punctuation in the text does not count, nor in the term', () => {
  expect(show('三抓三促行动', '开展“三抓三促”行动。')).toEqual(['三抓三促”行动|”']);
  expect(show('一分部署九分落实', '一分部署，九分落实')).toEqual(['一分部署，九分落实|，']);
  expect(show('落实，《办法》', '抓落实《办法》的')).toEqual(['落实《办法|《']);
});

test('occurrences that overlap are each found', () => {
  expect(show('哈哈', '哈、哈哈')).toEqual(['哈、哈|、', '哈哈']);
});
