import { expect, test } from 'vitest';
import { packPapers, unpackPapers } from '../../../src/search/paper-list.ts';

const paper = {
  id: '01-$&法(2020-01-02)',
  name: '$&法',
  distinction: '',
  label: '',
  title: '$&法',
  topic: '行政法',
  date: '2020-01-02',
};

test('a list of papers comes back as it was, whatever their names', () => {
  const papers = [
    paper,
    { ...paper, id: '法', date: '', topic: '' },
    { ...paper, id: 'a', title: '题目', name: '第三篇', label: '第三篇' },
    { ...paper, id: 'b', distinction: '2020' },
  ];
  expect(unpackPapers(packPapers(papers))).toEqual(papers);
});

test('a title that is the name of its file is written once', () => {
  expect(JSON.stringify(packPapers([paper])).split('$&法')).toHaveLength(2);
});
