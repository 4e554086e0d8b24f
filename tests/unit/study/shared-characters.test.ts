import { expect, it } from 'vitest';
import { markShared } from '../../../src/study/shared-characters.ts';

/** Each line with what differs in brackets. */
const show = (...lines: string[]) =>
  markShared(lines).map((parts) =>
    parts.map(({ text, isShared }) => (isShared ? text : `[${text}]`)).join(''),
  );

it('tells a pattern from what fills it', () => {
  expect(show('抓调研促提升', '抓典型促示范', '抓效能促落实')).toEqual([
    '抓[调研]促[提升]',
    '抓[典型]促[示范]',
    '抓[效能]促[落实]',
  ]);
});

it('keeps what is common together, where it could stand in several places', () => {
  expect(show('工作工作机制', '作机制')).toEqual(['[工作工]作机制', '作机制']);
  expect(show('学好学业务', '学业务')).toEqual(['[学好]学业务', '学业务']);
});

it('takes lines that share less than a quarter, or marks alone, for not parallel', () => {
  expect(show('坚持以人民为中心，树立正确服务观', '强化政策业务学习，持续提升服务能力')).toEqual([
    '[坚持以人民为中心，树立正确服务观]',
    '[强化政策业务学习，持续提升服务能力]',
  ]);
  expect(show('“甲”：乙、丙', '“丁”：戊、己')).toEqual(['[“甲”：乙、丙]', '[“丁”：戊、己]']);
});

it('has nothing to compare in a single line, or in none', () => {
  expect(show('争先创优意识')).toEqual(['[争先创优意识]']);
  expect(show()).toEqual([]);
});

it('keeps every character, those beyond the Basic Multilingual Plane whole', () => {
  expect(show('抓𠮷祥促发展', '抓𠮷利促进步')).toEqual(['抓𠮷[祥]促[发展]', '抓𠮷[利]促[进步]']);
});
