import { visit } from 'unist-util-visit';
import { dividePapers, type Part } from './divide-papers.ts';
import type {
  Draft,
  DraftBlock,
  DraftFootnote,
  DraftPicture,
  KnownFacts,
  Remark,
} from './draft.ts';
import { findDoubts } from './find-doubts.ts';
import { findTitle } from './find-title.ts';
import { joinBrokenLines } from './join-broken-lines.ts';
import { dateOfLine, parseDate } from './parse-date.ts';
import { plainText, withoutSpace } from './plain-text.ts';
import { type RenderedBody, renderBody } from './render-body.ts';
import { UnreadableFile } from './unreadable-file.ts';
import { withoutEmphasis, writeBody } from './write-body.ts';

const NO_TITLE = '原文没有标题，暂时拟了一个，请在 title 里改好';
const SOURCE_LINE = /^(?:来源|出处)[：:]\s*(.{2,60})$/u;

/**
 * Makes papers of a document, and proves of each that its text as the site shows it is the document's,
 * character for character, white space aside.
 *
 * @param place What file and folder say of it.
 * @throws {UnreadableFile} When a paper's text is not the document's.
 */
export async function makePapers(draft: Draft, place: DocumentPlace): Promise<MadeDocument> {
  if (draft.markdown !== undefined) return makeMarkdownPaper(draft, draft.markdown, place);
  const joined = joinBrokenLines(withoutContentsHeading(draft));
  const { parts, remarks, heading } = dividePapers(joined);
  const isOne = parts.length === 1;
  const papers: MadePaper[] = [];
  for (const part of parts) {
    if (part.name !== undefined && part.blocks.length === 0) {
      throw new UnreadableFile(
        `${part.name}是空的，没有文字。请补上正文，或删去它的标记，再导入。`,
      );
    }
    const context = { ...place, ...(heading && { heading }), isOne };
    papers.push(await makePaper(part, draft, context));
  }
  return { papers, remarks: [...joined.remarks, ...remarks] };
}

/** The heading 目录 goes with the table of contents that was left out. */
function withoutContentsHeading(draft: Draft): Draft {
  const isHeading = ({ content }: DraftBlock) => /^目\s*录$/u.test(plainText(content).trim());
  const heading = draft.blocks.find(isHeading);
  const isLeftOut = draft.remarks.some(
    ({ kind, message }) => kind === 'left-out' && message === '目录',
  );
  if (!heading || !isLeftOut) return draft;
  return {
    ...draft,
    blocks: draft.blocks.filter((block) => block !== heading),
    remarks: [
      ...draft.remarks,
      { kind: 'left-out', message: '目录', text: plainText(heading.content) },
    ],
  };
}

async function makePaper(part: Part, draft: Draft, context: PartContext): Promise<MadePaper> {
  const { blocks } = part;
  const found = part.title === undefined ? findTitle(blocks) : undefined;
  const titleBlocks = found ? blocks.slice(found.start, found.end) : [];
  const rest = found ? [...blocks.slice(0, found.start), ...blocks.slice(found.end)] : [...blocks];
  const remarks: Remark[] = [];
  const title = joinTitle(titleBlocks) || part.title || (context.isOne && draft.known.title) || '';
  if (!title) {
    remarks.push({ kind: 'doubt', message: NO_TITLE });
  }
  for (const { content } of usedFootnotes(titleBlocks, draft.footnotes)) {
    remarks.push({
      kind: 'doubt',
      message: '标题的脚注放不进标题，没有收，请补在正文里',
      text: plainText(content),
    });
  }
  const footnotes = usedFootnotes(rest, draft.footnotes);
  const noteText = footnotes.map(({ content }) => plainText(content)).join('');
  const expected = rest.map((block) => plainText(block.content)).join('') + noteText;
  if (withoutSpace(expected) === '') {
    throw new UnreadableFile(
      '没有正文。请确认文字不在图片里；是图片的话，先识别成文字，存为 .docx 再导入。',
    );
  }

  let body = writeBody(rest, footnotes);
  let rendered = await renderBody(body);
  if (textOf(rendered) !== withoutSpace(expected)) {
    body = writeBody(withoutEmphasis(rest), footnotes);
    rendered = await renderBody(body);
    if (textOf(rendered) === withoutSpace(expected)) {
      remarks.push({ kind: 'doubt', message: '文中的强调写不成 Markdown，这一篇没有收强调' });
    }
  }
  if (textOf(rendered) !== withoutSpace(expected))
    throw new UnreadableFile(describeMismatch(textOf(rendered), withoutSpace(expected)));

  remarks.push(...findDoubts(rest));
  const fallback = `${context.heading ?? context.name}${part.name ? `（${part.name}）` : ''}`;
  return {
    facts: findFacts(rest, draft.known, context, title || fallback),
    body,
    pictures: draft.pictures.filter(({ id }) => body.includes(`](${id})`)),
    rendered,
    lines: [...linesOf(blocks), ...footnotes.map(({ content }) => plainText(content))],
    titlePlace: found && linesOf(blocks.slice(0, found.start)).length,
    isTitleInText: found !== undefined,
    remarks,
  };
}

/** Markdown is taken as it is, so there is nothing to prove but that it renders. */
async function makeMarkdownPaper(
  draft: Draft,
  markdown: string,
  place: DocumentPlace,
): Promise<MadeDocument> {
  if (markdown === '') throw new UnreadableFile('正文是空的。请写上正文再导入。');
  const rendered = await renderBody(markdown);
  const remarks: Remark[] = [];
  if (!draft.known.title) {
    remarks.push({ kind: 'doubt', message: NO_TITLE });
  }
  const context = { ...place, isOne: true };
  const paper: MadePaper = {
    facts: findFacts([], draft.known, context, draft.known.title ?? place.name),
    body: markdown,
    pictures: [],
    rendered,
    lines: rendered.paragraphs,
    titlePlace: undefined,
    isTitleInText: false,
    remarks,
  };
  return { papers: [paper], remarks: draft.remarks };
}

function joinTitle(blocks: readonly DraftBlock[]): string {
  const lines = blocks.map((block) => plainText(block.content).trim().replaceAll(/\s+/gu, ' '));
  return lines.reduce((title, line) => {
    const isLatin = /[\w)]$/.test(title) && /^[\w(]/.test(line);
    return title === '' ? line : `${title}${isLatin ? ' ' : ''}${line}`;
  }, '');
}

function findFacts(
  blocks: readonly DraftBlock[],
  known: KnownFacts,
  context: PartContext,
  title: string,
): KnownFacts & { title: string } {
  const lines = blocks.map((block) => plainText(block.content).trim());
  const edges = [...lines.slice(0, 6), ...lines.slice(-3)];
  const inText = edges.map(dateOfLine).find(Boolean);
  const inPlace = parseDate(context.name) ?? parseDate(context.folder ?? '');
  const date = known.date ?? inText ?? inPlace;
  const said = edges.map((line) => SOURCE_LINE.exec(line)?.[1]).find(Boolean);
  const source = known.source ?? said ?? context.heading;
  const topic = known.topic ?? context.folder;
  return {
    title,
    ...(known.label && { label: known.label }),
    ...(topic && { topic }),
    ...(known.summary && { summary: known.summary }),
    ...(source && { source }),
    ...(date && { date }),
  };
}

function usedFootnotes(
  blocks: readonly DraftBlock[],
  footnotes: readonly DraftFootnote[],
): DraftFootnote[] {
  const used: string[] = [];
  for (const { content } of blocks) {
    visit(content, 'footnoteReference', ({ identifier }) => {
      if (!used.includes(identifier)) used.push(identifier);
    });
  }
  return used.flatMap((id) => footnotes.find((footnote) => footnote.id === id) ?? []);
}

function linesOf(blocks: readonly DraftBlock[]): string[] {
  return blocks.flatMap(({ lines, content }) => lines ?? [plainText(content)]);
}

function textOf({ paragraphs }: RenderedBody): string {
  return withoutSpace(paragraphs.join(''));
}

function describeMismatch(actual: string, expected: string): string {
  let same = 0;
  while (same < expected.length && actual[same] === expected[same]) same += 1;
  const around = expected.slice(Math.max(0, same - 10), same + 10);
  return `核对时发现“${around}”一处与原文不同，为免差错没有导入。请把这一处改成普通的文字（去掉特殊格式）再导入。`;
}

/** What file and folder say of a document. */
export interface DocumentPlace {
  /** Name of the file without its extension. */
  name: string;
  /** Name of the folder it lies in, where that is a part of what was given. */
  folder?: string;
}

interface PartContext extends DocumentPlace {
  /** What stands over all papers of the document. */
  heading?: string;
  /** Whether the document is one paper. */
  isOne: boolean;
}

/** A paper ready to be written. */
export interface MadePaper {
  facts: KnownFacts & { title: string };
  /** Its place in the collection, where an editor has chosen one; `null` for none. */
  order?: number | null;
  /** Markdown; pictures are named by their ids. */
  body: string;
  pictures: DraftPicture[];
  rendered: RenderedBody;
  /** The document's own text, a string for each of its paragraphs. */
  lines: string[];
  /** Index in `lines` of the title. */
  titlePlace: number | undefined;
  isTitleInText: boolean;
  remarks: Remark[];
}

export interface MadeDocument {
  papers: MadePaper[];
  remarks: Remark[];
}
