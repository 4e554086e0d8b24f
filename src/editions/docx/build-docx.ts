import {
  AlignmentType,
  Document,
  Footer,
  type INumberingOptions,
  type IParagraphOptions,
  type IPropertiesOptions,
  LeaderType,
  PageNumber,
  Paragraph,
  SectionType,
  TableOfContents,
  TextRun,
} from 'docx';
import { balanceTitle, TITLE_CHARACTERS } from './balance-title.ts';
import { estimatePages } from './estimate-pages.ts';
import { packDocument } from './pack-document.ts';
import { pageForm } from './page-form.ts';
import type { DocxPicture } from './picture.ts';
import { readBody } from './read-body.ts';
import { type WrittenBody, writeBody } from './write-body.ts';
import { toXmlText } from './xml-text.ts';

/** Levels of headings that the contents of a collection list: the papers, and their uppermost. */
const CONTENTS_LEVELS = 2;

/**
 * Makes a Word document of a paper, in the form of GB/T 9704—2012. The same paper gives the same bytes.
 *
 * All that is in it is the paper's own title and text; source, topic and date are in its properties.
 */
export function buildPaperDocx(paper: DocxPaper): Promise<Uint8Array<ArrayBuffer>> {
  const { title, topic, source, date } = paper;
  const body = writeBody(readBody(paper.html), {
    prefix: '1_',
    firstNote: 1,
    topLevel: 1,
    pictures: paper.pictures,
  });
  const document = createDocument([body], {
    properties: Object.entries({ 出处: source, 主题: topic, 日期: date }),
    sections: [
      {
        properties: PAGE,
        footers: createFooters(),
        children: [createTitle(title, { style: 'Title' }), ...body.children],
      },
    ],
  });
  return packDocument(document, { topLevel: 1, title, subject: topic, description: source, date });
}

/**
 * Makes one Word document of a collection: a title page, contents with page numbers, and each paper on
 * a page of its own, which are numbered from the first paper on.
 */
export function buildCollectionDocx(collection: DocxCollection): Promise<Uint8Array<ArrayBuffer>> {
  const { title, description, papers } = collection;
  const bodies = papers.map(({ html }) => readBody(html));
  const pages = estimatePages(
    papers.map((paper, index) => ({
      title: paper.title,
      body: bodies[index] ?? EMPTY,
      pictures: paper.pictures,
    })),
  );
  let notes = 0;
  const written = papers.map((paper, index) => {
    const body = bodies[index] ?? EMPTY;
    const place = {
      prefix: `${index + 1}_`,
      firstNote: notes + 1,
      topLevel: 2,
      pictures: paper.pictures,
    } as const;
    notes += body.notes.length;
    return writeBody(body, place);
  });
  const listed = pages.flatMap(({ page, headings }) => [
    page,
    ...headings.filter(({ level }) => level < CONTENTS_LEVELS).map((heading) => heading.page),
  ]);
  const document = createDocument(written, {
    pageNumbers: (body) => ({ bookmarks: numberBookmarks(body, listed) }),
    properties: [],
    sections: [
      {
        properties: PAGE,
        children: [
          createTitle(title, { style: 'Title', spacing: { before: 6 * pageForm.linePitch } }),
          new Paragraph({ style: 'Subtitle', children: [new TextRun(toXmlText(description))] }),
          new Paragraph({ style: 'TOCHeading', children: [new TextRun('目录')] }),
          new TableOfContents('目录', {
            hyperlink: true,
            headingStyleRange: `1-${CONTENTS_LEVELS}`,
            hideTabAndPageNumbersInWebView: true,
            tabLeader: LeaderType.MIDDLE_DOT,
          }),
        ],
      },
      {
        properties: {
          ...PAGE,
          type: SectionType.ODD_PAGE,
          page: { ...PAGE.page, pageNumbers: { start: 1 } },
        },
        footers: createFooters(),
        children: papers.flatMap((paper, index) => [
          createTitle(paper.title, {
            style: 'Heading1',
            // The section's own break has brought the first to a new page.
            ...(index === 0 && { pageBreakBefore: false }),
          }),
          ...(written[index]?.children ?? []),
        ]),
      },
    ],
  });
  return packDocument(document, { topLevel: 2, title, description });
}

const EMPTY = { blocks: [], lists: [], notes: [] };

/** The library has marked the headings that the contents list, in their order. */
function numberBookmarks(body: object, pages: readonly number[]): Map<string, string> {
  const names: string[] = [];
  const walk = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      const name = key === 'w:bookmarkStart' && findName(value);
      if (name && /^_Toc\d+$/.test(name)) names.push(name);
      walk(value);
    }
  };
  walk(body);
  return new Map(names.map((name, index) => [name, String(pages[index])]));
}

function findName(bookmark: unknown): string | undefined {
  return (bookmark as { _attr?: { 'w:name'?: string } })._attr?.['w:name'];
}

function createTitle(title: string, form: IParagraphOptions): Paragraph {
  const narrower = TITLE_CHARACTERS - balanceTitle(title);
  // 二号 is 22 pt high and wide: half of what is too much on either side.
  const side = (narrower * 22 * 20) / 2;
  return new Paragraph({
    ...form,
    ...(narrower > 0 && { indent: { left: side, right: side, firstLine: 0 } }),
    children: [new TextRun(toXmlText(title))],
  });
}

function createDocument(
  bodies: readonly WrittenBody[],
  { properties, ...parts }: DocumentParts,
): Document {
  const notes = bodies.flatMap((body) => body.notes);
  const numbering: INumberingOptions = { config: bodies.flatMap(({ lists }) => lists) };
  return new Document({
    evenAndOddHeaderAndFooters: true,
    // A line that the author breaks is not stretched to the margin.
    compatibility: { version: 15, doNotExpandShiftReturn: true },
    numbering,
    customProperties: properties.flatMap(([name, value]) =>
      value ? [{ name, value: toXmlText(value) }] : [],
    ),
    footnotes: Object.fromEntries(notes.map((children, index) => [index + 1, { children }])),
    ...parts,
  });
}

const PAGE = {
  page: {
    size: { width: pageForm.width, height: pageForm.height },
    margin: {
      top: pageForm.top,
      right: pageForm.right,
      bottom: pageForm.bottom,
      left: pageForm.left,
      footer: pageForm.footer,
    },
  },
  grid: { type: 'lines', linePitch: pageForm.linePitch },
} as const;

/** GB/T 9704 7.5: “— 1 —” in the outer corner, one character in from the edge. */
function createFooters() {
  return {
    default: createFooter({ alignment: AlignmentType.RIGHT, indent: { right: 280 } }),
    even: createFooter({ alignment: AlignmentType.LEFT, indent: { left: 280 } }),
  };
}

function createFooter(form: ConstructorParameters<typeof Paragraph>[0] & object): Footer {
  return new Footer({
    children: [
      new Paragraph({
        ...form,
        style: 'Footer',
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
}

interface DocumentParts {
  properties: [name: string, value: string | undefined][];
  sections: IPropertiesOptions['sections'];
  pageNumbers?: NonNullable<IPropertiesOptions['pageNumbers']>;
}

/** A paper, as a document is made of it. */
export interface DocxPaper {
  title: string;
  topic?: string | undefined;
  source?: string | undefined;
  /** As 2023-03-01. */
  date?: string | undefined;
  /** The body as the model keeps it, pictures unfolded. */
  html: string;
  /** Its pictures, by the names that the body gives them. */
  pictures: ReadonlyMap<string, DocxPicture>;
}

/** A collection, as a document is made of it. */
export interface DocxCollection {
  title: string;
  description: string;
  /** In the order of reading. */
  papers: readonly DocxPaper[];
}
