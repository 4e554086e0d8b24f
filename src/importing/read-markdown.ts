import { parse } from 'yaml';
import { findForeignImages } from '../collection/find-foreign-images.ts';
import type { Draft, KnownFacts, Remark } from './draft.ts';
import { decodeText } from './read-text/decode-text.ts';
import { UnreadableFile } from './unreadable-file.ts';

const FACTS = ['title', 'label', 'topic', 'summary', 'source', 'date'] as const;

/**
 * Reads a Markdown file: its body stays as it is; front matter, and a first heading of the highest
 * level, tell what is known of it.
 *
 * @throws {UnreadableFile} When it is no text, or its front matter cannot be read.
 */
export function readMarkdown(bytes: Uint8Array): Draft {
  const { text, remarks } = decodeText(bytes);
  const parts = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(text);
  const known = readFacts(parts?.index === 0 ? (parts[1] ?? '') : '', remarks);
  let markdown = text.slice(parts?.index === 0 ? parts[0].length : 0).replaceAll(/\r\n?/g, '\n');
  const heading = /^\s*#[ \t]+(.+?)[ \t]*#*[ \t]*(?:\n|$)/.exec(markdown);
  if (known.title === undefined && heading?.[1]) {
    known.title = heading[1];
    markdown = markdown.slice(heading[0].length);
  }
  for (const { url } of findForeignImages(markdown)) {
    remarks.push({
      kind: 'doubt',
      message: '图片在别的网站上。请把图片存到文稿旁边，改写成 ![说明](./文件名.png)',
      text: url,
    });
  }
  return { blocks: [], footnotes: [], pictures: [], remarks, known, markdown: markdown.trim() };
}

function readFacts(yaml: string, remarks: Remark[]): KnownFacts {
  let data: unknown;
  try {
    data = parse(yaml);
  } catch {
    throw new UnreadableFile(
      '开头的信息栏写法有误。每行写“名称: 内容”，冒号用半角且后面空一格；或删去信息栏再导入。',
    );
  }
  const known: KnownFacts = {};
  for (const [key, value] of Object.entries((data ?? {}) as Record<string, unknown>)) {
    const fact = FACTS.find((name) => name === key);
    if (fact && value !== null && typeof value !== 'object') known[fact] = String(value).trim();
    else remarks.push({ kind: 'left-out', message: `信息栏的 ${key}`, text: String(value) });
  }
  return known;
}
