import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { REMEDIES, SAVE_AS_DOCX } from './document-kinds.ts';
import type { Draft } from './draft.ts';
import { readDoc } from './read-doc/read-doc.ts';
import { readDocx } from './read-docx/read-docx.ts';
import { readHtml } from './read-html.ts';
import { readMarkdown } from './read-markdown.ts';
import { readText } from './read-text/read-text.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** The longest laws with their pictures stay far below. */
export const MAX_FILE_BYTES = 100 * 1024 * 1024;

/**
 * Reads a document from disk.
 *
 * @throws {UnreadableFile} When it cannot be read; the message says why and what to do.
 */
export async function loadDocument(path: string): Promise<Draft> {
  checkSize((await stat(path)).size);
  return readDocument(await readFile(path), path);
}

/**
 * Reads a document by what its bytes are, whatever its name says.
 *
 * @param path Its name, and where it lies if it is a page with pictures beside it.
 * @throws {UnreadableFile} When it cannot be read; the message says why and what to do.
 */
export async function readDocument(bytes: Buffer, path: string): Promise<Draft> {
  checkSize(bytes.length);
  const extension = extname(path).slice(1).toLowerCase();
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  if (start.startsWith('%PDF')) throw new UnreadableFile(REMEDIES['pdf']);
  if (start.startsWith('{\\rtf')) throw new UnreadableFile(REMEDIES['rtf']);
  const remedy = REMEDIES[extension];
  if (remedy) throw new UnreadableFile(remedy);
  if (start.startsWith('PK\x03\x04')) return readDocx(bytes);
  if (start === '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') return readOldWord(bytes, extension);
  if (/^(?:\x89PNG|\xff\xd8\xff|GIF8)/.test(start)) throw new UnreadableFile(REMEDIES['png']);
  if (/^doc/.test(extension) && !/^\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype|html)/i.test(start)) {
    throw new UnreadableFile(`这不是 Word 文件，或者没有下载完整。${SAVE_AS_DOCX}`);
  }
  if (/^(?:html?|doc)/.test(extension)) return readHtml(bytes, path);
  if (/^(?:md|markdown)$/.test(extension)) return readMarkdown(bytes);
  if (/^(?:txt|text|)$/.test(extension)) return readText(bytes);
  throw new UnreadableFile(
    `不认得扩展名 .${extension}。能导入的是 .docx、.doc、.txt、.md、.html；${SAVE_AS_DOCX}`,
  );
}

function checkSize(size: number): void {
  if (size === 0) throw new UnreadableFile('文件是空的（0 字节）。请重新复制或下载一份再导入。');
  if (size > MAX_FILE_BYTES) {
    throw new UnreadableFile(
      `文件有 ${Math.round(size / 1024 / 1024)} MB，超过 ${MAX_FILE_BYTES / 1024 / 1024} MB。请删去大图，或分成几个文件再导入。`,
    );
  }
}

function readOldWord(bytes: Buffer, extension: string): Draft {
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
    throw new UnreadableFile(
      '文件加了密码。请用 Word 或 WPS 打开，在“文件—信息—保护文档”里去掉密码，另存后再导入。',
    );
  }
  if (!bytes.includes(Buffer.from('WordDocument', 'utf16le'))) {
    throw new UnreadableFile(`.${extension} 里没有 Word 的内容。${SAVE_AS_DOCX}`);
  }
  return readDoc(bytes);
}
