import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { makePapers } from '../../../src/importing/make-papers.ts';
import { readText } from '../../../src/importing/read-text/read-text.ts';
import { readSource } from '../../source/read-source.ts';
import { encodeText } from './encode-text.ts';

const SIMPLIFIED = `关于抓落实的几点想法

一、抓学习
要把学习摆在前面，坚持问题导向，结合工作中的难点加强思考，做到学有所得。
二、抓落实
要一件事一件事地办，办一件成一件，不留尾巴。
`;
const TRADITIONAL = `關於工作的幾點想法

一、學習
要把學習擺在前面，這是我們的責任，也是對大家的要求，不能只說不做。
二、實行
說過的話要算數，一件一件地做，做完了再說別的。
`;

async function importText(bytes: Uint8Array) {
  const { papers, remarks } = await makePapers(readText(bytes), { name: '文件' });
  const all = [...remarks, ...papers.flatMap((paper) => paper.remarks)];
  return {
    papers,
    lines: papers[0]?.body.split('\n\n') ?? [],
    remarks: all.map(({ kind, message, text }) => [kind, message, text].filter(Boolean).join(' ')),
  };
}

describe('an encoding is found by looking, and said', () => {
  const MARKS: Readonly<Record<string, number[]>> = {
    'utf-8': [0xef, 0xbb, 0xbf],
    'utf-16le': [0xff, 0xfe],
    'utf-16be': [0xfe, 0xff],
  };
  const CASES: [string, string, string][] = [
    ['utf-8', SIMPLIFIED, 'UTF-8'],
    ['utf-16le', SIMPLIFIED, 'UTF-16（小端）'],
    ['utf-16be', SIMPLIFIED, 'UTF-16（大端）'],
    ['gb18030', SIMPLIFIED, 'GB18030'],
    ['big5', TRADITIONAL, 'Big5'],
  ];
  for (const [encoding, text, name] of CASES) {
    test(`${encoding} without a mark`, async () => {
      const { papers, remarks } = await importText(encodeText(text, encoding));
      const [title, ...lines] = text.split('\n').filter((line) => line !== '');
      expect(papers[0]?.facts.title).toBe(title);
      expect(papers[0]?.body.split('\n\n')).toEqual(lines);
      expect(remarks[0]).toContain(`编码：${name}`);
      expect(remarks.join()).not.toContain('拿不准');
    });
  }
  for (const [encoding, mark] of Object.entries(MARKS)) {
    test(`${encoding} with a mark, which is no text`, async () => {
      const bytes = Buffer.concat([Buffer.from(mark), encodeText(SIMPLIFIED, encoding)]);
      const { papers, remarks } = await importText(bytes);
      expect(papers[0]?.facts.title).toBe('关于抓落实的几点想法');
      expect(remarks[0]).toContain('文件开头有标记');
    });
  }

  test('gb18030 with characters of four bytes', async () => {
    const text = SIMPLIFIED.replace('办一件', '𠮷办一件');
    const { papers, remarks } = await importText(encodeText(text, 'gb18030'));
    expect(papers[0]?.body).toContain('地办，𠮷办一件成一件');
    expect(remarks[0]).toContain('编码：GB18030');
  });

  test('utf-16be without a mark, and with ends of lines of every kind', async () => {
    const lines = SIMPLIFIED.split('\n').filter((line) => line !== '');
    const ends = ['\r\n', '\r', '\n', '\u2028', '\r\n'];
    const text = lines.map((line, index) => line + ends[index]).join('');
    const { papers, remarks } = await importText(encodeText(text, 'utf-16be'));
    expect([papers[0]?.facts.title, ...(papers[0]?.body.split('\n\n') ?? [])]).toEqual(lines);
    expect(remarks[0]).toContain('编码：UTF-16（大端）');
  });

  test('a text too short to tell is read with a doubt', async () => {
    const { remarks } = await importText(encodeText('镕堃彧\n喆玥珺。', 'gb18030'));
    expect(remarks.join('\n')).toContain('doubt 编码拿不准');
  });
});

test('the source of the six papers imports as six papers with their very bodies', async () => {
  const source = readFileSync(new URL('../../source/papers.txt', import.meta.url));
  const { papers, remarks } = await importText(source);
  expect(papers.map(({ body }) => body.split('\n\n'))).toEqual(readSource());
  expect(remarks).toContain('left-out 阅读网站的标记 ##paidbegin##');
  expect(remarks).toContain('left-out 篇与篇之间的标记 第六篇');
  expect(remarks).toContain('joined 断开的行接成一段 力做好“办文、办会”｜职责，做到办文、办会');
  expect(remarks.filter((remark) => remark.startsWith('joined'))).toHaveLength(1);
  expect(papers.map(({ facts }) => facts.source)).toEqual(
    Array(6).fill('开展“三抓三促”行动“XX要发展、我该谋什么”大讨论研讨材料'),
  );
});

const PARAGRAPHS = [
  '在全面贯彻党的二十大精神的开局之年，省委、省政府决定在全省开展“三抓三促”行动，引导激励广大党员干部在学习上下苦工、在执行上铆足劲。',
  '一、坚持学思践悟，在创新工作理念上下功夫求实效。',
  '围绕“要发展、我该谋什么”开展大讨论，进一步理清思路、明确方向、找准路径，以良好的精神面貌和更加饱满的工作状态干出工作新业绩、开创工作新局面。',
  '二、抓落实',
  '要一件事一件事地办，办一件成一件。',
];

/** Cuts lines at 40 columns, as an e-mail does. */
function wrap(text: string): string {
  return text.replaceAll(/(.{20})(?=.)/gu, '$1\n');
}

test('lines broken at 40 columns are joined, with paragraphs told by their indent', async () => {
  const text = PARAGRAPHS.map((paragraph) => wrap(`　　${paragraph}`)).join('\n');
  const { lines, remarks } = await importText(Buffer.from(text));
  expect(lines).toEqual(PARAGRAPHS);
  expect(remarks.filter((remark) => remark.startsWith('joined')).length).toBeGreaterThan(5);
});

test('lines broken at 40 columns are joined, with paragraphs told by empty lines', async () => {
  const text = PARAGRAPHS.map(wrap).join('\n\n');
  expect((await importText(Buffer.from(text))).lines).toEqual(PARAGRAPHS);
});

test('a short letter broken at 40 columns is joined too, and its signature is not', async () => {
  const text = `各位同事：\n\n${wrap('　　在全面贯彻党的二十大精神的开局之年，请大家于本周五以前报送今年的工作要点，过时不候。')}\n\n某某市委办公室\n2023年3月1日\n`;
  const { lines } = await importText(Buffer.from(`通知\n\n${text}`));
  expect(lines).toEqual([
    '各位同事：',
    '在全面贯彻党的二十大精神的开局之年，请大家于本周五以前报送今年的工作要点，过时不候。',
    '某某市委办公室',
    '2023年3月1日',
  ]);
});

test('lines that end where their author ended them are not joined', async () => {
  const text = '通知\n各科室：\n请于周五前报送材料\n联系人：张三\n某某市委办公室\n2023年3月1日\n';
  const { lines, papers } = await importText(Buffer.from(text));
  expect(papers[0]?.facts).toMatchObject({ title: '通知', date: '2023-03-01' });
  expect(lines).toEqual([
    '各科室：',
    '请于周五前报送材料',
    '联系人：张三',
    '某某市委办公室',
    '2023年3月1日',
  ]);
});

test('what Markdown would take for markup comes out as it went in', async () => {
  const text =
    '标题\n\n1. 手打的编号 *星号* _下划线_ <b>尖括号</b> [方括号](http://example.com)\n\n# 井号\n\n> 大于 &amp; | 竖线 ~~波浪~~ `反引号`\n\n- 短横\n\n---\n';
  const { papers } = await importText(Buffer.from(text));
  expect(papers[0]?.rendered.paragraphs).toEqual(
    text
      .split('\n')
      .filter((line) => line !== '')
      .slice(1),
  );
});
