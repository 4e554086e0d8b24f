import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeDocx, paragraph } from './make-docx.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'import-'));
  mkdirSync(join(root, 'content/papers'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const put = (path: string, content: string | Uint8Array) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
};
const papers = () => readdirSync(join(root, 'content/papers')).sort();
const paper = (name: string) => readFileSync(join(root, 'content/papers', name), 'utf8');
const SCRIPT = resolve('src/importing/import.ts');

/** Runs the command as npm does, in the project's folder. */
function runImport(args: string[], options: { shell?: string; uid?: number } = {}) {
  const command = [process.execPath, SCRIPT, ...args];
  const { status, stdout, stderr } = spawnSync(
    options.shell ? 'bash' : process.execPath,
    options.shell ? ['-c', `${options.shell}; exec "$0" "$@"`, ...command] : command.slice(1),
    {
      cwd: root,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], INIT_CWD: root },
      ...(options.uid !== undefined && { uid: options.uid }),
    },
  );
  return { status, output: stdout + stderr, stderr };
}

const DOCX = makeDocx({
  body: paragraph('关于工作的想法') + paragraph('一、抓学习') + paragraph('正文。'),
});

function withPicture(text: string): Uint8Array {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  return makeDocx({
    body: `${paragraph('看图')}${paragraph(text)}<w:p><w:r><w:drawing><wp:docPr descr="图"/><a:blip r:embed="rId1"/></w:drawing></w:r></w:p>`,
    relations: '<Relationship Id="rId1" Type="image" Target="media/image1.png"/>',
    files: { 'word/media/image1.png': png },
  });
}

test('a folder becomes papers, with what the folder and the text say of them', () => {
  put('content/papers/01-old.md', '---\ntitle: 旧的\norder: 4\n---\n\n旧文。\n');
  put('材料/医保工作/2023-03-01 想法(终稿).docx', DOCX);
  put('材料/~$想法.docx', 'lock');
  put('材料/表格.xlsx', 'sheet');
  const { status, output } = runImport(['材料']);
  expect([status, output]).toEqual([0, expect.stringContaining('导入 1 篇')]);
  expect(papers()).toEqual(['01-old.md', '2023-03-01-想法-终稿.md']);
  expect(paper('2023-03-01-想法-终稿.md')).toBe(
    '---\ntitle: 关于工作的想法\norder: 5\ntopic: 医保工作\ndate: 2023-03-01\n---\n\n一、抓学习\n\n正文。\n',
  );
});

test('what was imported before is recognised by its text, and a taken name gets a number', () => {
  put('a/想法.docx', DOCX);
  put('b/想法.txt', '另一个题目\n\n另外的正文。\n');
  put('c/改了名.docx', DOCX);
  expect(runImport(['a', 'b']).status).toBe(0);
  const { status, output } = runImport(['a', 'c']);
  expect(papers()).toEqual(['想法-2.md', '想法.md']);
  expect(status).toBe(0);
  expect(output).toContain('以前导入过，内容相同：想法.md');
  expect(output).toContain('导入 0 篇，以前导入过 2 篇');
});

test('in a collection that goes by dates and names, a new paper gets no place either', () => {
  put('content/papers/old.md', '---\ntitle: 旧的\n---\n\n旧文。\n');
  put('想法.docx', DOCX);
  expect(runImport(['想法.docx']).status).toBe(0);
  expect(paper('想法.md')).toMatch(/^---\ntitle: 关于工作的想法\n---\n/);
});

test('a dry run writes no paper, and says what it would', () => {
  put('想法.docx', DOCX);
  const { status, output } = runImport(['--dry-run', '想法.docx']);
  expect([status, papers()]).toEqual([0, []]);
  expect(output).toContain('《关于工作的想法》 → 想法.md');
  expect(output).toContain('什么也没有写');
});

test('pictures lie beside the paper, under its name', () => {
  put('图.docx', withPicture('第一段话。'));
  expect(runImport(['图.docx']).status).toBe(0);
  expect(papers()).toEqual(['图-1.png', '图.md']);
  expect(paper('图.md')).toContain('![图](./图-1.png)');
});

test('a page from WeChat gives its title, account, date and text', () => {
  put(
    '文章.html',
    '<!doctype html><meta charset="utf-8"><script>var a</script><h1 id="activity-name"> 抓落实 </h1><a id="js_name">某某发布</a><em id="publish_time">2023年3月1日</em><div id="js_content" style="visibility: hidden"><section><p><strong>一、抓学习</strong></p><p>学<strong>什么</strong>，学10<sup>2</sup>遍。<br>怎么学。</p></section></div><footer>版权</footer>',
  );
  expect(runImport(['文章.html']).status).toBe(0);
  expect(paper('文章.md')).toBe(
    '---\ntitle: 抓落实\norder: 1\nsource: 某某发布\ndate: 2023-03-01\n---\n\n一、抓学习\n\n学**什么**，学10<sup>2</sup>遍。\n\n怎么学。\n',
  );
});

test('a page that a program has wrapped, with tables and hidden words, reads as it is seen', () => {
  put(
    '网页.html',
    '<meta charset="utf-8"><nav>首页 新闻</nav><article><h1>题目</h1><p>　　要把学习摆在前面，\n  坚持问题导向。</p><p style="display:none">看不见的</p><table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table></article>',
  );
  const { output } = runImport(['网页.html']);
  expect(paper('网页.md').split('\n---\n')[1]).toBe(
    '\n要把学习摆在前面，坚持问题导向。\n\n| 甲 | 乙 |\n| - | - |\n| 丙 | 丁 |\n',
  );
  expect(output).toContain('没有收：隐藏文字 “看不见的”');
  expect(output).toContain('没有收：网页正文以外的文字（导航、页脚等） “首页 新闻”');
});

test('a Markdown file keeps its body, and its front matter gets an order', () => {
  put('稿.md', '---\ntitle: 题目\ntopic: 学习\norder: 1\n---\n\n正文 **要紧**。\n\n- 一\n- 二\n');
  expect(runImport(['稿.md']).status).toBe(0);
  expect(paper('稿.md')).toBe(
    '---\ntitle: 题目\norder: 1\ntopic: 学习\n---\n\n正文 **要紧**。\n\n- 一\n- 二\n',
  );
});

test('the report shows both texts, and runs nothing that a document says', () => {
  put('坏.txt', '题目<img src=x onerror=alert(1)>\n\n<script>alert(1)</script>正文。\n');
  runImport(['坏.txt']);
  const report = readFileSync(join(root, 'import-report.html'), 'utf8');
  expect(report).toContain('<td><p>&lt;script&gt;alert(1)&lt;/script&gt;正文。</p></td>');
  expect(report).not.toMatch(/<script|<img/);
});

test('the report leads from a doubt to its words in the paper', () => {
  put('稿.txt', '题目\n\n前面的话。\n\n抓好“落实。\n');
  runImport(['稿.txt']);
  const report = readFileSync(join(root, 'import-report.html'), 'utf8');
  const [, id = '', words] = /<mark id="(.+?)">(.+?)<\/mark>/.exec(report) ?? [];
  expect(words).toBe('抓好“落实。');
  expect(report).toContain(`<a href="#${encodeURIComponent(id)}">抓好“落实。</a>`);
});

test('each kind of bad input gets one message with a remedy, and stops none of the others', () => {
  const cfb = (name: string) =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(504),
      Buffer.from(name, 'utf16le'),
    ]);
  const bomb = () => new Uint8Array(300 * 1024 * 1024);
  const BAD: [string, string | Uint8Array, RegExp][] = [
    ['01加密.docx', cfb('EncryptedPackage'), /加了密码.*去掉密码/],
    ['02截断.docx', DOCX.slice(0, DOCX.length / 2), /不完整或已损坏.*另存/],
    ['03炸弹.docx', zipSync({ 'word/document.xml': bomb() }), /超过 256 MB/],
    ['04不是.docx', zipSync({ 'a.txt': strToU8('a') }), /不是 Word 文件/],
    ['22截断.doc', cfb('WordDocument'), /不完整或已损坏|不是 Word 文件/],
    ['05空.docx', '', /0 字节.*重新/],
    ['06改名.txt', new Uint8Array([1, 0, 2, 0, 3, 0, 255, 0, 9, 9, 9]), /不是文字/],
    [
      '07乱码.txt',
      Buffer.concat([Buffer.from('第一行\n第二行'), Buffer.from([0xff, 0xff, 0x81])]),
      /第 2 行有读不出的字节.*另存为 UTF-8/,
    ],
    [
      '08路径.docx',
      zipSync({ '../../evil.xml': strToU8('x'), 'word/document.xml': strToU8('x') }),
      /指向别处的路径/,
    ],
    ['09网页.docx', 'just text', /不是 Word 文件/],
    [
      '10坏标签.docx',
      zipSync({ 'word/document.xml': strToU8('<w:document><w:body>') }),
      /内容已损坏.*另存/,
    ],
    ['11扫描.pdf', '%PDF-1.7', /PDF.*转 Word/],
    ['12照片.jpg', Buffer.from('ffd8ffe000104a464946', 'hex'), /识别成文字/],
    ['13金山.wps', cfb('WordDocument'), /WPS.*另存为/],
    ['14富文本.doc', '{\\rtf1 x}', /RTF 读不了/],
    ['15没字.docx', makeDocx({ body: paragraph('') }), /没有正文.*识别/],
    ['16空白.txt', ' \n\n\u3000\n', /没有正文/],
    ['17空网页.html', '<html><body><script>x</script></body></html>', /没有文字/],
    ['18信息栏.md', '---\ntitle: "题\n---\n正文', /信息栏写法有误/],
    ['19实体.docx', makeDocx({ body: paragraph('&bomb;') }), /内容已损坏/],
    ['23嵌入.docx', makeDocx({ body: '<w:altChunk r:id="rId1"/>' }), /嵌着 1 份别的文件.*另存/],
    ['20图.txt', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), /图片里的文字/],
  ];
  for (const [name, content] of BAD) put(`稿/${name}`, content);
  put('稿/99好.docx', DOCX);
  put('稿/21大.txt', 'x');
  truncateSync(join(root, '稿/21大.txt'), 200 * 1024 * 1024);
  const { status, output, stderr } = runImport(['稿']);
  expect(status).toBe(1);
  expect(stderr).toBe('');
  expect(papers()).toEqual(['99好.md']);
  for (const [name, , remedy] of [...BAD, ['21大.txt', '', /200 MB.*分成几个/] as const]) {
    const messages = output.split('\n').filter((line) => line.startsWith(`  稿/${name} `));
    expect([name, messages]).toEqual([name, [expect.stringMatching(remedy)]]);
  }
  expect(output).toContain(`没有收 ${BAD.length + 1} 个文件`);
  const places = [...output.matchAll(/^\[(\d+)\/(\d+)\] [✓✗]/gm)].map(([, place]) => Number(place));
  expect(places).toEqual(Array.from({ length: BAD.length + 2 }, (_, index) => index + 1));
});

test('a path that is not there, no path and an unknown option are told with what to do', () => {
  expect(runImport(['没有.docx'])).toMatchObject({
    status: 1,
    output: expect.stringMatching(/找不到.*没有\.docx.*核对路径/),
  });
  expect(runImport([])).toMatchObject({ status: 1, output: expect.stringContaining('用法') });
  expect(runImport(['--force', 'a'])).toMatchObject({
    status: 1,
    output: expect.stringContaining('用法'),
  });
});

test('a full disk leaves nothing half written', () => {
  put('稿/长.txt', `题目\n\n${'很长的正文。'.repeat(5000)}`);
  put('稿/图.docx', withPicture('很长的正文。'.repeat(5000)));
  put('稿/短.docx', DOCX);
  const { status, output } = runImport(['稿'], { shell: 'ulimit -f 16' });
  expect(status).toBe(1);
  expect(output).toMatch(/稿\/长\.txt 磁盘满了/);
  expect(output).toMatch(/稿\/图\.docx 磁盘满了/);
  expect(papers()).toEqual(['短.md']);
});

test('a folder that cannot be written to is told as such', () => {
  put('想法.docx', DOCX);
  chmodSync(root, 0o755);
  chmodSync(join(root, 'content/papers'), 0o555);
  // Root may write anywhere.
  const isRoot = process.getuid?.() === 0;
  const { status, output } = runImport(['想法.docx'], isRoot ? { uid: 65534 } : {});
  expect(status).toBe(1);
  expect(output).toMatch(/content\/papers 不能写入.*只读/);
  expect(papers()).toEqual([]);
});
