import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Paper } from '../../../src/collection/paper.ts';
import { readTitleList } from '../../../src/collection/title-list.ts';
import { packTitles } from '../../../src/model/pack-titles.ts';
import { toSyllables } from '../../../src/text/to-syllables.ts';

const make = (titles: string[]) =>
  titles.map((title, index) => ({
    id: `${title} ${index}`,
    title,
    distinction: index % 2 ? '2024' : '',
    date: `2024-01-${String((index % 28) + 1).padStart(2, '0')}`,
    topic: index % 3 ? `主题${index % 5}` : undefined,
    position: index + 1,
    characters: 1000 + index,
  })) as Paper[];

test('what is packed is read again, with the pinyin each title has', () => {
  const papers = make([
    '重庆市行政处罚条例',
    '中国银行行业规范',
    '重要行政法规',
    '长江保护法',
    '校长任职规定',
    'WTO 协定（二）',
    '〇二号文件',
  ]);
  const rows = readTitleList(packTitles(papers));
  expect(rows.map(({ position }) => position).sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  for (const row of rows) {
    const paper = papers[row.position - 1];
    expect(row).toMatchObject({
      id: paper?.id,
      title: paper?.title,
      distinction: paper?.distinction,
    });
    expect(row.topic).toBe(paper?.topic ?? '');
    expect([row.title, row.syllables]).toEqual([row.title, toSyllables(row.title)]);
  }
});

test('3,500 titles of twenty characters are at most 150 KB, compressed', () => {
  const words =
    '关于进一步加强和改进行政处罚工作的若干规定最高人民法院审理合同纠纷案件适用法律问题解释省市县乡镇条例办法水利气象档案渔业草原森林矿产'.split(
      '',
    );
  let seed = 7;
  const draw = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return words[seed % words.length] ?? '';
  };
  const titles = Array.from({ length: 3500 }, () => Array.from({ length: 20 }, draw).join(''));
  const bytes = brotliCompressSync(JSON.stringify(packTitles(make(titles)))).length;
  expect(bytes).toBeLessThan(150 * 1024);
});
