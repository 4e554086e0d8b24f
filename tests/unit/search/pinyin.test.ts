import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { completePinyin } from '../../../src/search/browser/complete-pinyin.ts';
import { listOffers } from '../../../src/search/browser/list-offers.ts';
import { matchPinyin } from '../../../src/search/browser/match-pinyin.ts';
import { listPinyin } from '../../../src/search/indexing/list-pinyin.ts';
import type { SearchEntries } from '../../../src/search/search-document.ts';

const paper = (id: string, title: string, entries: SearchEntries) => ({
  id,
  name: title,
  distinction: '',
  label: '',
  title,
  topic: '',
  date: '',
  entries,
});
const PAPERS = [
  paper('02-xinxi-fuwu', '不断提高信息报送和服务质效', {
    s1: { text: '一、突出政治性，让信息服务更有高度', ordinal: '一、' },
  }),
  paper('04-sixue-sanban-siyan', '坚持“四学”“三办”“四严”，着力在服务保障上下功夫', {
    s1: { text: '“四学”：学理论、学业务、学法律、学方法', ordinal: '' },
    's1-1': { text: '一是学理论', ordinal: '一是' },
  }),
];
const list = (papers: readonly (typeof PAPERS)[number][], formulations: string[]) =>
  listOffers(
    listPinyin(
      papers,
      formulations,
      papers.map(({ entries }) => entries),
    ),
    papers,
  );
const OFFERS = list(PAPERS, ['三抓三促', '三办', '四学', '史志XX']);

const syllables = (text: string) => list([], [text])[0]?.syllables;
const typed = (query: string, texts?: string[]) =>
  matchPinyin(query, texts ? list([], texts) : OFFERS).map(({ text }) => text);

describe('the list', () => {
  it('has formulations to search for, then titles, then headings and points to go to', () => {
    expect(OFFERS.map(({ text, paper, anchor }) => [text, paper, anchor])).toEqual([
      ['三抓三促', undefined, undefined],
      ['三办', undefined, undefined],
      ['四学', undefined, undefined],
      ['史志XX', undefined, undefined],
      ['不断提高信息报送和服务质效', '02-xinxi-fuwu', undefined],
      ['坚持“四学”“三办”“四严”，着力在服务保障上下功夫', '04-sixue-sanban-siyan', undefined],
      ['一、突出政治性，让信息服务更有高度', '02-xinxi-fuwu', 's1'],
      ['“四学”：学理论、学业务、学法律、学方法', '04-sixue-sanban-siyan', 's1'],
      ['一是学理论', '04-sixue-sanban-siyan', 's1-1'],
    ]);
  });

  it('shows an ordinal but lets typing start at the words behind it', () => {
    expect(OFFERS.at(-1)).toEqual({
      text: '一是学理论',
      syllables: 'xue li lun',
      paper: '04-sixue-sanban-siyan',
      anchor: 's1-1',
    });
  });

  it.each([
    ['重庆银行行长', 'chong qing yin hang hang zhang'],
    ['重点行业行动', 'zhong dian hang ye xing dong'],
    ['绿色战略', 'lv se zhan lve'],
    ['史志XX：2023年、ＸＸ区', 'shi zhi xx 2023 nian xx qu'],
    ['一核三带', 'yi he san dai'],
  ])('reads %s as %s', (text, expected) => {
    expect(syllables(text)).toBe(expected);
  });

  it('offers a text once, and none that has nothing to type', () => {
    const papers = [paper('a', '四学', { s1: { text: '一是', ordinal: '一是' } })];
    expect(list(papers, ['四学', '四学', '……'])).toEqual([{ text: '四学', syllables: 'si xue' }]);
  });

  it('has every title of a collection of thousands, and a thousand others', () => {
    const papers = Array.from({ length: 3000 }, (_, index) =>
      paper(String(index), `第${index}篇`, { s1: { text: `${index}`, ordinal: '' } }),
    );
    const offers = list(papers, ['三抓三促']);
    expect(offers).toHaveLength(4000);
    expect(offers[0]?.text).toBe('三抓三促');
    expect(offers[3000]?.text).toBe('第2999篇');
  });

  it('of 3,500 papers and 3,000 words is loaded from 60 KB, however they are made up', () => {
    let seed = 3500;
    const draw = (below: number) => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    // The first 4,000 Han characters in any order compress worse than any text does.
    const write = (length: number) =>
      String.fromCodePoint(...Array.from({ length }, () => 0x4e00 + draw(4000)));
    const papers = Array.from({ length: 3500 }, (_, index) => paper(`${index}`, write(12), {}));
    const words = Array.from({ length: 5000 }, () => write(2 + draw(2)));
    const made = listPinyin(papers, [], [], words);
    expect(made.words).toHaveLength(3000);
    expect(gzipSync(JSON.stringify(made)).length).toBeLessThan(60 * 1024);
  });

  it('tells papers of one title apart', () => {
    const papers = ['2019', '2024'].map((year) => ({
      ...paper(year, '银行法', {}),
      distinction: year,
    }));
    expect(matchPinyin('yinhangfa', list(papers, []))).toMatchObject([
      { text: '银行法', distinction: '2019', paper: '2019' },
      { text: '银行法', distinction: '2024', paper: '2024' },
    ]);
  });
});

describe('typing', () => {
  it.each([
    'szsc',
    'sanzhuasancu',
    'sanzhua',
    'sanzsc',
    'SanZSC',
    "san'zhua san cu",
    'szhsc',
    'sanzh',
  ])('finds 三抓三促 by %s', (query) => {
    expect(typed(query)).toEqual(['三抓三促']);
  });

  it('finds words inside a title', () => {
    expect(typed('xinxibaosong')).toEqual(['不断提高信息报送和服务质效']);
  });

  it('finds a point by the words behind its ordinal', () => {
    expect(typed('xuelilun')[0]).toBe('一是学理论');
  });

  it('needs two syllables inside a text, one at its start', () => {
    expect(typed('cu')).toEqual([]);
    expect(typed('ban')).toEqual([]);
    expect(typed('san')).toEqual(['三抓三促', '三办']);
  });

  it.each(['lv', 'lu', 'LÜ'])('finds ü by %s', (query) => {
    expect(typed(query, ['绿色'])).toEqual(['绿色']);
  });

  it('does not take v for u', () => {
    expect(typed('lv', ['路线'])).toEqual([]);
  });

  it('knows where a syllable may end: xian is 先 and 西安', () => {
    expect(typed('xian', ['西安', '先进'])).toEqual(['西安', '先进']);
  });

  it('puts the whole first, then the titles that end so, among which beginnings are many', () => {
    const titles = ['行政处罚法', ...'一二三四五六七八九'].map((text) =>
      text.length > 1 ? text : `刑法修正案（${text}）`,
    );
    const papers = [...titles, '中华人民共和国刑法', '刑法'].map((title) =>
      paper(title, title, {}),
    );
    const found = matchPinyin('xingfa', list(papers, [])).map(({ text }) => text);
    expect(found.slice(0, 3)).toEqual(['刑法', '中华人民共和国刑法', '刑法修正案（一）']);
    expect(found).toHaveLength(8);
  });

  it('puts beginnings before insides, full syllables before first letters, then keeps the order', () => {
    const texts = ['提升能力', '能理解', '提升内力', '内力', '能力', '能力强'];
    expect(typed('nengli', texts)).toEqual(['能力', '能理解', '能力强', '提升能力']);
    expect(typed('nl', texts)).toEqual([
      '能理解',
      '内力',
      '能力',
      '能力强',
      '提升能力',
      '提升内力',
    ]);
    expect(typed('shan', ['上案', '山'])).toEqual(['山', '上案']);
  });

  it('offers eight at most', () => {
    const texts = ['三一', '三二', '三三', '三四', '三五', '三六', '三七', '三八', '三九', '三十'];
    expect(typed('san', texts)).toEqual(texts.slice(0, 8));
  });

  it.each(['', 's', " '", "s'", '三抓', 'szsc1', 'sz-sc', 's'.repeat(41)])(
    'offers nothing for “%s”',
    (query) => {
      expect(typed(query)).toEqual([]);
    },
  );

  it('answers when the same letter could be divided among syllables in endless ways', () => {
    const text = Array(40).fill('aaaaaaaa').join('，');
    // Trying every division one by one would not end before the test's time is over.
    expect(typed(`${'a'.repeat(39)}b`, [text])).toEqual([]);
    expect(typed('a'.repeat(40), [text])).toEqual([text]);
  });
});

describe('pinyin beside characters', () => {
  const offers = [
    { text: '三抓三促', syllables: 'san zhua san cu' },
    { text: '抓落实', syllables: 'zhua luo shi' },
    { text: '三是抓作风', syllables: 'zhua zuo feng', paper: 'x', anchor: 's1' },
  ];
  const complete = (query: string) => completePinyin(query, offers).map(({ text }) => text);

  it('becomes characters in the query', () => {
    expect(complete('sanzhua 作风')).toEqual(['三抓三促 作风']);
    expect(complete('作风 zhua')).toEqual(['作风 抓落实']);
    expect(complete('三zhua')).toEqual(['三抓三促']);
    expect(complete('三抓sc')).toEqual(['三抓三促']);
  });

  it('that means nothing offers nothing', () => {
    for (const query of ['作风', '作风 qqq', '三xx', 'a 作风']) expect(complete(query)).toEqual([]);
  });
});
