import { expect, test } from 'vitest';
import { listHits } from '../../../src/search/browser/concordance.ts';
import type { TextPiece } from '../../../src/search/search-document.ts';
import { foldText } from '../../../src/text/fold.ts';

const fold = (text: string) => foldText(text, new Map());

const paper: TextPiece = {
  section: '',
  passages: [
    { id: 'p1', text: '引言讲作风。', places: [] },
    { id: 's1', text: '一、转变作风', places: [] },
    {
      id: 'p2',
      text: '一是抓作风。话。作风要实，作风要严！二是抓学习。学习为先。',
      places: [
        [0, 's1-1'],
        [17, 's1-2'],
      ],
    },
  ],
  entries: {
    s1: { text: '一、转变作风', ordinal: '一、' },
    's1-1': { text: '一是抓作风', ordinal: '一是' },
    's1-2': { text: '二是抓学习', ordinal: '二是' },
  },
};

const show = (terms: string[]) =>
  [...listHits(paper, terms, fold)].map(({ passage, trail, parts, firstHit, hits }) =>
    [
      passage,
      trail.map(({ text }) => text).join('>'),
      parts.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join(''),
      `${firstHit}+${hits}`,
    ].join(' | '),
  );

test('hits stand in reading order under their section and point, a sentence around each', () => {
  expect(show(['作风'])).toEqual([
    'p1 |  | 引言讲[作风]。 | 1+1',
    's1 |  | 一、转变[作风] | 2+1',
    'p2 | 一、转变作风 | 一是抓[作风]。 | 3+1',
    'p2 | 一、转变作风>一是抓作风 | [作风]要实，[作风]要严！ | 4+2',
  ]);
  expect(show(['学习为先'])).toEqual(['p2 | 一、转变作风>二是抓学习 | [学习为先]。 | 1+1']);
});

test('several terms are marked together, and overlapping hits become one mark', () => {
  expect(show(['学习', '话'])).toEqual([
    'p2 | 一、转变作风>一是抓作风 | [话]。 | 1+1',
    'p2 | 一、转变作风 | 二是抓[学习]。[学习]为先。 | 2+2',
  ]);
  const laugh = { ...paper, passages: [{ id: 'p1', text: '哈哈哈哈', places: [] as [] }] };
  expect([...listHits(laugh, ['哈哈'], fold)]).toMatchObject([
    { hits: 3, parts: [{ text: '哈哈哈哈', isMatch: true }] },
  ]);
});

test('a note stands under no section, though it comes after the last', () => {
  const note = { id: 'user-content-fn-1', text: '注：作风。', places: [] as [] };
  const lines = [...listHits({ ...paper, passages: [...paper.passages, note] }, ['注'], fold)];
  expect(lines.map(({ trail }) => trail)).toEqual([[]]);
});

test('a long sentence is cut, and says so', () => {
  const text = `${'前'.repeat(100)}作风${'后'.repeat(100)}。`;
  const long = { ...paper, passages: [{ id: 'p1', text, places: [] as [] }] };
  expect([...listHits(long, ['作风'], fold)][0]?.parts.map((part) => part.text)).toEqual([
    '……',
    '前'.repeat(45),
    '作风',
    '后'.repeat(45),
    '……',
  ]);
});

test('a cut leaves whole characters', () => {
  const text = `${'𠮷'.repeat(100)}a作风${'𠮷'.repeat(100)}`;
  const long = { ...paper, passages: [{ id: 'p1', text, places: [] as [] }] };
  const shown =
    [...listHits(long, ['作风'], fold)][0]?.parts.map((part) => part.text).join('') ?? '';
  expect(shown).not.toMatch(/\p{Cs}/u);
});

test('hits stand under chapter and article, whose number is not shown twice', () => {
  const law: TextPiece = {
    section: 's1',
    passages: [
      { id: 'p4', text: '前款赔偿。', places: [] },
      { id: 's2', text: '第二章 程序', places: [] },
      { id: 'p5', text: '第三条　申请赔偿，应当递交。', places: [[0, 'a3']] },
      { id: 'p6', text: '赔偿义务。', places: [] },
      { id: 'p7', text: '第三条之一　第三条之一所称赔偿。', places: [[0, 'a3-1']] },
      { id: 's3', text: '第三章 赔偿', places: [] },
    ],
    entries: {
      s1: { text: '第一章 总则', ordinal: '第一章' },
      s2: { text: '第二章 程序', ordinal: '第二章' },
      a3: { text: '第三条', ordinal: '第三条', isArticle: true, parent: 's2' },
      'a3-1': { text: '第三条之一', ordinal: '第三条之一', isArticle: true, parent: 's2' },
      s3: { text: '第三章 赔偿', ordinal: '第三章' },
    },
  };
  const lines = (term: string) =>
    [...listHits(law, [term], fold, 7)].map(({ trail, parts, firstHit }) => [
      trail.map(({ text }) => text).join('>'),
      parts.map(({ text }) => text).join(''),
      firstHit,
    ]);
  expect(lines('赔偿')).toEqual([
    ['第一章 总则', '前款赔偿。', 8],
    ['第二章 程序>第三条', '申请赔偿，应当递交。', 9],
    ['第二章 程序>第三条', '赔偿义务。', 10],
    ['第二章 程序>第三条之一', '第三条之一所称赔偿。', 11],
    ['', '第三章 赔偿', 12],
  ]);
  expect(lines('第三条')[0]).toEqual(['第二章 程序>第三条', '第三条　申请赔偿，应当递交。', 8]);
});
