import { expect, test } from 'vitest';
import { makePapers } from '../../../src/importing/make-papers.ts';
import { readDocx } from '../../../src/importing/read-docx/read-docx.ts';
import { readText } from '../../../src/importing/read-text/read-text.ts';
import { makeDocx, paragraph, run } from './make-docx.ts';

const BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
const title = (text: string) =>
  `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${run(text, '<w:sz w:val="44"/>')}</w:p>`;

async function divide(draft: Parameters<typeof makePapers>[0]) {
  const { papers, remarks } = await makePapers(draft, { name: '文件' });
  return {
    papers: papers.map(({ facts, body }) => [facts.title, body.split('\n\n')]),
    leftOut: remarks.filter(({ kind }) => kind === 'left-out').map(({ text }) => text),
  };
}

test('a page that begins with a title like the first begins a paper', async () => {
  const body =
    title('第一个题目') +
    paragraph('一、甲') +
    paragraph('话。') +
    BREAK +
    title('第二个题目') +
    paragraph('话。');
  const { papers } = await divide(await readDocx(makeDocx({ body })));
  expect(papers).toEqual([
    ['第一个题目', ['一、甲', '话。']],
    ['第二个题目', ['话。']],
  ]);
});

test('a page that begins with an annex or with text belongs to the paper before', async () => {
  const body =
    title('题目') +
    paragraph('话。') +
    BREAK +
    paragraph('接着说。') +
    BREAK +
    title('附件1') +
    paragraph('表。');
  const { papers } = await divide(await readDocx(makeDocx({ body })));
  expect(papers).toEqual([['题目', ['话。', '接着说。', '附件1', '表。']]]);
});

test('marks such as 【篇一】 divide, and give the titles behind them', async () => {
  const text = '心得体会（2篇）\n\n【篇一】：抓学习\n\n要学。\n\n【篇二】：抓落实\n\n要做。\n';
  const { papers, leftOut } = await divide(readText(Buffer.from(text)));
  expect(papers).toEqual([
    ['抓学习', ['要学。']],
    ['抓落实', ['要做。']],
  ]);
  expect(leftOut).toEqual(['心得体会（2篇）', '【篇一】：', '【篇二】：']);
});

test('a lone 第一篇, or one that does not count on, divides nothing', async () => {
  const text = '题目\n\n第一篇\n\n话。\n\n第三篇\n\n话。\n';
  const { papers } = await divide(readText(Buffer.from(text)));
  expect(papers).toEqual([['题目', ['第一篇', '话。', '第三篇', '话。']]]);
});
