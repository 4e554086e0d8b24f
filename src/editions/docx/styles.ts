import { pageForm } from './page-form.ts';

/** Word's namespace of everything in a document. */
const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** Levels of headings that Word knows. */
export const HEADING_LEVELS = 9;

/**
 * The fonts of GB/T 9704 by the names that today's Windows, Word and WPS have, each with the names it
 * goes by elsewhere.
 */
const FONTS = {
  title: {
    name: '方正小标宋简体',
    others: '方正小标宋_GBK,FZXiaoBiaoSong-B05S,小标宋,宋体,SimSun',
  },
  song: { name: '宋体', others: 'SimSun,Noto Serif CJK SC' },
  fangsong: { name: '仿宋', others: '仿宋_GB2312,FangSong,FangSong_GB2312,STFangsong' },
  hei: { name: '黑体', others: 'SimHei,Noto Sans CJK SC' },
  kai: { name: '楷体', others: '楷体_GB2312,KaiTi,KaiTi_GB2312,STKaiti' },
} as const;

/** Sizes in half points, by their Chinese names. */
const SIZES = { 二号: 44, 三号: 32, 四号: 28, 小四: 24 } as const;

/** What a level of the outline looks like (GB/T 9704 7.3.3); all below are as the last. */
const LEVELS: readonly string[] = [
  font('hei'),
  font('kai'),
  `${font('fangsong')}<w:b/>`,
  font('fangsong'),
];

/**
 * The styles of all documents, as `word/styles.xml`.
 *
 * Why as XML: the library's own styles cannot say that single lines may end a page or that figures stand
 * close, both of which every page of 22 × 28 needs.
 *
 * @param topLevel The level of a paper's uppermost headings, from 1: in a collection the papers' titles
 * stand above them.
 */
export function writeStyles(topLevel: 1 | 2): string {
  const headings = Array.from({ length: HEADING_LEVELS }, (_, index) => {
    const level = index + 1;
    const isTitle = level < topLevel;
    const look = LEVELS[Math.min(level - topLevel, LEVELS.length - 1)] ?? '';
    return paragraphStyle(
      `Heading${level}`,
      `heading ${level}`,
      `<w:next w:val="Normal"/><w:uiPriority w:val="9"/><w:qFormat/>`,
      isTitle
        ? `${TITLE_FORM.replace('<w:keepNext/>', '<w:keepNext/><w:pageBreakBefore/>')}<w:outlineLvl w:val="${index}"/>`
        : `<w:keepNext/><w:outlineLvl w:val="${index}"/>`,
      isTitle ? TITLE_LOOK : look,
    );
  });
  const contents = Array.from({ length: HEADING_LEVELS }, (_, index) => {
    const indent = index * pageForm.character * 2;
    return paragraphStyle(
      `TOC${index + 1}`,
      `toc ${index + 1}`,
      '<w:next w:val="Normal"/><w:uiPriority w:val="39"/>',
      `<w:snapToGrid w:val="0"/><w:spacing w:line="480" w:lineRule="exact"/><w:ind w:left="${indent}" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/>`,
      `${index === 0 ? font('hei') : ''}<w:spacing w:val="0"/><w:sz w:val="${SIZES.四号}"/><w:szCs w:val="${SIZES.四号}"/>`,
    );
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="${NAMESPACE}">${[
    `<w:docDefaults><w:rPrDefault><w:rPr>${font('fangsong')}<w:sz w:val="${SIZES.三号}"/><w:szCs w:val="${SIZES.三号}"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`,
    // Single lines may begin and end a page, and figures stand close: 22 lines of 28 characters.
    `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:ind w:firstLineChars="200" w:firstLine="${pageForm.character * 2}"/><w:jc w:val="both"/></w:pPr><w:rPr><w:spacing w:val="${pageForm.tracking}"/><w:sz w:val="${SIZES.三号}"/><w:szCs w:val="${SIZES.三号}"/></w:rPr></w:style>`,
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
    `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`,
    `<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="39"/><w:tblPr><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`).join('')}</w:tblBorders></w:tblPr></w:style>`,
    ...headings,
    paragraphStyle(
      'Title',
      'Title',
      '<w:next w:val="Normal"/><w:uiPriority w:val="10"/><w:qFormat/>',
      TITLE_FORM,
      TITLE_LOOK,
    ),
    paragraphStyle(
      'Subtitle',
      'Subtitle',
      '<w:next w:val="Normal"/><w:uiPriority w:val="11"/><w:qFormat/>',
      '<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>',
      font('kai'),
    ),
    paragraphStyle(
      'TOCHeading',
      'TOC Heading',
      '<w:next w:val="Normal"/><w:uiPriority w:val="39"/>',
      TITLE_FORM.replace('<w:keepNext/>', '<w:keepNext/><w:pageBreakBefore/>'),
      TITLE_LOOK,
    ),
    ...contents,
    paragraphStyle(
      'ListParagraph',
      'List Paragraph',
      '<w:uiPriority w:val="34"/><w:qFormat/>',
      '<w:ind w:firstLineChars="0" w:firstLine="0"/>',
      '',
    ),
    paragraphStyle(
      'Quote',
      'Quote',
      '<w:uiPriority w:val="29"/><w:qFormat/>',
      `<w:ind w:left="${pageForm.character * 2}"/>`,
      font('kai'),
    ),
    paragraphStyle(
      'HTMLPreformatted',
      'HTML Preformatted',
      '<w:uiPriority w:val="99"/>',
      '<w:snapToGrid w:val="0"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/>',
      `${CODE_LOOK}<w:spacing w:val="0"/><w:sz w:val="${SIZES.小四}"/><w:szCs w:val="${SIZES.小四}"/>`,
    ),
    paragraphStyle(
      'TableText',
      '表格文字',
      '<w:qFormat/>',
      '<w:snapToGrid w:val="0"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/>',
      `<w:spacing w:val="0"/><w:sz w:val="${SIZES.四号}"/><w:szCs w:val="${SIZES.四号}"/>`,
    ),
    paragraphStyle(
      'Footer',
      'footer',
      '<w:uiPriority w:val="99"/>',
      `<w:snapToGrid w:val="0"/><w:spacing w:line="${SIZES.四号 * 10}" w:lineRule="exact"/><w:ind w:firstLineChars="0" w:firstLine="0"/>`,
      `${font('song')}<w:spacing w:val="0"/><w:sz w:val="${SIZES.四号}"/><w:szCs w:val="${SIZES.四号}"/>`,
    ),
    paragraphStyle(
      'FootnoteText',
      'footnote text',
      '<w:uiPriority w:val="99"/>',
      '<w:snapToGrid w:val="0"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/>',
      `<w:spacing w:val="0"/><w:sz w:val="${SIZES.小四}"/><w:szCs w:val="${SIZES.小四}"/>`,
    ),
    characterStyle('FootnoteReference', 'footnote reference', '<w:vertAlign w:val="superscript"/>'),
    characterStyle('Hyperlink', 'Hyperlink', '<w:u w:val="single"/>'),
    // Slanted Han characters read badly: emphasis is a dot below (clreq 3.2.3).
    characterStyle('Emphasis', 'Emphasis', '<w:em w:val="dot"/>'),
    characterStyle('HTMLCode', 'HTML Code', CODE_LOOK),
    characterStyle(leadStyle(1), '分点提要', font('kai')),
    characterStyle(leadStyle(LEVELS.length), '分点提要（下级）', `${font('fangsong')}<w:b/>`),
  ].join('')}</w:styles>`;
}

/** The character style of the lead of a point at a level of the outline: 楷体, from the third on bold. */
export function leadStyle(level: number): string {
  return level < 3 ? 'PointLead' : 'LowerPointLead';
}

/** The fonts with the names they go by elsewhere, as `word/fontTable.xml`. */
export function writeFontTable(): string {
  const fonts = Object.values(FONTS).map(
    ({ name, others }) =>
      `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/><w:family w:val="${name === '黑体' ? 'modern' : 'roman'}"/><w:pitch w:val="variable"/></w:font>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="${NAMESPACE}">${fonts.join('')}</w:fonts>`;
}

/**
 * 7.3.1: centred; on the lines of the grid, though its characters are taller, with a line free above and
 * below.
 */
const TITLE_FORM = `<w:keepNext/><w:snapToGrid w:val="0"/><w:spacing w:before="${pageForm.linePitch}" w:after="${pageForm.linePitch}" w:line="${pageForm.linePitch}" w:lineRule="exact"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>`;

const TITLE_LOOK = `${font('title')}<w:spacing w:val="0"/><w:sz w:val="${SIZES.二号}"/><w:szCs w:val="${SIZES.二号}"/>`;

const CODE_LOOK = '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>';

/** Latin letters and figures too: 5.2.2 knows no other font. */
function font(key: keyof typeof FONTS): string {
  const { name } = FONTS[key];
  return `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}" w:hint="eastAsia"/>`;
}

function paragraphStyle(
  id: string,
  name: string,
  traits: string,
  form: string,
  look: string,
): string {
  const next = /^<w:next [^>]*>/.exec(traits)?.[0] ?? '';
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${next}${traits.slice(next.length)}<w:pPr>${form}</w:pPr>${look && `<w:rPr>${look}</w:rPr>`}</w:style>`;
}

function characterStyle(id: string, name: string, look: string): string {
  return `<w:style w:type="character" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>${look}</w:rPr></w:style>`;
}
