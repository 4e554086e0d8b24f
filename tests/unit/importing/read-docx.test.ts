import { expect, test } from 'vitest';
import { makePapers } from '../../../src/importing/make-papers.ts';
import { readDocx } from '../../../src/importing/read-docx/read-docx.ts';
import { outlineLines } from '../../../src/importing/report/count-paper.ts';
import { type DocxParts, instance, item, list, makeDocx, paragraph, run } from './make-docx.ts';

/** The body, outline and remarks of a document that is one paper. */
async function importDocx(parts: DocxParts) {
  const made = await makePapers(await readDocx(makeDocx(parts)), { name: '文件' });
  const [paper] = made.papers;
  return {
    title: paper?.facts.title,
    lines: paper?.body.split('\n').filter((line) => line !== '') ?? [],
    outline: outlineLines(paper?.rendered.outline ?? []),
    remarks: [...made.remarks, ...(paper?.remarks ?? [])].map(({ kind, message, text }) =>
      [kind, message, text].filter((each) => each !== undefined).join(' '),
    ),
    pictures: paper?.pictures ?? [],
  };
}

const OFFICIAL = list(1, [
  ['chineseCountingThousand', '%1、'],
  ['chineseCountingThousand', '（%2）'],
  ['decimal', '%3.'],
  ['decimal', '（%4）'],
]);

test('automatic numbers of four levels are written out and make the outline', async () => {
  const text = paragraph('这里是正文，说明怎样做，要做到什么程度。');
  const items: [string, number][] = [
    ['抓学习', 0],
    ['健全机制', 1],
    ['摸清底数', 2],
    ['登记造册', 3],
    ['核对数目', 3],
    ['分清任务', 2],
    ['压实责任', 1],
    ['抓落实', 0],
  ];
  const { lines, outline, remarks } = await importDocx({
    body: items.map(([words, level]) => item(words, 1, level) + text).join(''),
    numbering: OFFICIAL + instance(1, 1),
  });
  expect(lines.filter((line) => !line.startsWith('这里'))).toEqual([
    '一、抓学习',
    '（一）健全机制',
    '1.摸清底数',
    '（1）登记造册',
    '（2）核对数目',
    '2.分清任务',
    '（二）压实责任',
    '二、抓落实',
  ]);
  expect(outline).toEqual([
    '一、抓学习',
    '　（一）健全机制',
    '　　1.摸清底数',
    '　　　（1）登记造册',
    '　　　（2）核对数目',
    '　　2.分清任务',
    '　（二）压实责任',
    '二、抓落实',
  ]);
  expect(remarks).toContain('added 自动编号 （二）');
});

test('two lists of one definition go on counting, and an override starts anew', async () => {
  const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>';
  const { lines } = await importDocx({
    body: [1, 1, 2, 3, 3, 1].map((id, index) => item(`第${index}句话。`, id)).join(''),
    numbering: OFFICIAL + instance(1, 1) + instance(2, 1) + instance(3, 1, restart),
  });
  expect(lines.map((line) => line.slice(0, 2)).join('')).toBe('一、二、三、五、六、七、');
});

test('an override may bring a level of its own', async () => {
  const override =
    '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:lvlOverride>';
  const { lines } = await importDocx({
    body: item('一句。', 2) + item('两句。', 2),
    numbering: OFFICIAL + instance(2, 1, override),
  });
  expect(lines).toEqual(['C)一句。', 'D)两句。']);
});

test('a level may never start anew, as articles count on through chapters', async () => {
  const { lines } = await importDocx({
    body:
      item('总则', 1) + item('为了规范。', 1, 1) + item('附则', 1) + item('自即日起施行。', 1, 1),
    numbering:
      list(1, [
        ['chineseCountingThousand', '第%1章'],
        ['chineseCountingThousand', '第%2条', '<w:lvlRestart w:val="0"/>'],
      ]) + instance(1, 1),
  });
  expect(lines).toEqual([
    '第一章　总则',
    '第一条　为了规范。',
    '第二章　附则',
    '第二条　自即日起施行。',
  ]);
});

test('a level that was left out counts as there once', async () => {
  const { lines } = await importDocx({
    body: item('甲', 1) + item('乙', 1, 2) + item('丙', 1, 1),
    numbering:
      list(1, [
        ['decimal', '%1'],
        ['decimal', '%1.%2'],
        ['decimal', '%1.%2.%3'],
      ]) + instance(1, 1),
  });
  expect(lines).toEqual(['1 甲', '1.1.1 乙', '1.2 丙']);
});

test('legal numbering turns Chinese numerals above into digits', async () => {
  const { lines } = await importDocx({
    body: item('甲', 1) + item('乙', 1, 1),
    numbering:
      list(1, [
        ['chineseCountingThousand', '第%1章'],
        ['decimal', '%1.%2', '<w:isLgl/>'],
      ]) + instance(1, 1),
  });
  expect(lines).toEqual(['第一章　甲', '1.1 乙']);
});

test('a numbering that only a style brings is written out', async () => {
  const { lines } = await importDocx({
    body:
      paragraph('抓学习', '<w:pStyle w:val="a"/>') + paragraph('抓落实', '<w:pStyle w:val="b"/>'),
    styles:
      '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="mine"/><w:basedOn w:val="a"/></w:style>',
    numbering:
      list(1, [
        ['decimal', '%1.'],
        ['chineseCountingThousand', '（%2）', '<w:pStyle w:val="a"/>'],
      ]) + instance(1, 1),
  });
  expect(lines).toEqual(['（一）抓学习', '（二）抓落实']);
});

test('bullets become a list, nested as they were', async () => {
  const { lines } = await importDocx({
    body: item('甲', 1) + item('乙', 1, 1) + item('丙', 1) + paragraph('后面的话。'),
    numbering:
      list(1, [
        ['bullet', '\uf06c'],
        ['bullet', '-'],
      ]) + instance(1, 1),
  });
  expect(lines).toEqual(['- 甲', '  - 乙', '- 丙', '后面的话。']);
});

const HEADINGS = ['1', '2']
  .map(
    (level) =>
      `<w:style w:type="paragraph" w:styleId="h${level}"><w:name w:val="heading ${level}"/><w:pPr><w:outlineLvl w:val="${Number(level) - 1}"/></w:pPr></w:style>`,
  )
  .join('');

test('headings that only a style makes become headings, those that are numbered stay lines', async () => {
  const numbered = await importDocx({
    body: paragraph('一、抓学习', '<w:pStyle w:val="h1"/>') + paragraph('正文。'),
    styles: HEADINGS,
  });
  expect(numbered.lines).toEqual(['一、抓学习', '正文。']);
  const styled = await importDocx({
    body:
      paragraph('一、抓学习', '<w:pStyle w:val="h1"/>') +
      paragraph('学什么', '<w:pStyle w:val="h2"/>') +
      paragraph('正文。'),
    styles: HEADINGS,
  });
  expect(styled.lines).toEqual(['## 一、抓学习', '### 学什么', '正文。']);
  expect(styled.outline).toEqual(['一、抓学习', '　学什么']);
});

test('tracked changes are accepted, with a word of warning', async () => {
  const deletedEnd = '<w:rPr><w:del w:id="9"/></w:rPr>';
  const { lines, remarks } = await importDocx({
    body:
      `<w:p>${run('留下')}<w:ins w:id="1">${run('添上')}</w:ins><w:del w:id="2"><w:r><w:delText>删掉</w:delText></w:r></w:del>${run('的话。')}</w:p>` +
      `<w:p><w:pPr>${deletedEnd}</w:pPr>${run('两段')}</w:p>${paragraph('合成一段。')}` +
      `<w:p><w:moveFrom w:id="3">${run('移走的。')}</w:moveFrom></w:p>`,
  });
  expect(lines).toEqual(['留下添上的话。', '两段合成一段。']);
  expect(remarks.join('\n')).toMatch(/doubt 文件里有修订：插入 1 处.*删去 1 处.*删掉/);
  expect(remarks).toContain('left-out 修订中移走的文字 移走的。');
});

test('fields of layout, contents, comments, headers and hidden text are left out and listed', async () => {
  const field = (code: string, result: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const { lines, remarks } = await importDocx({
    body:
      `<w:p>${field(' TOC \\o ', '抓学习…1')}</w:p>` +
      `<w:p>${run('第')}${field(' PAGE ', '7')}${run('页见')}${field(' REF a ', '第二节')}${run('。')}<w:fldSimple w:instr=" NUMPAGES ">${run('9')}</w:fldSimple>${run('看不见', '<w:vanish/>')}</w:p>`,
    comments: `<w:comment w:id="1">${paragraph('这里要改')}</w:comment>`,
    header1: paragraph('内部资料'),
  });
  expect(lines).toEqual(['第页见第二节。']);
  expect(remarks).toContain('left-out 目录 抓学习…1');
  expect(remarks).toContain('left-out 页码或目录域 7');
  expect(remarks).toContain('left-out 页码或目录域 9');
  expect(remarks).toContain('left-out 隐藏文字 看不见');
  expect(remarks).toContain('left-out 批注 这里要改');
  expect(remarks).toContain('left-out 页眉 内部资料');
});

test('footnotes, tables, emphasis and links are kept', async () => {
  const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
  const { lines } = await importDocx({
    body:
      `<w:p>${run('先说')}${run('要紧的。', '<w:b/>')}${run('再说别的')}<w:r><w:footnoteReference w:id="5"/></w:r>${run('，看')}<w:hyperlink r:id="rId7">${run('这里')}</w:hyperlink>${run('。')}</w:p>` +
      `<w:tbl><w:tr>${cell('甲')}${cell('乙|丙')}</w:tr><w:tr>${cell('一')}<w:tc>${paragraph('二')}${paragraph('三')}</w:tc></w:tr></w:tbl>`,
    footnotes: `<w:footnote w:id="0">${paragraph('')}</w:footnote><w:footnote w:id="5">${paragraph('注里的话。')}</w:footnote>`,
    relations:
      '<Relationship Id="rId7" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.com/" TargetMode="External"/>',
  });
  expect(lines).toEqual([
    '先说**要紧的。**再说别的[^1]，看[这里](https://example.com/)。',
    '| 甲 | 乙\\|丙 |',
    '| - | - |',
    '| 一 | 二<br>三 |',
    '[^1]: 注里的话。',
  ]);
});

test('text in a box stands behind its paragraph, once, though the file has it twice', async () => {
  const box = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
  const { lines } = await importDocx({
    body: `<w:p>${run('段里')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('框里的话。')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('框里的话。')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('段末。')}</w:p>`,
  });
  expect(lines).toEqual(['段里段末。', '框里的话。']);
});

test('pictures come along, those no browser shows are named', async () => {
  const picture = (id: string) =>
    `<w:r><w:drawing><wp:docPr descr="一张图"/><a:blip r:embed="${id}"/></w:drawing></w:r>`;
  const relation = (id: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${target}"/>`;
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const { pictures, lines, remarks } = await importDocx({
    body: `<w:p>${run('看图')}${picture('rId1')}${picture('rId2')}</w:p>`,
    relations: relation('rId1', 'media/image1.png') + relation('rId2', 'media/image2.emf'),
    files: { 'word/media/image1.png': png, 'word/media/image2.emf': new Uint8Array(100) },
  });
  expect(pictures.map(({ extension, bytes }) => [extension, Buffer.from(bytes)])).toEqual([
    ['png', png],
  ]);
  expect(lines).toEqual(['看图![一张图](picture:1)']);
  expect(remarks.join('\n')).toMatch(/doubt 图片的格式网页不能显示，没有收.*media\/image2.emf/);
});

test('the title is in the style of one, or centred and largest', async () => {
  const styled = await importDocx({
    body:
      paragraph('关于印发办法的', '<w:pStyle w:val="t"/>') +
      paragraph('通知', '<w:pStyle w:val="t"/>') +
      paragraph('正文。'),
    styles: '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>',
  });
  expect([styled.title, styled.lines]).toEqual(['关于印发办法的通知', ['正文。']]);
  const centred = (text: string, size: number) =>
    `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${run(text, `<w:sz w:val="${size}"/>`)}</w:p>`;
  const official = await importDocx({
    body: `${centred('某某市人民政府文件', 72)}${centred('某政发〔2023〕1号', 32)}${centred('某某市人民政府关于抓落实的意见', 44)}${centred('（2023年3月1日）', 32)}${paragraph('正文。')}`,
  });
  expect(official.title).toBe('某某市人民政府关于抓落实的意见');
  expect(official.lines).toEqual([
    '某某市人民政府文件',
    '某政发〔2023〕1号',
    '（2023年3月1日）',
    '正文。',
  ]);
});

test('a title in the style of a heading takes no numbered heading behind it along', async () => {
  const heading = (text: string) =>
    `<w:p><w:pPr><w:pStyle w:val="h1"/></w:pPr>${run(text, '<w:sz w:val="44"/>')}</w:p>`;
  const { title, lines } = await importDocx({
    body: heading('关于工作的报告') + heading('一、抓学习') + paragraph('正文在这里，字要多一些。'),
    styles: HEADINGS,
  });
  expect([title, lines]).toEqual(['关于工作的报告', ['一、抓学习', '正文在这里，字要多一些。']]);
});

test('the last paragraph stays, though a tracked change takes its end away', async () => {
  const { lines } = await importDocx({
    body: `${paragraph('一段话。')}<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('末段。')}</w:p>`,
  });
  expect(lines).toEqual(['一段话。', '末段。']);
});

test('a paper whose page would not show its very text is refused', async () => {
  const draft = await readDocx(makeDocx({ body: paragraph('题目') + paragraph('正文。') }));
  draft.blocks.push({
    // Markdown has no such character, and shows another.
    content: { type: 'paragraph', children: [{ type: 'text', value: '甲\0乙' }] },
    looks: {},
  });
  await expect(makePapers(draft, { name: '文件' })).rejects.toThrow(/与原文不同.*没有导入/);
});

test('what a reader should look at again is named', async () => {
  const { remarks } = await importDocx({
    body: ['一、抓学习', '（五）健全机制', '三、抓“落实', '\ue000生僻', '这句没有写完，']
      .map((text) => paragraph(text))
      .join(''),
  });
  const doubts = remarks.filter((remark) => remark.startsWith('doubt')).join('\n');
  expect(doubts).toContain('“一、”之后是“三、”');
  expect(doubts).toContain('“（五）”前面没有“（四）”');
  expect(doubts).toContain('“ 和 ” 不成对 三、抓“落实');
  expect(doubts).toContain('这句没有写完，');
  expect(doubts).toContain('U+E000');
});
