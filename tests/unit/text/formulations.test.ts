import { expect, it } from 'vitest';
import { findFormulations, isEstablished, listQuotations } from '../../../src/text/formulations.ts';
import { readLabelledQuotations, readSource } from '../../source/read-source.ts';

const found = (...texts: string[]) => [...findFormulations(texts).keys()];

it('finds what is quoted with a numeral in it, in the order of the collection', () => {
  expect(
    found(
      '坚持“四学”“三办”“四严”，着力在服务保障上下功夫。',
      '全面落实“两聚力四强化一抓实”，提高“双百”质量，推进“1234”。',
    ),
  ).toEqual(['四学', '三办', '四严', '两聚力四强化一抓实', '双百', '1234']);
});

it('counts a formulation through all texts', () => {
  const texts = ['“三抓三促”行动开展以来，以“三抓三促”为契机', '“八五”普法', '按照“三抓三促”要求'];
  expect([...findFormulations(texts)]).toEqual([
    ['三抓三促', 3],
    ['八五', 1],
  ]);
});

it('takes a quotation without a numeral when it comes back', () => {
  expect(found('参与“扶贫志”的收集，只有我们“暖心”', '整理“扶贫志”的资料')).toEqual(['扶贫志']);
});

it('takes a quotation without a numeral when the word behind says it names something', () => {
  expect(found('打造“大普法”格局，评选“最美普法人”活动，成为“智库”、“亮点” 工程')).toEqual([
    '大普法',
    '最美普法人',
  ]);
});

it('leaves quoted sentences alone, even those that come back with a numeral', () => {
  expect(found('“一分部署，九分落实。”', '“一分部署，九分落实。”')).toEqual([]);
  expect(found('“办文，办会”要求')).toEqual(['办文，办会']);
});

it('leaves quotations of more than twelve characters alone', () => {
  expect(found('“一二三四五六七八九十百千”“一二三四五六七八九十百千万”')).toEqual([
    '一二三四五六七八九十百千',
  ]);
});

it('finds nothing in marks that do not close or hold nothing', () => {
  expect(found('“”“三抓三促', '四学”')).toEqual([]);
});

it('takes a quotation when up to three characters lead to the word that says it names something', () => {
  expect(
    found(
      '“创新提质”总目标',
      '“严、快、勤、细”的工作作风',
      '“谁执法谁普法”普法责任制',
      '“亮点”的信息和各项活动',
    ),
  ).toEqual(['创新提质', '严、快、勤、细', '谁执法谁普法']);
});

it('leaves words alone in which a numeral counts nothing, and single characters', () => {
  expect(found('“不二”之选，“四季歌”，“千里眼”，拧成“一股绳”，“钻”的精神')).toEqual([]);
});

it('takes three quotations built alike behind the same words, and no two, nor three that share nothing', () => {
  expect(found('一是紧扣“国之大者”。', '二是紧扣“省之要者”。', '三是紧扣“市之重者”。')).toEqual([
    '国之大者',
    '省之要者',
    '市之重者',
  ]);
  expect(found('紧扣“国之大者”。', '紧扣“省之要者”。')).toEqual([]);
  expect(found('紧扣“国之大者”。', '紧扣“省里要点”。', '紧扣“市内重心”。')).toEqual([]);
  expect(found('紧扣“国之大者”。', '围绕“省之要者”。', '聚焦“市之重者”。')).toEqual([]);
});

it('takes no place in a law for a wording, though it counts and comes back', () => {
  expect(found('将“第六条”改为“第七条第一款”', '删去“第六条”')).toEqual([]);
});

it('in a large collection takes what three papers quote and what is named, but no common word', () => {
  const judge = (text: string, papers: number) => {
    const [quotation] = listQuotations([text]);
    return quotation && isEstablished(quotation, papers);
  };
  expect(judge('“三抓三促”', 3)).toBe(true);
  expect(judge('“三抓三促”', 2)).toBe(false);
  expect(judge('“大普法”格局', 3)).toBe(true);
  expect(judge('“大普法”格局，“大普法”，“大普法”', 3)).toBe(false);
  expect(judge('“规定”要求', 900)).toBe(false);
  expect(judge('“以下简称”', 900)).toBe(false);
});

it('tells formulations from other quotations as well as the README says', () => {
  const all = new Set(findFormulations(readSource().flat()).keys());
  const labelled = readLabelledQuotations().filter(({ isFormulation }) => isFormulation);
  const right = labelled.filter(({ text }) => all.has(text));
  expect([labelled.length, all.size, right.length]).toEqual([39, 34, 32]);
});
