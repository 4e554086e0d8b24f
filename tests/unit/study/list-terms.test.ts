import { expect, it } from 'vitest';
import type { SearchSource } from '../../../src/search/search-document.ts';
import { listTerms } from '../../../src/study/list-terms.ts';

const source = (...papers: string[][]): SearchSource => ({
  documents: papers.map((passages, index) => ({
    id: `${index + 1}`,
    name: '',
    distinction: '',
    date: '',
    label: `第${index + 1}篇`,
    title: '',
    topic: '',
    passages: passages.map((text, at) => ({ id: `p${at + 1}`, text, places: [] })),
    entries: {},
  })),
  variants: '',
});

it('lists every place of a wording, in quotes or not, with an address that marks it', () => {
  const { formulations } = listTerms(
    source(['坚持“四学”。', '四学贵在坚持，四学难在深入。'], ['无']),
  );
  expect(formulations).toHaveLength(1);
  expect(formulations[0]).toMatchObject({ text: '四学', count: 3, papers: 1, letter: 'S' });
  expect(
    formulations[0]?.lines.map(({ address, before, term, after }) => [
      address,
      before,
      term,
      after,
    ]),
  ).toEqual([
    ['papers/1.html?q=%E5%9B%9B%E5%AD%A6&hit=1#p1', '坚持“', '四学', '”。'],
    ['papers/1.html?q=%E5%9B%9B%E5%AD%A6&hit=2#p2', '', '四学', '贵在坚持，四学难在深入。'],
    ['papers/1.html?q=%E5%9B%9B%E5%AD%A6&hit=3#p2', '四学贵在坚持，', '四学', '难在深入。'],
  ]);
});

it('puts what more papers share first, and among equals goes by pinyin', () => {
  const { formulations } = listTerms(
    source(['“四学”“三办”“一地一品”'], ['“三办”“八五”'], ['“三办”“四学”']),
  );
  expect(formulations.map(({ text, letter }) => `${letter} ${text}`)).toEqual([
    'S 三办',
    'S 四学',
    'B 八五',
    'Y 一地一品',
  ]);
});

it('lists the works with their marks, apart from the wordings', () => {
  const { works, formulations } = listTerms(
    source(['按照《工作条例》和《XX 办法》，参见工作条例。']),
  );
  expect(works.map(({ text, query, count }) => [text, query, count])).toEqual([
    ['《工作条例》', '《工作条例》', 1],
    ['《XX 办法》', '《XX办法》', 1],
  ]);
  expect(formulations).toEqual([]);
});

it('lists what search does not tell apart once, under the first way to write it', () => {
  const { works, formulations } = listTerms(
    source([
      '“四个 意识”“四个意识”“ＡB 2”“AB2”',
      '《ＸＸ条例》《XX条例》“《XX条例》”“《XX条例》”行动',
    ]),
  );
  expect(formulations.map(({ text, count }) => [text, count])).toEqual([
    ['ＡB 2', 2],
    ['四个 意识', 2],
  ]);
  expect(works.map(({ text, count }) => [text, count])).toEqual([['《XX条例》', 4]]);
});

it('lists no term of a single character, which is quoted for its sound or shape', () => {
  expect(listTerms(source(['“一 ”字，“二”字，“一 ”字'])).formulations).toEqual([]);
});

it('cuts a long context, and says so', () => {
  const { formulations } = listTerms(source([`${'前'.repeat(30)}“四学”${'后'.repeat(30)}`]));
  const [line] = formulations[0]?.lines ?? [];
  expect(line?.before).toBe(`……${'前'.repeat(17)}“`);
  expect(line?.after).toBe(`”${'后'.repeat(17)}……`);
});

it('of a collection too large to read keeps the wordings several papers share, without their places', () => {
  const many = Array.from({ length: 1600 }, () => ['“四学”“三办”']);
  const { isWhole, formulations } = listTerms(source(...many, ['“八五”']));
  expect(isWhole).toBe(false);
  expect(
    formulations.map(({ text, count, papers, lines }) => [text, count, papers, lines]),
  ).toEqual([
    ['三办', 1600, 1600, []],
    ['四学', 1600, 1600, []],
  ]);
});
