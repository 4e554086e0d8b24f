import { strFromU8, unzipSync } from 'fflate';
import { type SaxesAttributeNS, SaxesParser } from 'saxes';
import { buildPaperDocx, type DocxPaper } from '../../../src/editions/docx/build-docx.ts';
import { unfoldImages } from '../../../src/model/unfold-images.ts';
import { processPaper } from '../markdown/process-paper.ts';

/** A picture of one pixel. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A paper as documents are made of it, from Markdown. */
export async function describeMarkdown(
  markdown: string,
  words: Partial<DocxPaper> = {},
): Promise<DocxPaper> {
  const { html } = await processPaper(markdown);
  return { title: '标题', html: unfoldImages(html), pictures: new Map(), ...words };
}

/** What is in the document that is made of a paper. */
export async function readPaperDocx(markdown: string, words?: Partial<DocxPaper>) {
  return readDocx(await buildPaperDocx(await describeMarkdown(markdown, words)));
}

/** Takes a document apart. */
export function readDocx(bytes: Uint8Array) {
  const files = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]),
  );
  return {
    files,
    paragraphs: readParagraphs(files['word/document.xml'] ?? ''),
    notes: readParagraphs(files['word/footnotes.xml'] ?? '').filter(({ text }) => text !== ''),
  };
}

/** Reads paragraphs with a parser that throws at whatever is not well-formed. */
function readParagraphs(xml: string): DocxParagraph[] {
  const paragraphs: DocxParagraph[] = [];
  const open: DocxParagraph[] = [];
  const path: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const attribute = (key: string) => (attributes[key] as SaxesAttributeNS | undefined)?.value;
    const value = attribute('w:val') ?? '';
    path.push(name);
    const paragraph = open.at(-1);
    if (name === 'w:p') {
      const made = { style: '', text: '', runs: [], marks: [], isInTable: path.includes('w:tc') };
      open.push(made);
      paragraphs.push(made);
    } else if (name === 'w:pStyle' && paragraph) paragraph.style = value;
    else if (name === 'w:r') paragraph?.runs.push({ text: '', traits: [] });
    else if (path.at(-2) === 'w:rPr') {
      paragraph?.runs.at(-1)?.traits.push(value && value !== 'true' ? `${name} ${value}` : name);
    } else if (/^w:(?:numId|ilvl|footnoteReference|drawing|br)$/.test(name)) {
      paragraph?.marks.push([name, value || attribute('w:id')].filter(Boolean).join(' '));
    }
  });
  parser.on('text', (text) => {
    // What a field shows is none of the paper's text.
    if (path.at(-1) !== 'w:t' || path.includes('w:fldSimple')) return;
    const paragraph = open.at(-1);
    const run = paragraph?.runs.at(-1);
    if (paragraph) paragraph.text += text;
    if (run) run.text += text;
  });
  parser.on('closetag', ({ name }) => {
    path.pop();
    if (name === 'w:p') open.pop();
  });
  parser.write(xml).close();
  return paragraphs;
}

/** A paragraph of a document. */
export interface DocxParagraph {
  style: string;
  text: string;
  runs: { text: string; traits: string[] }[];
  marks: string[];
  isInTable: boolean;
}
