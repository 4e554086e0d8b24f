import { expect, test } from 'vitest';
import { processPaper } from './process-paper.ts';

test('the outline nests points under headings, ordinals apart, leads without their closing mark', async () => {
  const { structure } = await processPaper('引言。\n\n一、总则。\n\n一是甲。话。二是乙！话。');
  expect(structure.outline).toEqual([
    {
      id: 's1',
      kind: 'heading',
      ordinal: '一、',
      text: '一、总则。',
      children: [
        { id: 's1-1', kind: 'point', ordinal: '一是', text: '一是甲', children: [] },
        { id: 's1-2', kind: 'point', ordinal: '二是', text: '二是乙', children: [] },
      ],
    },
  ]);
});

test('ids stay when the wording changes', async () => {
  const ids = async (body: string) =>
    [...(await processPaper(body)).html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(await ids('一、学习\n\n一是读。话。二是写。话。')).toEqual(
    await ids('一、实践\n\n一是想。别的话。二是做。别的话。'),
  );
});

test('the body divides into introduction, first-level entries and closing line', async () => {
  const { structure } = await processPaper(
    '引言五字。\n\n一、甲\n\n一是学。话。二是干。话。\n\n二、乙\n\n话。\n\n真正当好楷模。',
  );
  expect(structure.spans).toEqual([
    { id: null, characters: 5 },
    { id: 's1', characters: 15 },
    { id: 's2', characters: 5 },
    { id: null, characters: 7 },
  ]);
  expect(structure.characters).toBe(32);
  expect(structure.opening).toBe('引言五字。');
});

test('footnotes do not count as the paper’s words twice, nor their marks at all', async () => {
  const { structure } = await processPaper('正文。[^1]\n\n[^1]: 注文。');
  expect(structure.characters).toBe(6);
});

test('a closing line is known before footnotes, which belong to no entry', async () => {
  const { structure } = await processPaper(
    '一、甲\n\n一是学。话。二是干。话。\n\n真正当好楷模。[^1]\n\n[^1]: 注文。',
  );
  expect(structure.spans).toEqual([
    { id: 's1', characters: 15 },
    { id: null, characters: 7 },
    { id: null, characters: 3 },
  ]);
});

test('articles stand under their chapters, by number, with captions and without their text', async () => {
  const { structure } = await processPaper(
    '第一章 总则\n\n第一条　甲。\n\n第二条 【目的】乙。\n\n第二章 附则\n\n第二条之一 丙。',
  );
  const articles = structure.outline.map(({ id, children }) => [
    id,
    children.map(({ id, kind, ordinal, text, article }) => ({ id, kind, ordinal, text, article })),
  ]);
  expect(articles).toEqual([
    [
      's1',
      [
        { id: 'a1', kind: 'article', ordinal: '第一条', text: '第一条', article: '1' },
        { id: 'a2', kind: 'article', ordinal: '第二条', text: '第二条 【目的】', article: '2' },
      ],
    ],
    [
      's2',
      [{ id: 'a2-1', kind: 'article', ordinal: '第二条之一', text: '第二条之一', article: '2-1' }],
    ],
  ]);
});

test('an article keeps its id when text before it changes', async () => {
  const id = async (body: string) =>
    / id="(a[^"]+)"[^>]*>(?:<a[^>]*><\/a>)?第九条/.exec((await processPaper(body)).html)?.[1];
  expect(await id('第九条　甲。')).toBe('a9');
  expect(await id('序言\n\n话。\n\n第一章　总则\n\n第八条　乙。\n\n第九条　甲。')).toBe('a9');
});

test('sections keep their ids when articles come before them', async () => {
  const { structure } = await processPaper('第一条　甲。\n\n附件\n\n话。');
  expect(structure.outline.map(({ id }) => id)).toEqual(['a1', 's1']);
});

test('questions put to a court are cited by their numbers', async () => {
  const { structure } = await processPaper('一、问：甲？\n\n答：乙。\n\n二、问：丙？\n\n答：丁。');
  expect(structure.outline.map(({ id, text }) => `${id} ${text}`)).toEqual([
    'a1 一、问：甲？',
    'a2 二、问：丙？',
  ]);
});
