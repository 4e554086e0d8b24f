import { strToU8, zipSync } from 'fflate';

const NAMESPACES = [
  ['w', 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'],
  ['r', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'],
  ['mc', 'http://schemas.openxmlformats.org/markup-compatibility/2006'],
  ['wp', 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'],
  ['a', 'http://schemas.openxmlformats.org/drawingml/2006/main'],
  ['wps', 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
  ['v', 'urn:schemas-microsoft-com:vml'],
  ['m', 'http://schemas.openxmlformats.org/officeDocument/2006/math'],
]
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');

/** Builds a .docx of parts written by hand; `numbering` is the inside of `w:numbering`, and so on. */
export function makeDocx({ body, files = {}, relations = '', ...parts }: DocxParts): Uint8Array {
  const zipped: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(contentTypes(Object.keys(parts))),
    '_rels/.rels': strToU8(
      relationships(
        '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>',
      ),
    ),
    'word/document.xml': strToU8(part('document', `<w:body>${body}</w:body>`)),
    'word/_rels/document.xml.rels': strToU8(
      relationships(relations + partRelations(Object.keys(parts))),
    ),
  };
  for (const [name, content] of Object.entries(parts)) {
    if (content !== undefined)
      zipped[`word/${name}.xml`] = strToU8(part(ROOTS[name] ?? name, content));
  }
  return zipSync({ ...zipped, ...files });
}

/** A paragraph of plain text, with properties (`w:pPr`) if any. */
export function paragraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${run(text)}</w:p>`;
}

/** A run of text, with properties (`w:rPr`) if any. */
export function run(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph of a list. */
export function item(text: string, list: number, level = 0): string {
  return paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
}

/** A list whose levels are given as format and text, such as `['chineseCounting', '%1、']`. */
export function list(id: number, levels: readonly (readonly [string, string, string?])[]): string {
  return `<w:abstractNum w:abstractNumId="${id}">${levels
    .map(
      ([format, text, more = ''], level) =>
        `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`,
    )
    .join('')}</w:abstractNum>`;
}

/** What a paragraph names a list by. */
export function instance(id: number, of: number, overrides = ''): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${overrides}</w:num>`;
}

const ROOTS: Readonly<Record<string, string>> = { header1: 'hdr', footer1: 'ftr' };

function part(root: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:${root} ${NAMESPACES}>${content}</w:${root}>`;
}

const KINDS: Readonly<Record<string, string>> = { header1: 'header', footer1: 'footer' };

function partRelations(names: readonly string[]): string {
  return names
    .map(
      (name) =>
        `<Relationship Id="${name}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${KINDS[name] ?? name}" Target="${name}.xml"/>`,
    )
    .join('');
}

function contentTypes(names: readonly string[]): string {
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  const overrides = names.map(
    (name) =>
      `<Override PartName="/word/${name}.xml" ContentType="${type}.${KINDS[name] ?? name}+xml"/>`,
  );
  return `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${type}.document.main+xml"/>${overrides.join('')}</Types>`;
}

function relationships(content: string): string {
  return `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
}

export interface DocxParts {
  /** Inside of `w:body`. */
  body: string;
  numbering?: string;
  styles?: string;
  footnotes?: string;
  comments?: string;
  header1?: string;
  footer1?: string;
  /** `Relationship` elements of the document. */
  relations?: string;
  /** More files of the archive. */
  files?: Record<string, Uint8Array>;
}
