import type { Table, TableCell } from 'mdast';
import type { Segment } from '../account-for.ts';
import type { DraftBlock, DraftPicture, Remark } from '../draft.ts';
import { leaveOut } from '../leave-out.ts';
import { linkOf } from '../link-of.ts';
import type { Numbering } from '../numbering.ts';
import { pictureExtension } from '../picture-extension.ts';
import { describeEquation, isEquation, readEquation } from '../read-equation.ts';
import { separatorBetween } from '../separator-between.ts';
import { toCell } from '../to-cell.ts';
import {
  hasEmphasis,
  type Span,
  toPhrasing,
  trimSpans,
  withoutWholeEmphasis,
} from '../to-phrasing.ts';
import {
  childOf,
  childrenOf,
  descendantsOf,
  propertyOf,
  textWithin,
  type XmlElement,
} from './parse-xml.ts';
import { isRead } from './read-xml.ts';
import type { ParagraphLooks, RunLooks, Styles } from './styles.ts';
import { toUnicodeSymbol } from './symbols.ts';
import type { Relation } from './word-package.ts';

/** Fields whose result is a matter of layout and no text of the author's. */
const LAYOUT_FIELD = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES|SECTION|PAGEREF|TOC|INDEX|TC|XE|RD)\b/i;

/** What a drawing may hold that is read: pictures, and shapes with text. */
const READ_GRAPHICS = /\/(?:picture|wordprocessing(?:Shape|Group|Canvas))$/i;

/** Containers that only say how their content came about or what it is. */
const TRANSPARENT = new Set([
  ...['w:ins', 'w:moveTo', 'w:smartTag', 'w:customXml', 'w:dir', 'w:bdo', 'w:sdtContent'],
  ...['w:rubyBase', 'mc:Choice', 'm:oMathPara'],
]);

/**
 * Reads the running text of a .docx: paragraphs with what their numbering and styles add, tables, boxes
 * and pictures. One reader reads all parts of a document, since numbers go on from part to part.
 */
export class StoryReader {
  readonly remarks: Remark[] = [];
  readonly pictures: DraftPicture[] = [];
  /** References to notes in order: the element's name and the note's id. */
  readonly noteReferences: { element: string; id: string }[] = [];
  /** What was done with the text of the part being read, to hold against the text in the file. */
  trace: Trace = newTrace();

  readonly #styles: Styles;
  readonly #numbering: Numbering;
  #links: PartLinks = { find: () => undefined, parse: () => undefined };

  readonly #fields: Field[] = [];
  readonly #boxes: DraftBlock[] = [];
  readonly #skipping: string[] = [];
  /** What was done with the text of each box that is open, the outermost first. */
  readonly #openBoxes: Segment[][] = [];
  #startsPage = false;
  /** What a paragraph without an end of its own leaves to the next. */
  #unfinished: Span[] = [];
  /** Where in the trace the paragraph begins. */
  #paragraphStart = 0;
  #insertions = 0;
  readonly #deletions: string[] = [];
  #wholeEmphasis = 0;
  #mergedCells = 0;

  constructor(styles: Styles, numbering: Numbering) {
    this.#styles = styles;
    this.#numbering = numbering;
  }

  /**
   * @param links What leads out of the part that the text stands in.
   * @returns The blocks of a part; those out of boxes stand behind the block they hung on.
   */
  readStory(body: XmlElement, links: PartLinks): { block: DraftBlock; isBox: boolean }[] {
    this.#links = links;
    const story: { block: DraftBlock; isBox: boolean }[] = [];
    for (const child of childrenOf(body)) {
      for (const block of this.#readBlock(child)) story.push({ block, isBox: false });
      for (const block of this.#boxes.splice(0)) story.push({ block, isBox: true });
    }
    // The end of the last paragraph cannot be taken away, though a change may say so.
    const rest = this.#toBlocks(this.#unfinished.splice(0), this.#styles.paragraph(undefined));
    return [...story, ...rest.map((block) => ({ block, isBox: false }))];
  }

  /** Says once for the whole document what is not worth a remark each time. */
  finish(): void {
    if (this.#insertions > 0 || this.#deletions.length > 0) {
      this.remarks.push({
        kind: 'doubt',
        message: `文件里有修订：插入 ${this.#insertions} 处，已收进正文；删去 ${this.#deletions.length} 处，没有收。请确认修订都应当接受`,
        ...(this.#deletions.length > 0 && { text: this.#deletions.join(' … ') }),
      });
    }
    if (this.#wholeEmphasis > 0) {
      this.remarks.push({
        kind: 'note',
        message: `整段加粗或倾斜 ${this.#wholeEmphasis} 段，是版式，不另标强调`,
      });
    }
    if (this.#mergedCells > 0) {
      this.remarks.push({
        kind: 'doubt',
        message: `表格里有合并的单元格 ${this.#mergedCells} 处，拆开后多出的格子是空的，请看看表格`,
      });
    }
    for (const format of this.#numbering.unknownFormats) {
      this.remarks.push({
        kind: 'doubt',
        message: `自动编号用了少见的格式 ${format}，写成了阿拉伯数字，请核对`,
      });
    }
  }

  #readBlock(element: XmlElement): DraftBlock[] {
    switch (element.name) {
      case 'w:p':
        return this.#readParagraph(element);
      case 'w:tbl':
        return this.#readTable(element);
      case 'w:sdt':
        return this.#readControl(element, (content) => this.#readBlocks(content)) ?? [];
      case 'mc:AlternateContent':
        return this.#readBlocks(chosen(element));
      case 'w:moveFrom':
        return this.#skip('修订中移走的文字', () => this.#readBlocks(element));
      default:
        return TRANSPARENT.has(element.name) ? this.#readBlocks(element) : [];
    }
  }

  #readBlocks(element: XmlElement | undefined): DraftBlock[] {
    return childrenOf(element).flatMap((child) => this.#readBlock(child));
  }

  /** A content control; a table of contents is one, and so is a prompt nobody has filled in. */
  #readControl<Content>(element: XmlElement, read: (content: XmlElement) => Content) {
    const content = childOf(element, 'w:sdtContent');
    if (!content) return undefined;
    const properties = childOf(element, 'w:sdtPr');
    const gallery = propertyOf(childOf(properties, 'w:docPartObj'), 'w:docPartGallery');
    if (/table of contents/i.test(gallery ?? '')) return this.#skip('目录', () => read(content));
    const isPrompt = childOf(properties, 'w:showingPlcHdr') !== undefined;
    return isPrompt ? this.#skip('没有填写的提示', () => read(content)) : read(content);
  }

  #readParagraph(element: XmlElement): DraftBlock[] {
    const properties = childOf(element, 'w:pPr');
    const looks = this.#styles.paragraph(properties);
    const spans: Span[] = [];
    if (this.#unfinished.length === 0) this.#paragraphStart = this.#story.length;
    if (looks.isContents) this.#skip('目录', () => this.#readRuns(element, looks, spans));
    else this.#readRuns(element, looks, spans);

    const mark = childOf(properties, 'w:rPr');
    const endsIn = childOf(mark, 'w:del') ?? childOf(mark, 'w:moveFrom');
    if (endsIn) {
      // Accepting the change takes the end of the paragraph away as well.
      this.#unfinished.push(...spans);
      return [];
    }
    const all = [...this.#unfinished.splice(0), ...spans];
    if (looks.startsPage) this.#startsPage = true;
    const label = this.#label(looks, all);
    const blocks = this.#toBlocks(all, looks, label);
    const section = childOf(properties, 'w:sectPr');
    if (section && /^(?:nextPage|oddPage|evenPage|)$/.test(propertyOf(section, 'w:type') ?? '')) {
      this.#startsPage = true;
    }
    return blocks;
  }

  #label(looks: ParagraphLooks, spans: readonly Span[]): Label | undefined {
    const { numId, numStyle } = looks;
    if (numId === undefined || numId === '0' || this.#skipping.length > 0) return undefined;
    const isEmpty = !spans.some(({ text, node }) => node || text?.trim());
    const ofStyle =
      numStyle === undefined ? undefined : this.#numbering.levelOfStyle(numId, numStyle);
    const level = looks.numLevel === undefined ? (ofStyle ?? 0) : Number(looks.numLevel);
    const label = this.#numbering.next(numId, level);
    if (!label) return undefined;
    if (label.kind === 'bullet') return isEmpty ? undefined : { bullet: label.level };
    const text = label.text.trim();
    if (text === '') return undefined;
    if (isEmpty) {
      this.remarks.push({ kind: 'left-out', message: '只有自动编号、没有文字的空段', text });
      return undefined;
    }
    return { number: text };
  }

  #toBlocks(spans: readonly Span[], looks: ParagraphLooks, label?: Label): DraftBlock[] {
    const blocks: DraftBlock[] = [];
    for (const [index, page] of splitAtPages(spans).entries()) {
      if (index > 0) this.#startsPage = true;
      const plain = withoutWholeEmphasis(page, looks.level !== undefined);
      if (hasEmphasis(page) && !hasEmphasis(plain)) this.#wholeEmphasis += 1;
      const trimmed = trimSpans(plain);
      if (trimmed.length === 0) continue;
      const isFirst = blocks.length === 0;
      const children = toPhrasing(isFirst ? this.#withNumber(trimmed, label) : trimmed);
      const sizes = page.filter(({ text }) => text?.trim()).map(({ size }) => size ?? 0);
      blocks.push({
        content: { type: 'paragraph', children },
        looks: {
          isTitle: looks.isTitle,
          isCentered: looks.isCentered,
          isApart: looks.isIndented || label !== undefined || looks.level !== undefined,
          startsPage: this.#startsPage,
          ...(sizes.length > 0 && { size: Math.max(...sizes) }),
          ...(looks.level !== undefined && { level: looks.level }),
          ...(label?.bullet !== undefined && { bullet: label.bullet }),
        },
      });
      this.#startsPage = false;
    }
    return blocks;
  }

  #withNumber(spans: readonly SizedSpan[], label: Label | undefined): SizedSpan[] {
    if (label?.number === undefined) return [...spans];
    const { number } = label;
    const text = spans
      .map((span) => span.text ?? '')
      .join('')
      .trimStart();
    this.#story.splice(this.#paragraphStart, 0, { inFile: '', inPaper: number });
    this.remarks.push({ kind: 'added', message: '自动编号', text: number });
    return [{ text: number + separatorBetween(number, text) }, ...spans];
  }

  #readRuns(element: XmlElement, looks: ParagraphLooks, spans: SizedSpan[], url?: string): void {
    for (const child of childrenOf(element)) this.#readInline(child, looks, spans, url);
  }

  #readInline(
    element: XmlElement,
    looks: ParagraphLooks,
    spans: SizedSpan[],
    url: string | undefined,
  ): void {
    const within = () => this.#readRuns(element, looks, spans, url);
    switch (element.name) {
      case 'w:r':
        this.#readRun(element, looks, spans, url);
        return;
      case 'w:hyperlink': {
        const target = this.#links.find(element.attributes['r:id'] ?? '')?.target;
        const isWeb = /^(?:https?|mailto):/i.test(target ?? '');
        this.#readRuns(element, looks, spans, isWeb ? target : url);
        return;
      }
      case 'w:ins':
      case 'w:moveTo':
        this.#insertions += 1;
        within();
        return;
      case 'w:del':
        this.#deletions.push(descendantsOf(element, 'w:delText').map(textWithin).join(''));
        return;
      case 'w:moveFrom':
        this.#skip('修订中移走的文字', within);
        return;
      case 'w:fldSimple':
        if (LAYOUT_FIELD.test(element.attributes['w:instr'] ?? ''))
          this.#skip('页码或目录域', within);
        else within();
        return;
      case 'w:sdt':
        this.#readControl(element, (content) => this.#readRuns(content, looks, spans, url));
        return;
      case 'mc:AlternateContent':
        this.#readRuns(chosen(element) ?? element, looks, spans, url);
        return;
      case 'm:oMath': {
        const formula = descendantsOf(element, 'm:t').map(textWithin).join('');
        this.#addText(formula, looks.run, spans, url);
        this.remarks.push({
          kind: 'doubt',
          message: '公式只收了其中的字符，请核对',
          text: formula,
        });
        return;
      }
      default:
        if (TRANSPARENT.has(element.name)) within();
    }
  }

  #readRun(
    element: XmlElement,
    paragraph: ParagraphLooks,
    spans: SizedSpan[],
    url: string | undefined,
  ): void {
    const looks = this.#styles.run(childOf(element, 'w:rPr'), paragraph);
    const read = () => {
      for (const child of childrenOf(element)) {
        this.#readRunContent(child, looks, paragraph, spans, url);
      }
    };
    const isHidden = looks.isHidden === true;
    if (isHidden) this.#skip('隐藏文字', read);
    else read();
  }

  #readRunContent(
    element: XmlElement,
    looks: RunLooks,
    paragraph: ParagraphLooks,
    spans: SizedSpan[],
    url: string | undefined,
  ): void {
    const isSkipped = this.#skipReason() !== undefined;
    switch (element.name) {
      case 'w:t':
        this.#addText(textWithin(element), looks, spans, url);
        return;
      case 'w:noBreakHyphen':
        this.#addText('\u2011', looks, spans, url);
        return;
      case 'w:tab':
      case 'w:ptab':
        spans.push({ text: ' ' });
        return;
      case 'w:br':
      case 'w:cr':
        if (isSkipped) return;
        if (/^(?:page|column)$/.test(element.attributes['w:type'] ?? '')) {
          spans.push({ isPageBreak: element.attributes['w:type'] === 'page' });
        } else spans.push({ node: { type: 'break' } });
        return;
      case 'w:sym':
        this.#addSymbol(element, looks, spans);
        return;
      case 'w:fldChar': {
        const field = this.#countField(element.attributes['w:fldCharType'] ?? '');
        if (field && !field.isResult) this.#addEquation(field.code, looks, spans, url);
        return;
      }
      case 'w:instrText': {
        const field = this.#fields.at(-1);
        if (field) field.code += textWithin(element);
        return;
      }
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        if (!isSkipped) this.#addNote(element, spans);
        return;
      case 'w:ruby':
        this.#skip('注音', () => {
          const reading = childOf(element, 'w:rt');
          if (reading) this.#readRuns(reading, paragraph, []);
        });
        this.#readRuns(childOf(element, 'w:rubyBase') ?? element, paragraph, spans, url);
        return;
      case 'mc:AlternateContent':
        for (const child of childrenOf(chosen(element))) {
          this.#readRunContent(child, looks, paragraph, spans, url);
        }
        return;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.#readDrawing(element, spans);
    }
  }

  #addText(text: string, looks: RunLooks, spans: SizedSpan[], url: string | undefined): void {
    const reason = this.#skipReason();
    if (reason !== undefined) {
      leaveOut(this.#story, this.remarks, reason, text);
      return;
    }
    this.#record({ inFile: text, inPaper: text });
    const { isBold, isItalic, isStruck, script, size } = looks;
    spans.push({
      text: text.replaceAll(/[\r\n\t]/g, ' '),
      isBold,
      isItalic,
      isStruck,
      script,
      size,
      url: url ?? linkOf(this.#fields.map(({ code }) => code)),
    });
  }

  #addSymbol(element: XmlElement, looks: RunLooks, spans: SizedSpan[]): void {
    if (this.#skipReason() !== undefined) return;
    const font = element.attributes['w:font'] ?? '';
    const code = element.attributes['w:char'] ?? '';
    const known = toUnicodeSymbol(font, code);
    const text = known ?? String.fromCodePoint(Number.parseInt(code, 16) || 0xfffd);
    this.#record({ inFile: '', inPaper: text });
    spans.push({ text, size: looks.size });
    this.remarks.push(
      known
        ? { kind: 'added', message: `${font} 字体的符号，写成通行的字符`, text }
        : { kind: 'doubt', message: `${font} 字体的符号 ${code} 没有对应的字符，请改写`, text },
    );
  }

  #addNote(element: XmlElement, spans: SizedSpan[]): void {
    const id = element.attributes['w:id'] ?? '';
    const isKnown = this.noteReferences.findIndex(
      (each) => each.element === element.name && each.id === id,
    );
    if (isKnown < 0) this.noteReferences.push({ element: element.name, id });
    const identifier = String(isKnown < 0 ? this.noteReferences.length : isKnown + 1);
    spans.push({ node: { type: 'footnoteReference', identifier, label: identifier } });
  }

  /** @returns The field that ends here, if one does. */
  #countField(type: string): Field | undefined {
    if (type === 'end') return this.#fields.pop();
    if (type === 'begin') this.#fields.push({ code: '', isResult: false });
    else {
      const field = this.#fields.at(-1);
      if (field) field.isResult = true;
    }
    return undefined;
  }

  /** A field that draws its own instruction: the only place where the text stands. */
  #addEquation(code: string, looks: RunLooks, spans: SizedSpan[], url: string | undefined): void {
    if (!isEquation(code) || this.#skipReason() !== undefined) return;
    const equation = readEquation(code);
    this.remarks.push(describeEquation(code, equation));
    if (!equation) return;
    const { text } = equation;
    const { isBold, isItalic, isStruck, script, size } = looks;
    this.#record({ inFile: '', inPaper: text });
    spans.push({ text, isBold, isItalic, isStruck, script, size, url });
  }

  /** Why text that is met now is no text of the paper. */
  #skipReason(): string | undefined {
    const skipping = this.#skipping.at(-1);
    if (skipping !== undefined) return skipping;
    const field = this.#fields.find(({ code, isResult }) => !isResult || LAYOUT_FIELD.test(code));
    if (!field) return undefined;
    if (!field.isResult) return '域代码';
    return /^\s*TOC\b/i.test(field.code) ? '目录' : '页码或目录域';
  }

  #readDrawing(element: XmlElement, spans: SizedSpan[]): void {
    const content = withChosen(element);
    for (const box of outermost(content, 'w:txbxContent')) this.#readBox(box);
    if (this.#skipReason() !== undefined) return;
    const name = outermost(content, 'wp:docPr')[0]?.attributes;
    const pictures = [
      ...outermost(content, 'a:blip').map(({ attributes }) => attributes['r:embed'] ?? ''),
      ...outermost(content, 'v:imagedata').map(({ attributes }) => attributes['r:id'] ?? ''),
    ];
    for (const id of pictures) this.#addPicture(id, (name?.['descr'] ?? '').trim(), spans);
    for (const { attributes } of outermost(content, 'v:textpath')) {
      const text = attributes['string'] ?? '';
      if (text.trim()) this.remarks.push({ kind: 'left-out', message: '艺术字', text });
    }
    const data = outermost(content, 'a:graphicData')[0];
    const isUnread =
      (data !== undefined && !READ_GRAPHICS.test(data.attributes['uri'] ?? '')) ||
      element.name === 'w:object';
    if (isUnread && pictures.length === 0) {
      const text = this.#graphicText(content) || name?.['name'];
      this.remarks.push({
        kind: 'doubt',
        message: '图表或嵌入的对象收不进来，请在 Word 里把它另存为图片（.png）再插入',
        ...(text && { text }),
      });
    }
  }

  /** The words in a chart or a diagram, which stand in parts of their own. */
  #graphicText(content: XmlElement): string {
    const parts = [
      ...outermost(content, 'dgm:relIds').map(({ attributes }) => attributes['r:dm']),
      ...outermost(content, 'c:chart').map(({ attributes }) => attributes['r:id']),
    ].flatMap((id) => {
      const relation = this.#links.find(id ?? '');
      return (relation && this.#links.parse(relation)) ?? [];
    });
    return [content, ...parts]
      .flatMap((root) => [
        ...descendantsOf(root, 'a:t'),
        ...descendantsOf(root, 'c:strCache').flatMap((cache) => descendantsOf(cache, 'c:v')),
      ])
      .map(textWithin)
      .filter((text) => text.trim() !== '')
      .join('、');
  }

  #addPicture(relation: string, description: string, spans: SizedSpan[]): void {
    const part = this.#links.find(relation);
    const extension = part?.bytes && pictureExtension(part.bytes);
    if (!part?.bytes || !extension) {
      this.remarks.push({
        kind: 'doubt',
        message: part?.bytes
          ? '图片的格式网页不能显示，没有收。请在 Word 里换成 .png 或 .jpg'
          : '图片不在文件里（可能只是链接），没有收',
        text: part?.target ?? relation,
      });
      return;
    }
    const id = `picture:${this.pictures.length + 1}`;
    this.pictures.push({ id, extension, bytes: part.bytes });
    spans.push({ node: { type: 'image', url: id, alt: description.replaceAll(/\s+/g, ' ') } });
  }

  #readBox(element: XmlElement): void {
    const fields = this.#fields.splice(0);
    const startsPage = this.#startsPage;
    const unfinished = this.#unfinished.splice(0);
    const paragraphStart = this.#paragraphStart;
    this.#openBoxes.push([]);
    const blocks = this.#readBlocks(element);
    this.trace.boxes.push(...(this.#openBoxes.pop() ?? []));
    this.#fields.push(...fields);
    this.#startsPage = startsPage;
    this.#unfinished = unfinished;
    this.#paragraphStart = paragraphStart;
    if (blocks.length > 0) {
      this.remarks.push({ kind: 'note', message: '文本框里的文字放在它所在的那一段后面' });
    }
    for (const block of blocks) {
      this.#boxes.push({ ...block, looks: { ...block.looks, isApart: true, isTitle: false } });
    }
  }

  #readTable(element: XmlElement): DraftBlock[] {
    const rows = childrenOf(element).flatMap((row) => this.#readRow(row));
    const [only] = rows;
    // A table of one cell is a frame around text.
    if (rows.length === 1 && only?.length === 1) return only[0] ?? [];
    const width = Math.max(0, ...rows.map((cells) => cells.length));
    if (width === 0) return [];
    const table: Table = {
      type: 'table',
      children: rows.map((cells) => ({
        type: 'tableRow',
        children: Array.from(
          { length: width },
          (_, column): TableCell => toCell(cells[column] ?? []),
        ),
      })),
    };
    const startsPage = this.#startsPage;
    this.#startsPage = false;
    return [{ content: table, looks: { startsPage, isApart: true } }];
  }

  #readRow(row: XmlElement): DraftBlock[][][] {
    if (row.name === 'w:sdt') {
      return childrenOf(childOf(row, 'w:sdtContent')).flatMap((child) => this.#readRow(child));
    }
    if (row.name !== 'w:tr') {
      return TRANSPARENT.has(row.name)
        ? childrenOf(row).flatMap((child) => this.#readRow(child))
        : [];
    }
    if (childOf(childOf(row, 'w:trPr'), 'w:del')) {
      this.#deletions.push(descendantsOf(row, 'w:delText').map(textWithin).join(''));
      return [];
    }
    return [this.#readCells(row)];
  }

  #readCells(row: XmlElement): DraftBlock[][] {
    return childrenOf(row).flatMap((cell): DraftBlock[][] => {
      if (cell.name === 'w:sdt') return this.#readCells(childOf(cell, 'w:sdtContent') ?? cell);
      if (cell.name !== 'w:tc') return [];
      const properties = childOf(cell, 'w:tcPr');
      const span = Number(propertyOf(properties, 'w:gridSpan') ?? 1);
      const merge = childOf(properties, 'w:vMerge');
      const isContinued = merge !== undefined && merge.attributes['w:val'] !== 'restart';
      if (span > 1 || isContinued) this.#mergedCells += 1;
      const blocks = this.#readBlocks(cell);
      return [blocks, ...Array.from({ length: Math.min(span, 100) - 1 }, () => [])];
    });
  }

  #skip<Result>(reason: string, read: () => Result): Result {
    this.#skipping.push(reason);
    const result = read();
    this.#skipping.pop();
    return result;
  }

  #record(segment: Segment): void {
    this.#story.push(segment);
  }

  get #story(): Segment[] {
    return this.#openBoxes.at(-1) ?? this.trace.main;
  }
}

export function newTrace(): Trace {
  return { main: [], boxes: [] };
}

function chosen(element: XmlElement): XmlElement | undefined {
  const choice = childrenOf(element, 'mc:Choice').find(({ attributes }) => isRead(attributes));
  return choice ?? childOf(element, 'mc:Fallback');
}

function withChosen(element: XmlElement): XmlElement {
  return {
    ...element,
    children: element.children.map((child) => {
      if (typeof child === 'string') return child;
      return withChosen(child.name === 'mc:AlternateContent' ? (chosen(child) ?? child) : child);
    }),
  };
}

/** Elements of a name, but none within another of that name or within a box. */
function outermost(element: XmlElement, name: string): XmlElement[] {
  return childrenOf(element).flatMap((child) => {
    if (child.name === name) return [child];
    return child.name === 'w:txbxContent' ? [] : outermost(child, name);
  });
}

function splitAtPages(spans: readonly SizedSpan[]): SizedSpan[][] {
  const pages: SizedSpan[][] = [[]];
  for (const span of spans) {
    if (span.isPageBreak === undefined) pages.at(-1)?.push(span);
    else if (span.isPageBreak) pages.push([]);
  }
  return pages;
}

export interface Trace {
  main: Segment[];
  /** In the order in which the boxes end. */
  boxes: Segment[];
}

/** What leads out of a part. */
export interface PartLinks {
  /** What one of its relationship ids leads to. */
  find: (id: string) => Relation | undefined;
  /** The root of a part that a relation leads to. */
  parse: (relation: Relation) => XmlElement | undefined;
}

interface SizedSpan extends Span {
  /** In half points. */
  size?: number | undefined;
  /** Set on a break: whether it is one of pages, not of columns. */
  isPageBreak?: boolean;
}

interface Field {
  /** Its instruction, such as `PAGE`. */
  code: string;
  isResult: boolean;
}

interface Label {
  number?: string;
  /** Depth in a bulleted list. */
  bullet?: number;
}
