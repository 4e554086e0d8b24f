import { type Document, Packer } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeFontTable, writeStyles } from './styles.ts';
import { toXmlText } from './xml-text.ts';

/** A tag, or what a field is told: nowhere else are ids, and text that looks like one is left alone. */
const TAG_OR_FIELD = /<[^>]*>|(?<=<w:instrText[^>]*>)[^<]*/g;

/** Relationships, which the library names at random. */
const RELATIONSHIP = /\brId[a-z0-9_-]{21}(?=")/g;

/** Bookmarks and drawings, which it counts for as long as the process runs. */
const COUNTED =
  /(?<=<(?:w:bookmarkStart|w:bookmarkEnd|wp:docPr) (?:[^>]* )?(?:w:)?id=")\d+(?=")|\b_Toc\d+\b/g;

/**
 * Packs a document so that the same content gives the same bytes, at any time and in any time zone:
 * random ids become numbers, the day of the build leaves the properties, and the files of the archive
 * have no time of their own. The fonts get the other names they go by.
 */
export async function packDocument(
  document: Document,
  { topLevel, ...properties }: PackedDocument,
): Promise<Uint8Array<ArrayBuffer>> {
  const files = unzipSync(new Uint8Array(await Packer.toArrayBuffer(document)));
  files['docProps/core.xml'] = strToU8(writeCoreProperties(properties));
  files['word/styles.xml'] = strToU8(writeStyles(topLevel));
  files['word/fontTable.xml'] = strToU8(writeFontTable());
  delete files['word/_rels/fontTable.xml.rels'];
  const names = Object.keys(files).sort();
  const rename = renamer();
  for (const name of names.filter((file) => /\.(?:xml|rels)$/.test(file))) {
    const text = strFromU8(files[name] as Uint8Array).replace(TAG_OR_FIELD, (part) =>
      part
        .replace(RELATIONSHIP, (id) => rename('rIdLink', id))
        .replace(COUNTED, (id) => (id.startsWith('_') ? rename('_Toc', id) : rename('', id))),
    );
    files[name] = strToU8(text);
  }
  return zipSync(Object.fromEntries(names.map((name) => [name, files[name] as Uint8Array])), {
    // Zip stores local time: this is the same in every time zone.
    mtime: new Date(1980, 0, 1),
  });
}

/** Gives each name of a kind a number, in the order in which they are asked for. */
function renamer(): (kind: string, name: string) => string {
  const numbers = new Map<string, number>();
  const counts = new Map<string, number>();
  return (kind, name) => {
    const key = `${kind} ${name}`;
    const number = numbers.get(key) ?? (counts.get(kind) ?? 0) + 1;
    if (!numbers.has(key)) counts.set(kind, number);
    numbers.set(key, number);
    return `${kind}${number}`;
  };
}

/** The core properties (ECMA-376 part 2, 11). */
function writeCoreProperties({ title, subject, description, date }: DocumentProperties): string {
  const field = (name: string, value: string | undefined) =>
    value === undefined ? '' : `<${name}>${escapeXml(value)}</${name}>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${[
    field('dc:title', title),
    field('dc:subject', subject),
    field('dc:description', description),
    '<dc:language>zh-CN</dc:language>',
    date ? `<dcterms:created xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:created>` : '',
  ].join('')}</cp:coreProperties>`;
}

function escapeXml(text: string): string {
  return toXmlText(text).replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** How a document looks, and what it says of itself. */
export interface PackedDocument extends DocumentProperties {
  /** Level of a paper's uppermost headings, from 1. */
  topLevel: 1 | 2;
}

interface DocumentProperties {
  title: string;
  subject?: string | undefined;
  description?: string | undefined;
  /** As 2023-03-01. */
  date?: string | undefined;
}
