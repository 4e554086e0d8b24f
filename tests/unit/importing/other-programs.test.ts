import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { makePapers } from '../../../src/importing/make-papers.ts';
import { readDocx } from '../../../src/importing/read-docx/read-docx.ts';
import { makeDocx, paragraph, run } from './make-docx.ts';

/*
 * What is found in .docx that other programs, other versions and other hands have made.
 */

async function importBytes(bytes: Uint8Array) {
  const made = await makePapers(await readDocx(bytes), { name: '文件' });
  const [paper] = made.papers;
  return {
    title: paper?.facts.title,
    lines: paper?.body.split('\n').filter((line) => line !== '') ?? [],
    rendered: paper?.rendered.paragraphs ?? [],
    html: paper?.rendered.html ?? '',
    pictures: paper?.pictures ?? [],
    remarks: [...made.remarks, ...(paper?.remarks ?? [])].map(({ kind, message, text }) =>
      [kind, message, text].filter((each) => each !== undefined).join(' '),
    ),
  };
}

/** The same document with each of its XML parts rewritten. */
function rewrite(bytes: Uint8Array, change: (xml: string, name: string) => string): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(unzipSync(bytes)).map(([name, part]) => [
        name,
        /\.(?:xml|rels)$/.test(name) ? strToU8(change(strFromU8(part), name)) : part,
      ]),
    ),
  );
}

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relation = (id: string, kind: string, target: string, more = '') =>
  `<Relationship Id="${id}" Type="${TYPES}/${kind}" Target="${target}" ${more}/>`;
const relationships = (content: string) =>
  strToU8(
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`,
  );
const note = (id: string, content: string) => `<w:footnote w:id="${id}">${content}</w:footnote>`;
const reference = (id: string) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
const cell = (content: string) => `<w:tc>${content}</w:tc>`;
const control = (content: string, properties = '') =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
const field = (code: string, result?: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r>${
    result === undefined ? '' : `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}`
  }<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

const PLAIN = makeDocx({
  body:
    paragraph('关于工作的想法') +
    `<w:p>${run('一段话')}${reference('2')}${run('。')}</w:p>` +
    paragraph('又一段话。'),
  footnotes: note('2', paragraph('注里的话。')),
});
const PLAIN_LINES = ['一段话[^1]。', '又一段话。', '[^1]: 注里的话。'];

test('the strict vocabulary of ISO 29500 is read as the transitional one', async () => {
  const strict = rewrite(PLAIN, (xml) =>
    xml
      .replaceAll(
        'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
        'http://purl.oclc.org/ooxml/wordprocessingml/main',
      )
      .replaceAll(TYPES, 'http://purl.oclc.org/ooxml/officeDocument/relationships'),
  );
  expect((await importBytes(strict)).lines).toEqual(PLAIN_LINES);
});

test('prefixes are what a program likes, or none', async () => {
  const renamed = rewrite(PLAIN, (xml) =>
    xml
      .replaceAll(/(<\/?|xmlns:|\s)w:(?=[A-Za-z])/g, '$1ns0:')
      .replaceAll('xmlns:w=', 'xmlns:ns0='),
  );
  expect((await importBytes(renamed)).lines).toEqual(PLAIN_LINES);
});

test('parts are found by their relations, under names of any kind', async () => {
  const files = unzipSync(PLAIN);
  const moved = zipSync({
    '_rels/.rels': relationships(relation('rId1', 'officeDocument', '/doc/main2.xml')),
    'doc/main2.xml': files['word/document.xml'] ?? new Uint8Array(),
    'doc/_rels/main2.xml.rels': relationships(relation('a', 'footnotes', '/notes/n7.xml')),
    'notes/n7.xml': files['word/footnotes.xml'] ?? new Uint8Array(),
  });
  expect((await importBytes(moved)).lines).toEqual(PLAIN_LINES);
});

test('a part may be in UTF-16', async () => {
  const files = unzipSync(PLAIN);
  const text = strFromU8(files['word/document.xml'] ?? new Uint8Array()).replace('UTF-8', 'UTF-16');
  files['word/document.xml'] = Buffer.from(`\ufeff${text}`, 'utf16le');
  expect((await importBytes(zipSync(files))).lines).toEqual(PLAIN_LINES);
});

test('text in controls, at every level, is text, but for prompts nobody has filled in', async () => {
  const { lines, remarks } = await importBytes(
    makeDocx({
      body:
        control(paragraph('题目'), '<w:alias w:val="标题"/>') +
        `<w:p>${run('主送：')}${control(run('各科室'), '<w:dropDownList/>')}${control(run('单击此处输入文字。'), '<w:showingPlcHdr/>')}${run('。')}</w:p>` +
        control(
          `<w:tbl>${control(`<w:tr>${cell(paragraph('甲'))}${control(cell(paragraph('乙')))}</w:tr>`)}<w:tr>${cell(control(paragraph('丙')))}${cell(paragraph('丁'))}</w:tr></w:tbl>`,
        ),
    }),
  );
  expect(lines).toEqual(['主送：各科室。', '| 甲 | 乙 |', '| - | - |', '| 丙 | 丁 |']);
  expect(remarks).toContain('left-out 没有填写的提示 单击此处输入文字。');
});

test('a table in a table becomes lines in its cell, none lost', async () => {
  const inner = `<w:tbl><w:tr>${cell(paragraph('里一'))}${cell(paragraph('里二'))}</w:tr></w:tbl>`;
  const { lines } = await importBytes(
    makeDocx({
      body:
        paragraph('题目') +
        `<w:tbl><w:tr>${cell(paragraph('甲'))}${cell(paragraph('乙'))}</w:tr><w:tr>${cell(paragraph('前') + inner + paragraph('后'))}${cell(paragraph('丁'))}</w:tr></w:tbl>`,
    }),
  );
  expect(lines).toEqual(['| 甲 | 乙 |', '| - | - |', '| 前<br>里一<br>里二<br>后 | 丁 |']);
});

test('boxes in groups, in cells, in old drawings and in boxes all give their text, in order', async () => {
  const box = (content: string) => `<w:txbxContent>${content}</w:txbxContent>`;
  const drawing = (content: string) => `<w:r><w:drawing>${content}</w:drawing></w:r>`;
  const old = (content: string) =>
    `<w:r><w:pict><v:shape><v:textbox>${box(content)}</v:textbox></v:shape></w:pict></w:r>`;
  const { rendered } = await importBytes(
    makeDocx({
      body:
        paragraph('题目') +
        `<w:p>${run('段一。')}${drawing(`<wps:wsp>${box(paragraph('组一。'))}</wps:wsp><wps:wsp>${box(paragraph('组二。'))}</wps:wsp>`)}</w:p>` +
        `<w:p>${old(paragraph('旧框。'))}${run('段二。')}</w:p>` +
        `<w:p>${drawing(box(`<w:p>${run('外框。')}${old(paragraph('内框。'))}</w:p>`))}${run('段三。')}</w:p>` +
        `<w:tbl><w:tr>${cell(`<w:p>${run('格一')}${drawing(box(paragraph('格框。')))}</w:p>`)}${cell(paragraph('格二'))}</w:tr></w:tbl>`,
    }),
  );
  expect(rendered.slice(0, 5)).toEqual(['段一。', '组一。', '组二。', '段二。', '旧框。']);
  expect(rendered.slice(5)).toEqual(['段三。', '内框。', '外框。', '格一', '格二', '格框。']);
});

test('readings over characters are left out, the characters stay', async () => {
  const ruby = `<w:r><w:ruby><w:rt>${run('chóng')}</w:rt><w:rubyBase>${run('重')}</w:rubyBase></w:ruby></w:r>`;
  const { lines, remarks } = await importBytes(
    makeDocx({ body: `${paragraph('题目')}<w:p>${run('不要')}${ruby}${run('复。')}</w:p>` }),
  );
  expect(lines).toEqual(['不要重复。']);
  expect(remarks).toContain('left-out 注音 chóng');
});

test('characters that a field draws in a circle or under a reading are text, formulas are named', async () => {
  const { lines, remarks } = await importBytes(
    makeDocx({
      body:
        paragraph('题目') +
        `<w:p>${field(' eq \\o\\ac(○,3)')}${run('要')}${field(' EQ \\* jc2 \\* "Font:楷体" \\* hps10 \\o\\ad(\\s\\up 9(chóng),重)')}${run('视。')}</w:p>` +
        `<w:p>${run('占')}${field(' EQ \\f(1,2) ')}${run('以上。')}</w:p>`,
    }),
  );
  expect(lines).toEqual(['③要重视。', '占以上。']);
  expect(remarks).toContain('left-out 注音 chóng');
  expect(remarks.join('\n')).toMatch(/doubt 公式域没有收.*EQ \\f\(1,2\)/);
});

test('results of fields are text, however fields nest and wherever they end', async () => {
  const { lines } = await importBytes(
    makeDocx({
      body:
        paragraph('题目') +
        `<w:p>${run('见')}${field(' IF ', field(' REF x ', run('第二条')))}${run('，')}${field(' HYPERLINK "https://example.com/" ', run('链接'))}${run('，表')}${field(' SEQ 表 ', run('1'))}${run('。')}</w:p>` +
        `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> QUOTE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('跨段的前一半。')}</w:p>` +
        `<w:p>${run('后一半。')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
    }),
  );
  expect(lines).toEqual([
    '见第二条，[链接](https://example.com/)，表1。',
    '跨段的前一半。',
    '后一半。',
  ]);
});

test('a note keeps all its paragraphs, its links and its pictures, which its own part leads to', async () => {
  const drawing = '<w:r><w:drawing><a:blip r:embed="rId1"/></w:drawing></w:r>';
  const { lines, pictures } = await importBytes(
    makeDocx({
      body: `${paragraph('题目')}<w:p>${run('话')}${reference('2')}${run('。')}</w:p>`,
      footnotes: note(
        '2',
        paragraph('注一。') +
          `<w:p>${run('看')}<w:hyperlink r:id="rId2">${run('这里')}</w:hyperlink>${run('。')}</w:p>` +
          `<w:p>${run('图')}${drawing}</w:p>`,
      ),
      relations: relation('rId2', 'hyperlink', 'https://wrong.example/', 'TargetMode="External"'),
      files: {
        'word/_rels/footnotes.xml.rels': relationships(
          relation('rId1', 'image', 'media/image1.png') +
            relation('rId2', 'hyperlink', 'https://right.example/', 'TargetMode="External"'),
        ),
        'word/media/image1.png': PNG,
      },
    }),
  );
  expect(lines).toEqual([
    '话[^1]。',
    '[^1]: 注一。',
    '    看[这里](https://right.example/)。',
    '    图![](picture:1)',
  ]);
  expect(pictures).toHaveLength(1);
});

test('notes stand in tables and headings too, and one is referred to twice', async () => {
  const { lines } = await importBytes(
    makeDocx({
      body:
        paragraph('题目') +
        `<w:p>${run('一、抓学习')}${reference('2')}</w:p>${paragraph('话。')}` +
        `<w:tbl><w:tr>${cell(`<w:p>${run('甲')}${reference('3')}</w:p>`)}${cell(`<w:p>${run('乙')}${reference('2')}</w:p>`)}</w:tr></w:tbl>`,
      footnotes: note('2', paragraph('注一。')) + note('3', paragraph('注二。')),
    }),
  );
  expect(lines).toEqual([
    '一、抓学习[^1]',
    '话。',
    '| 甲[^2] | 乙[^1] |',
    '| - | - |',
    '[^1]: 注一。',
    '[^2]: 注二。',
  ]);
});

test('raised and lowered characters stay so, since 10 to the fifth is not 105', async () => {
  const raised = '<w:vertAlign w:val="superscript"/>';
  const { lines, html } = await importBytes(
    makeDocx({
      body:
        paragraph('题目') +
        `<w:p>${run('面积10')}${run('5', raised)}${run('m')}${run('2', raised)}${run('，H')}${run('2', '<w:vertAlign w:val="subscript"/>')}${run('O。')}</w:p>`,
    }),
  );
  expect(lines).toEqual(['面积10<sup>5</sup>m<sup>2</sup>，H<sub>2</sub>O。']);
  expect(html).toContain('H<sub>2</sub>O');
});

test('words in diagrams, charts and art are named, for no picture of them is there', async () => {
  const graphic = (uri: string, content: string) =>
    `<w:p><w:r><w:drawing><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/${uri}">${content}</a:graphicData></a:graphic></w:drawing></w:r></w:p>`;
  const part = (prefix: string, content: string) =>
    strToU8(
      `<x:root xmlns:x="x" xmlns:${prefix}="http://schemas.openxmlformats.org/drawingml/2006/${prefix === 'dgm' ? 'diagram' : 'chart'}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${content}</x:root>`,
    );
  const { remarks } = await importBytes(
    makeDocx({
      body:
        paragraph('题目') +
        paragraph('话。') +
        graphic(
          'diagram',
          '<dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" r:dm="rId1"/>',
        ) +
        graphic(
          'chart',
          '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId2"/>',
        ) +
        `<w:p><w:r><w:pict><v:shape><v:textpath string="机密"/></v:shape></w:pict></w:r></w:p>`,
      relations:
        relation('rId1', 'diagramData', 'diagrams/data1.xml') +
        relation('rId2', 'chart', 'charts/chart1.xml'),
      files: {
        'word/diagrams/data1.xml': part(
          'dgm',
          '<a:p><a:t>组长</a:t></a:p><a:p><a:t>组员</a:t></a:p>',
        ),
        'word/charts/chart1.xml': part(
          'c',
          '<a:t>各科室人数</a:t><c:strCache><c:pt><c:v>办公室</c:v></c:pt></c:strCache>',
        ),
      },
    }),
  );
  const all = remarks.join('\n');
  expect(all).toMatch(/doubt 图表或嵌入的对象收不进来.* 组长、组员/);
  expect(all).toMatch(/doubt 图表或嵌入的对象收不进来.* 各科室人数、办公室/);
  expect(all).toContain('left-out 艺术字 机密');
});

test('of an emoji by its code, the character that stands in for it is taken', async () => {
  const emoji = `<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx xmlns:w16se="w16se" w16se:char="1F600"/></mc:Choice><mc:Fallback><w:t>☺</w:t></mc:Fallback></mc:AlternateContent></w:r>`;
  const { lines } = await importBytes(
    makeDocx({ body: `${paragraph('题目')}<w:p>${run('好')}${emoji}${run('。')}</w:p>` }),
  );
  expect(lines).toEqual(['好☺。']);
});

test('of ink, the picture that stands in for it is taken', async () => {
  const ink = `<w:r><mc:AlternateContent><mc:Choice Requires="wpi"><w:drawing><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingInk"/></a:graphic></w:drawing></mc:Choice><mc:Fallback><w:drawing><a:blip r:embed="rId1"/></w:drawing></mc:Fallback></mc:AlternateContent></w:r>`;
  const { lines, pictures } = await importBytes(
    makeDocx({
      body: `${paragraph('题目')}<w:p>${run('签名：')}${ink}</w:p>`,
      relations: relation('rId1', 'image', 'media/image1.png'),
      files: { 'word/media/image1.png': PNG },
    }),
  );
  expect(lines).toEqual(['签名：![](picture:1)']);
  expect(pictures).toHaveLength(1);
});

test('a document that is only a frame around another file is refused with what to do', async () => {
  const bytes = makeDocx({ body: `${paragraph('题目')}<w:altChunk r:id="rId1"/>` });
  await expect(readDocx(bytes)).rejects.toThrow(/嵌着 1 份别的文件.*另存一份 .docx/);
});
