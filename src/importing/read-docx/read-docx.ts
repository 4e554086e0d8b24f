import { accountFor } from '../account-for.ts';
import type { Draft, DraftBlock, DraftFootnote, KnownFacts, Remark } from '../draft.ts';
import { parseDate } from '../parse-date.ts';
import { plainText } from '../plain-text.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { listStories } from './list-stories.ts';
import { childOf, childrenOf, descendantsOf, textWithin, type XmlElement } from './parse-xml.ts';
import { readNumbering } from './read-numbering.ts';
import { newTrace, StoryReader } from './story-reader.ts';
import { Styles } from './styles.ts';
import { unzipParts } from './unzip-parts.ts';
import { WordPackage } from './word-package.ts';

/** Kinds of relation of what an editor should know of, though it is no text of the paper. */
const ASIDES = [
  ['header', '页眉'],
  ['footer', '页脚'],
  ['comments', '批注'],
] as const;

/**
 * Reads a .docx (ECMA-376, transitional or strict): its text with automatic numbers written out and
 * tracked changes accepted, notes, tables, emphasis and pictures. What is left out is among the remarks.
 *
 * @throws {UnreadableFile} When it is no Word document, is damaged or encrypted, or when not every
 * character of its text is accounted for.
 */
export async function readDocx(bytes: Uint8Array): Promise<Draft> {
  const file = new WordPackage(await unzipParts(bytes, isNeeded));
  const main = file.findMain();
  const body = childOf(file.parse(main), 'w:body');
  if (!body) {
    throw new UnreadableFile(
      '文件里的内容已损坏。请用 Word 或 WPS 打开它，另存一份 .docx 再导入。',
    );
  }
  refuseEmbedded(body);
  const related = (kind: string) => file.findRelated(main, kind)[0];
  const reader = new StoryReader(
    new Styles(file.parse(related('styles'))),
    readNumbering(file.parse(related('numbering'))),
  );
  const readPart = (element: XmlElement, part: string) => {
    const relations = file.relationsOf(part);
    return reader.readStory(element, {
      find: (id) => relations.get(id),
      parse: (relation) => file.parse(relation.target),
    });
  };

  const story = readPart(body, main);
  const inFile = listStories(file.read(main));
  accountFor(reader.trace.main, inFile.main, textOf(story.filter(({ isBox }) => !isBox)));
  accountFor(reader.trace.boxes, inFile.boxes, textOf(story.filter(({ isBox }) => isBox)));

  const footnotes: DraftFootnote[] = [];
  for (const [index, { element, id }] of reader.noteReferences.entries()) {
    const noteElement = element.replace('Reference', '');
    const name = related(`${noteElement.slice(2)}s`);
    const note = childrenOf(file.parse(name), noteElement).find(
      ({ attributes }) => attributes['w:id'] === id,
    );
    if (!name || !note) continue;
    reader.trace = newTrace();
    const said = readPart(note, name);
    const listed = listStories(file.read(name), noteElement).notes.get(id) ?? '';
    accountFor(reader.trace.main, listed, textOf(said.filter(({ isBox }) => !isBox)));
    footnotes.push({ id: String(index + 1), content: said.map(({ block }) => block.content) });
  }
  reader.finish();
  return {
    blocks: story.map(({ block }) => block),
    footnotes,
    pictures: reader.pictures,
    remarks: [...reader.remarks, ...listAsides(file, main)],
    known: readProperties(file.parseOfPackage('custom-properties')),
  };
}

function isNeeded(name: string): boolean {
  return /\.(?:xml|rels|png|jpe?g|gif|webp)$|(?:^|\/)media\//i.test(name);
}

/** Only Word itself can read what another file says within this one; none of it may be lost. */
function refuseEmbedded(body: XmlElement): void {
  const embedded = ['w:altChunk', 'w:subDoc'].flatMap((name) => descendantsOf(body, name));
  if (embedded.length === 0) return;
  throw new UnreadableFile(
    `正文里嵌着 ${embedded.length} 份别的文件，只有 Word 打开才看得到里面的文字。请用 Word 或 WPS 打开它，另存一份 .docx 再导入。`,
  );
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

function textOf(story: readonly { block: DraftBlock }[]): string {
  return plainText(story.map(({ block }) => block.content));
}

/** Headers, footers and comments: no text of the paper, but an editor should know of them. */
function listAsides(file: WordPackage, main: string): Remark[] {
  const remarks: Remark[] = [];
  for (const [kind, message] of ASIDES) {
    for (const name of file.findRelated(main, kind)) {
      const root = file.parse(name);
      const asides = kind === 'comments' ? childrenOf(root, 'w:comment') : root ? [root] : [];
      for (const aside of asides) {
        const text = descendantsOf(aside, 'w:t').map(textWithin).join('').trim();
        const isKnown = remarks.some(
          (remark) => remark.message === message && remark.text === text,
        );
        if (text && (kind === 'comments' || !isKnown)) {
          remarks.push({ kind: 'left-out', message, text });
        }
      }
    }
  }
  return remarks;
}
