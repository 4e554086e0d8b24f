import { expect, it } from 'vitest';
import { listCommonTerms } from '../../../src/study/list-common-terms.ts';
import { listTerms, type Term } from '../../../src/study/list-terms.ts';
import { foldText } from '../../../src/text/fold.ts';
import { listQuotations } from '../../../src/text/formulations.ts';
import { listNamings } from '../../../src/text/works.ts';

const fold = (text: string) => foldText(text, new Map());

const split = (terms: Term[]) => ({
  formulations: terms.filter(({ text }) => !text.startsWith('《')),
  works: terms.filter(({ text }) => text.startsWith('《')),
});

const list = (...papers: string[][]) =>
  split(
    listTerms(
      papers.map((passages, index) => ({
        id: `${index + 1}`,
        name: `第${index + 1}篇`,
        passages: passages.map((text, at) => ({ id: `p${at + 1}`, text })),
      })),
      fold,
    ),
  );

const listCommon = (...papers: string[][]) =>
  split(
    listCommonTerms(
      papers.map((texts) => ({ quotations: listQuotations(texts), works: listNamings(texts) })),
      (text) => fold(text).text,
    ),
  );

it('lists every place of a wording, in quotes or not, with an address that marks it', () => {
  const { formulations } = list(['坚持“四学”。', '四学贵在坚持，四学难在深入。'], ['无']);
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
  const { formulations } = list(['“四学”“三办”“一地一品”'], ['“三办”“八五”'], ['“三办”“四学”']);
  expect(formulations.map(({ text, letter }) => `${letter} ${text}`)).toEqual([
    'S 三办',
    'S 四学',
    'B 八五',
    'Y 一地一品',
  ]);
});

it('lists the works with their marks, apart from the wordings', () => {
  const { works, formulations } = list(['按照《工作条例》和《XX 办法》，参见工作条例。']);
  expect(works.map(({ text, count }) => [text, count])).toEqual([
    ['《工作条例》', 1],
    ['《XX 办法》', 1],
  ]);
  expect(formulations).toEqual([]);
});

it('lists what search does not tell apart once, under the first way to write it', () => {
  const { works, formulations } = list([
    '“四个 意识”“四个意识”“ＡB 2”“AB2”',
    '《ＸＸ条例》《XX条例》“《XX条例》”“《XX条例》”行动',
  ]);
  expect(formulations.map(({ text, count }) => [text, count])).toEqual([
    ['ＡB 2', 2],
    ['四个 意识', 2],
  ]);
  expect(works.map(({ text, count }) => [text, count])).toEqual([['《XX条例》', 4]]);
});

it('lists no term of a single character, which is quoted for its sound or shape', () => {
  expect(list(['“一 ”字，“二”字，“一 ”字']).formulations).toEqual([]);
});

it('cuts a long context, and says so', () => {
  const { formulations } = list([`${'前'.repeat(30)}“四学”${'后'.repeat(30)}`]);
  const [line] = formulations[0]?.lines ?? [];
  expect(line?.before).toBe(`……${'前'.repeat(17)}“`);
  expect(line?.after).toBe(`”${'后'.repeat(17)}……`);
});

it('counts no place inside a longer term, and still names the hits as search counts them', () => {
  const { formulations } = list(['实施“两聚力四强化一抓实”，再抓“四强”行动。']);
  expect(
    formulations.map(({ text, lines }) => [text, lines.map(({ address }) => address)]),
  ).toEqual([
    ['两聚力四强化一抓实', [expect.stringContaining('hit=1#p1')]],
    ['四强', ['papers/1.html?q=%E5%9B%9B%E5%BC%BA&hit=2#p1']],
  ]);
});

it('takes wordings that differ in their inner marks for one, and leads to each place as written', () => {
  const { formulations } = list(
    ['以“创新创优提质提效”行动为契机。'],
    ['以“创新创优、提质提效”为抓手。'],
  );
  expect(
    formulations.map(({ text, variants, count, papers }) => [text, variants, count, papers]),
  ).toEqual([['创新创优提质提效', ['创新创优、提质提效'], 2, 2]]);
  expect(formulations[0]?.lines.map(({ term }) => term)).toEqual([
    '创新创优提质提效',
    '创新创优、提质提效',
  ]);
});

it('of a large collection lists what three papers quote or two name, by the number of papers', () => {
  const { formulations, works } = listCommon(
    ['“三抓三促”“三抓三促”“两个能力”，《工作条例》', '“规定”'],
    ['“三抓三促”“规定”，《工作条例》'],
    ['“三抓三促”“规定”，《值班制度》“四个意识”'],
    ['“四个意识”', '“四个意识”'],
    ['“四 个意识”'],
  );
  expect(formulations.map(({ text, count, papers }) => [text, count, papers])).toEqual([
    ['三抓三促', 4, 3],
    ['四个意识', 4, 3],
  ]);
  expect(works.map(({ text, count, papers }) => [text, count, papers])).toEqual([
    ['《工作条例》', 2, 2],
  ]);
});

it('of a large collection lists no more than 200 of a kind, those of the most papers', () => {
  const all = Array.from({ length: 250 }, (_, at) => `《第${at}号令》`).join('');
  const { works } = listCommon([all], [all], ['《第249号令》']);
  expect(works).toHaveLength(200);
  expect(works[0]).toMatchObject({ text: '《第249号令》', papers: 3 });
});
