import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePapers } from '../../src/importing/make-papers.ts';
import { loadDocument } from '../../src/importing/read-document.ts';
import { renderBody } from '../../src/importing/render-body.ts';
import { outlineLines } from '../../src/importing/report/count-paper.ts';
import { instance, item, list, makeDocx, paragraph, run } from '../unit/importing/make-docx.ts';

/*
 * Documents that LibreOffice has written, read by us; what it shows of them itself is the measure.
 */

let folder = '';
beforeAll(() => {
  if (spawnSync('soffice', ['--version']).error) {
    throw new Error('These tests need LibreOffice: apt-get install libreoffice-writer-nogui');
  }
  folder = mkdtempSync(join(tmpdir(), 'office-'));
  const fixtures = ['numbered', 'asides', 'pictures'].map((name) =>
    resolve(`tests/external/fixtures/${name}.fodt`),
  );
  for (const format of ['docx', 'doc']) convert(fixtures, format);
});
afterAll(() => {
  if (folder) rmSync(folder, { recursive: true, force: true });
});

function convert(file: string | string[], format: string): void {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
  const args = [profile, '--headless', '--convert-to', format, '--outdir', folder].concat(file);
  const { status, stderr } = spawnSync('soffice', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`LibreOffice writes no ${format}: ${stderr}`);
}

async function importFile(path: string) {
  const { papers, remarks } = await makePapers(await loadDocument(path), { name: '文件' });
  const [paper] = papers;
  if (!paper) throw new Error('no paper');
  const all = [...remarks, ...paper.remarks];
  return {
    title: paper.facts.title,
    body: paper.body.split('\n').filter((line) => line !== ''),
    outline: outlineLines(paper.rendered.outline),
    rendered: paper.rendered.paragraphs,
    pictures: paper.pictures.map(({ bytes }) => Buffer.from(bytes).toString('base64')),
    remarks: all.map(({ kind, message, text = '' }) => `${kind} ${message} ${text}`.trim()),
  };
}

const BODY = [
  '开头的一段话，后面有注[^1]。还有**强调的话。**和普通的话。',
  '一、抓学习',
  '（一）健全机制',
  '1.摸清底数',
  '2.登记造册',
  '（二）压实责任',
  '二、抓落实',
  '中间的一段新添的话，删了就没有。',
  '第一条　为了规范工作，制定本办法。',
  '第二条　本办法适用于本单位。',
  '①一件事。',
  '②两件事。',
  '1 总的要求',
  '1.1 小的要求',
  '1.1.1 更小的要求',
  '- 一个圆点',
  '- 又一个圆点',
  '## 只有样式的标题',
  '这一段有一个文本框在里面。',
  '### 下一级的标题',
  '| 项目 | 数量 |',
  '| - | - |',
  '| 甲\\|乙 | 一百<br>多件 |',
  '1\\. 手打的编号，\\*星号\\*、\\_下划线\\_、<尖括号>、\\[方括号]和\\反斜杠。',
  '\\# 不是标题',
  '\\> 不是引文 \\&amp; http\\://example.com/a_b_c 和 a\\@b.cn',
  '[^1]: 注里的话。',
];
const BOX = '框里的话。';

for (const format of ['docx', 'doc']) {
  describe(`a .${format} that LibreOffice has written`, () => {
    test('has its numbers, notes, tables, headings and boxes in the text', async () => {
      const { title, body, outline } = await importFile(join(folder, `numbered.${format}`));
      expect(title).toBe('自动编号的文稿');
      expect(body.filter((line) => line !== BOX)).toEqual(BODY);
      expect(body).toContain(BOX);
      // Whether 1. and 第一条 are in it is for the rules of structure to say.
      expect(outline.filter((entry) => !/^\u3000*(?:\d|第)/u.test(entry))).toEqual([
        '一、抓学习',
        '　（一）健全机制',
        '　（二）压实责任',
        '二、抓落实',
        '只有样式的标题',
        '　下一级的标题',
      ]);
    });

    test('says what it wrote out, and warns of tracked changes', async () => {
      const { remarks } = await importFile(join(folder, `numbered.${format}`));
      const numbers = remarks.flatMap((remark) => /^added 自动编号 (.+)$/.exec(remark)?.[1] ?? []);
      expect(numbers).toEqual(
        '一、 （一） 1. 2. （二） 二、 第一条 第二条 ① ② 1 1.1 1.1.1'.split(' '),
      );
      expect(remarks.join('\n')).toMatch(/doubt 文件里有修订.*不要的话/);
    });

    test('keeps links, notes and breaks, and leaves out and lists what is no text of the paper', async () => {
      const { title, body, remarks } = await importFile(join(folder, `asides.${format}`));
      expect(title).toBe('有目录的文稿');
      expect(body).toEqual([
        '## 抓学习',
        '正文在这里，看得见，~~划掉的~~，[链接](https://example.com/x)，第页。',
        '第一行，接着的第二行。',
        '又一段。',
        '春眠不觉晓\\',
        '处处闻啼鸟',
        '尾注[^1]和脚注[^2]都有。',
        '[^1]: 尾注的话。',
        '[^2]: 脚注的话。',
      ]);
      const all = remarks.join('\n');
      for (const leftOut of [
        '目录',
        '抓学习',
        '看不见',
        '页码或目录域 1',
        '批注的话',
        '内部资料',
      ]) {
        expect(all).toMatch(new RegExp(`left-out .*${leftOut}`));
      }
      expect(all).toContain('joined 断开的行接成一段 第一行，｜接着的第二行。');
    });

    test('keeps pictures in lines and floating ones, what is raised or lowered, and what a reading stands over', async () => {
      const { body, pictures, remarks } = await importFile(join(folder, `pictures.${format}`));
      expect(body.map((line) => line.replace(/!\[.*?\]/, '![]'))).toEqual([
        '行里的![](picture:1)图，10<sup>5</sup>米，H<sub>2</sub>O。',
        '![](picture:2)浮在段上的图。',
        '浮在字上![](picture:3)的图。',
        '读音垚字。',
      ]);
      expect(remarks).toContain('left-out 注音 yáo');
      const source = readFileSync('tests/external/fixtures/pictures.fodt', 'utf8');
      const [, original] = /<office:binary-data>(.+?)</.exec(source) ?? [];
      expect(pictures).toEqual([original, original, original]);
      expect(remarks.join()).not.toContain('图片');
    });

    test('reads as LibreOffice itself shows it', async () => {
      convert(join(folder, `numbered.${format}`), 'txt:Text (encoded):UTF8');
      const shown = readFileSync(join(folder, 'numbered.txt'), 'utf8');
      const { title, rendered } = await importFile(join(folder, `numbered.${format}`));
      // It shows what was deleted, bullets and the numbers of notes, and neither notes nor boxes.
      const expected = shown.replace('不要的话', '').replace('注1。', '注。').replaceAll('•', '');
      const read = [title, ...rendered].filter(
        (text) => ![BOX, '注里的话。'].includes(text.trim()),
      );
      expect(plain(read.join(''))).toBe(plain(expected));
    });
  });
}

test('lists that start anew, change, or leave a level out are numbered as LibreOffice does', async () => {
  const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>';
  const levels: [string, string][] = [
    ['chineseCountingThousand', '第%1章'],
    ['decimal', '%1.%2'],
    ['decimal', '%1.%2.%3'],
  ];
  const file = join(folder, 'lists.docx');
  writeFileSync(
    file,
    makeDocx({
      body: [
        [1, 0],
        [1, 2],
        [1, 1],
        [1, 0],
        [1, 1],
        [2, 0],
        [2, 1],
        [1, 0],
      ]
        .map(([id = 0, level = 0], index) => item(`第${index}句。`, id, level))
        .join(''),
      numbering: list(1, levels) + instance(1, 1) + instance(2, 1, restart),
    }),
  );
  convert(file, 'txt:Text (encoded):UTF8');
  const shown = readFileSync(join(folder, 'lists.txt'), 'utf8');
  const { rendered } = await importFile(file);
  expect(plain(rendered.join(''))).toBe(plain(shown));
});

test('the six papers come back out of .docx and .doc, character for character', async () => {
  const names = readdirSync('content/papers').filter((name) => name.endsWith('.md'));
  const papers = names.map((name) => {
    const text = readFileSync(join('content/papers', name), 'utf8');
    return {
      name: name.replace(/\.md$/, ''),
      title: /^title: (.+)$/m.exec(text)?.[1] ?? '',
      body: text.slice(text.indexOf('\n---\n') + 5).trim(),
    };
  });
  for (const { name, title, body } of papers) {
    const heading = `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${run(title, '<w:sz w:val="44"/>')}</w:p>`;
    const lines = body.split('\n\n').map((line) => paragraph(line));
    writeFileSync(join(folder, `${name}.docx`), makeDocx({ body: heading + lines.join('') }));
  }
  const files = (extension: string) =>
    papers.map(({ name }) => join(folder, `${name}.${extension}`));
  // By way of its own format, so that both are of LibreOffice's making.
  convert(files('docx'), 'odt');
  for (const format of ['docx', 'doc']) {
    convert(files('odt'), format);
    for (const { name, title, body } of papers) {
      const read = await importFile(join(folder, `${name}.${format}`));
      expect([name, read.title, read.body.join('\n\n')]).toEqual([name, title, body]);
      expect(read.outline).toEqual(outlineLines((await renderBody(body)).outline));
    }
  }
});

function plain(text: string): string {
  return text.replaceAll(/[\s\uFEFF]+/gu, '');
}
