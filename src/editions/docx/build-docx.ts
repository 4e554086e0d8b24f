import {
  AlignmentType,
  Bookmark,
  Document,
  Footer,
  type INumberingOptions,
  type IPropertiesOptions,
  PageNumber,
  Paragraph,
  SectionType,
  TableOfContents,
  TextRun,
} from 'docx';
import { estimatePages } from './estimate-pages.ts';
import { packDocument } from './pack-document.ts';
import { pageForm } from './page-form.ts';
import type { DocxPicture } from './picture.ts';
import { readBody } from './read-body.ts';
import { type WrittenBody, writeBody } from './write-body.ts';

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
    prefix: '_Toc',
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
        children: [
          new Paragraph({ style: 'Title', children: [new TextRun(title)] }),
          ...body.children,
        ],
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
      prefix: `_Toc${index + 1}_`,
      firstNote: notes + 1,
      topLevel: 2,
      pictures: paper.pictures,
    } as const;
    notes += body.notes.length;
    return writeBody(body, place);
  });
  const entries = papers.flatMap((paper, index) => [
    { title: paper.title, level: 1, page: pages[index]?.page ?? 1, href: `_Toc${index + 1}` },
    ...(pages[index]?.headings ?? [])
      .map((heading, at) => ({ ...heading, href: `_Toc${index + 1}_${at + 1}` }))
      .filter(({ level }) => level < CONTENTS_LEVELS)
      .map(({ text, level, page, href }) => ({ title: text, level: level + 1, page, href })),
  ]);
  const document = createDocument(written, {
    properties: [],
    sections: [
      {
        properties: PAGE,
        children: [
          new Paragraph({
            spacing: { before: 6 * pageForm.linePitch },
            style: 'Title',
            children: [new TextRun(title)],
          }),
          new Paragraph({ style: 'Subtitle', children: [new TextRun(description)] }),
          new Paragraph({ style: 'TOCHeading', children: [new TextRun('目录')] }),
          new TableOfContents('目录', {
            hyperlink: true,
            headingStyleRange: `1-${CONTENTS_LEVELS}`,
            hideTabAndPageNumbersInWebView: true,
            cachedEntries: entries,
            // Word would ask its reader whether to fill in what is filled in.
            beginDirty: false,
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
          new Paragraph({
            style: 'Heading1',
            // The section's own break has brought the first to a new page.
            ...(index === 0 && { pageBreakBefore: false }),
            children: [
              new Bookmark({ id: `_Toc${index + 1}`, children: [new TextRun(paper.title)] }),
            ],
          }),
          ...(written[index]?.children ?? []),
        ]),
      },
    ],
  });
  return packDocument(document, { topLevel: 2, title, description });
}

const EMPTY = { blocks: [], lists: [], notes: [] };

function createDocument(
  bodies: readonly WrittenBody[],
  { properties, sections }: DocumentParts,
): Document {
  const notes = bodies.flatMap((body) => body.notes);
  const numbering: INumberingOptions = { config: bodies.flatMap(({ lists }) => lists) };
  return new Document({
    evenAndOddHeaderAndFooters: true,
    compatibility: { version: 15 },
    numbering,
    customProperties: properties.flatMap(([name, value]) => (value ? [{ name, value }] : [])),
    footnotes: Object.fromEntries(notes.map((children, index) => [index + 1, { children }])),
    sections,
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
