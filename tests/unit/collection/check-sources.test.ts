import { expect, test } from 'vitest';
import { checkSources, formatProblems } from '../../../src/collection/check-sources.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const check = (...files: [path: string, text: string][]) =>
  checkSources(
    files.map(([path, text]) => ({ path, bytes: encode(text) })),
    () => [],
  ).problems;

test('a sound paper has no problem, with Windows line ends and a byte order mark too', () => {
  expect(check(['a.md', '---\ntitle: 甲\norder: 1\n---\n\n正文。\n'])).toEqual([]);
  expect(check(['b.md', '\uFEFF---\r\ntitle: 甲\r\norder: 1\r\n---\r\n正文。\r\n'])).toEqual([]);
});

test('all problems of all files are told at once, with their lines', () => {
  const problems = check(
    ['a.md', '---\norder: 1\n---\n正文。'],
    ['b.md', '---\ntitle: 乙\norder: 1\n---\n'],
    ['有?问号.md', '没有信息栏'],
  );
  expect(problems.map(({ path, line }) => `${path}:${line}`)).toEqual([
    'b.md:3',
    'b.md:5',
    '有?问号.md:1',
    '有?问号.md:1',
  ]);
  const message = formatProblems(problems);
  expect(message).toContain('4 处');
  expect(message).toContain('b.md:3 order: 1 已被 a.md 使用');
});

test('a character that was lost on the way is told with its line', () => {
  const text = '---\ntitle: 甲\n---\n\n第一段。\n\n第\uE003段。\n';
  expect(check(['a.md', text])).toEqual([
    { path: 'a.md', line: 7, message: expect.stringContaining('U+E003') },
  ]);
});

test.for([
  '![图](https://example.org/a.png)',
  '![图](//example.org/a.png)',
  '![图][甲]\n\n[甲]: http://example.org/a.png',
  '<img alt="" src="https://example.org/a.png">',
  '正文。[^甲]\n\n[^甲]: 注 ![图](https://example.org/a.png)',
  '<picture><source srcset="./b.png 1x, https://example.org/a.png 2x"><img src="./b.png"></picture>',
])('an image of another site is told: %s', (body) => {
  const [problem] = check(['a.md', `---\ntitle: 甲\norder: 1\n---\n\n第一段。\n\n${body}\n`]);
  expect(problem).toMatchObject({ path: 'a.md', line: body.startsWith('正文') ? 10 : 8 });
  expect(problem?.message).toContain('example.org/a.png');
});

test('an image beside the paper, and one that is only written about, are fine', () => {
  const body = '![图](./a.png)\n\n`![图](https://example.org/a.png)`';
  expect(check(['a.md', `---\ntitle: 甲\norder: 1\n---\n${body}\n`])).toEqual([]);
});
