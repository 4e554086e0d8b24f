import { expect, test } from 'vitest';
import { narrowPapers } from '../../../src/search/browser/narrow-papers.ts';
import type { SearchPaper } from '../../../src/search/search-document.ts';

const paper = (topic: string, date: string): SearchPaper => ({
  id: topic + date,
  name: '',
  distinction: '',
  label: '',
  title: '',
  topic,
  date,
});

const papers = [
  paper('行政法', '2020-01-02'),
  paper('行政法', '2021-05-06'),
  paper('社会法', '2020-03-04'),
  paper('', '2019-01-01'),
  paper('行政法', ''),
  paper('不相干', '1999-01-01'),
];
/** All but the last. */
const found = papers.slice(0, -1).map((_, index) => ({ paper: index, head: 0, body: 1 }));

const narrow = (topic?: string, year?: string) => {
  const narrowing = narrowPapers(found, papers, { query: 'x', topic, year });
  const list = (choices: { value: string; papers: number }[]) =>
    choices.map(({ value, papers: count }) => `${value || '–'} ${count}`).join(', ');
  return {
    papers: narrowing.papers.map((each) => each.paper),
    topics: list(narrowing.topics),
    years: list(narrowing.years),
  };
};

test('counts the topics and years of what is found, those without one last', () => {
  expect(narrow()).toEqual({
    papers: [0, 1, 2, 3, 4],
    topics: '行政法 3, 社会法 1, – 1',
    years: '2021 1, 2020 2, 2019 1, – 1',
  });
});

test('says of each topic what it would leave of the year, and the other way round', () => {
  expect(narrow('行政法')).toEqual({
    papers: [0, 1, 4],
    topics: '行政法 3, 社会法 1, – 1',
    years: '2021 1, 2020 1, – 1',
  });
  expect(narrow('行政法', '2020')).toEqual({
    papers: [0],
    topics: '行政法 1, 社会法 1',
    years: '2021 1, 2020 1, – 1',
  });
  expect(narrow('', '').papers).toEqual([3]);
});

test('does not heed what would leave nothing', () => {
  expect(narrow('没有这个', '2020').papers).toEqual([0, 2]);
  expect(narrow('社会法', '1999').papers).toEqual([2]);
  expect(narrow('不相干').papers).toEqual([0, 1, 2, 3, 4]);
});
