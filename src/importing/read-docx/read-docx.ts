import { posix } from 'node:path';
import { accountFor } from '../account-for.ts';
import type { Draft, DraftBlock, DraftFootnote, KnownFacts, Remark } from '../draft.ts';
import { parseDate } from '../parse-date.ts';
import { plainText } from '../plain-text.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { listStories } from './list-stories.ts';
import {
  childOf,
  childrenOf,
  descendantsOf,
  parseXml,
  textWithin,
  type XmlElement,
} from './parse-xml.ts';
import { readNumbering } from './read-numbering.ts';
import { newTrace, type Relation, StoryReader } from './story-reader.ts';
import { Styles } from './styles.ts';
import { unzipParts } from './unzip-parts.ts';

const DAMAGED = '文件里的内容已损坏。请用 Word 或 WPS 打开它，另存一份 .docx 再导入。';
const NOTE_PARTS: Readonly<Record<string, string>> = {
  'w:footnoteReference': 'footnotes',
  'w:endnoteReference': 'endnotes',
};

/**
 * Reads a .docx (ECMA-376): its text with automatic numbers written out and tracked changes accepted,
 * notes, tables, emphasis and pictures. What is left out is among the remarks.
 *
 * @throws {UnreadableFile} When it is no Word document, is damaged or encrypted, or when not every
 * character of its text is accounted for.
 */
export async function readDocx(bytes: Uint8Array): Promise<Draft> {
  const parts = await unzipParts(bytes, (name) => /\.(?:xml|rels)$|\/media\//i.test(name));
  const mainName = findMainPart(parts);
  const folder = posix.dirname(mainName);
  const read = (name: string): string | undefined => parts.get(name)?.toString('utf8');
  const parsed = new Map<string, XmlElement>();
  const parse = (name: string): XmlElement | undefined => {
    const xml = read(name);
    try {
      const root = parsed.get(name) ?? (xml === undefined ? undefined : parseXml(xml));
      if (root) parsed.set(name, root);
      return root;
    } catch {
      throw new UnreadableFile(DAMAGED);
    }
  };

  const root = parse(mainName);
  const body = childOf(root, 'w:body');
  if (!body) throw new UnreadableFile(DAMAGED);
  const relations = readRelations(parse(`${folder}/_rels/${posix.basename(mainName)}.rels`));
  const partOf = (id: string): Relation | undefined => {
    const target = relations.get(id);
    if (target === undefined) return undefined;
    const bytes = parts.get(posix.join(folder, target)) ?? parts.get(target.replace(/^\//, ''));
    return { target, ...(bytes && { bytes }) };
  };
  const reader = new StoryReader(
    new Styles(parse(`${folder}/styles.xml`)),
    readNumbering(parse(`${folder}/numbering.xml`)),
    partOf,
  );

  const story = reader.readStory(body);
  const inFile = listStories(read(mainName) ?? '');
  accountFor(reader.trace.main, inFile.main, textOf(story.filter(({ isBox }) => !isBox)));
  accountFor(reader.trace.boxes, inFile.boxes, textOf(story.filter(({ isBox }) => isBox)));

  const footnotes: DraftFootnote[] = [];
  for (const [index, { element, id }] of reader.noteReferences.entries()) {
    const part = NOTE_PARTS[element] ?? '';
    const name = `${folder}/${part}.xml`;
    const noteElement = element.replace('Reference', '');
    const note = childrenOf(parse(name), noteElement).find(
      ({ attributes }) => attributes['w:id'] === id,
    );
    if (!note) continue;
    reader.trace = newTrace();
    const content = reader.readStory(note).map(({ block }) => block);
    const text = listStories(read(name) ?? '', noteElement).notes.get(id) ?? '';
    accountFor(reader.trace.main, text, plainText(content.map((block) => block.content)));
    footnotes.push({ id: String(index + 1), content: content.map((block) => block.content) });
  }
  reader.finish();
  return {
    blocks: story.map(({ block }) => block),
    footnotes,
    pictures: reader.pictures,
    remarks: [...reader.remarks, ...listAsides(parts, folder, parse)],
    known: readProperties(parse('docProps/custom.xml')),
  };
}

/** What the site's own documents say of themselves in their properties. */
function readProperties(root: XmlElement | undefined): KnownFacts {
  const values = new Map(
    childrenOf(root, 'property').map((property) => [
      property.attributes['name'],
      descendantsOf(property, 'vt:lpwstr').map(textWithin).join('').trim(),
    ]),
  );
  const [source, topic, date] = [values.get('出处'), values.get('主题'), values.get('日期')];
  const day = parseDate(date ?? '');
  return { ...(source && { source }), ...(topic && { topic }), ...(day && { date: day }) };
}

function findMainPart(parts: ReadonlyMap<string, Buffer>): string {
  const relations = parts.get('_rels/.rels')?.toString('utf8') ?? '';
  const main = /<Relationship\b[^>]*\/officeDocument"[^>]*>/.exec(relations)?.[0] ?? '';
  const target = /\bTarget="\/?([^"]+)"/.exec(main)?.[1] ?? 'word/document.xml';
  if (parts.has(target) && target.startsWith('word/')) return target;
  if (parts.has('word/document.xml')) return 'word/document.xml';
  throw new UnreadableFile(
    '这不是 Word 文件，只是扩展名像。请用能打开它的程序打开，把文字另存为 .docx 再导入。',
  );
}

function readRelations(root: XmlElement | undefined): Map<string, string> {
  return new Map(
    childrenOf(root).map(({ attributes }) => [attributes['Id'] ?? '', attributes['Target'] ?? '']),
  );
}

function textOf(story: readonly { block: DraftBlock }[]): string {
  return plainText(story.map(({ block }) => block.content));
}

/** Headers, footers and comments: no text of the paper, but an editor should know of them. */
function listAsides(
  parts: ReadonlyMap<string, Buffer>,
  folder: string,
  parse: (name: string) => XmlElement | undefined,
): Remark[] {
  const remarks: Remark[] = [];
  for (const name of [...parts.keys()].sort()) {
    const kind = /^(header|footer|comments)\d*\.xml$/.exec(posix.relative(folder, name))?.[1];
    if (!kind) continue;
    const message = { header: '页眉', footer: '页脚', comments: '批注' }[kind] ?? '';
    const root = parse(name);
    const asides = kind === 'comments' ? childrenOf(root, 'w:comment') : root ? [root] : [];
    for (const aside of asides) {
      const text = descendantsOf(aside, 'w:t').map(textWithin).join('').trim();
      const isKnown = remarks.some((remark) => remark.message === message && remark.text === text);
      if (text && (kind === 'comments' || !isKnown)) {
        remarks.push({ kind: 'left-out', message, text });
      }
    }
  }
  return remarks;
}
