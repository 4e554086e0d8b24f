import type { Draft, DraftBlock } from '../draft.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { decodeText } from './decode-text.ts';

/** What reading sites put around the part of a text that is paid for. */
const SITE_MARK = /##[a-z]+##/gi;
const CONTROL = /[^\P{Cc}\t\n\v\f\r]/gu;

/**
 * Reads a plain text: each line is a block, and what separates it from the line before is kept in its
 * looks, so that broken lines can be told from paragraphs.
 *
 * @throws {UnreadableFile} When the bytes are no text.
 */
export function readText(bytes: Uint8Array): Draft {
  const { text, remarks } = decodeText(bytes);
  const controls = text.match(CONTROL)?.length ?? 0;
  if (controls > text.length / 100) {
    throw new UnreadableFile(
      '这不是文字，是别的文件改了扩展名。请用原来的程序打开，另存为 .docx 再导入。',
    );
  }
  if (controls > 0) remarks.push({ kind: 'left-out', message: `控制字符 ${controls} 个` });
  const marks = text.match(SITE_MARK) ?? [];
  for (const mark of marks)
    remarks.push({ kind: 'left-out', message: '阅读网站的标记', text: mark });

  const blocks: DraftBlock[] = [];
  let startsPage = false;
  let isAfterBlank = true;
  for (const raw of text.split(/\r\n|[\r\n\u2028\u2029\v]/u)) {
    if (raw.includes('\f')) startsPage = true;
    const line = raw.replaceAll(SITE_MARK, '').replaceAll(CONTROL, '').replaceAll('\f', '');
    const words = line.trim();
    if (words === '') {
      isAfterBlank = true;
      continue;
    }
    const isIndented = /^(?:\u3000| {2}|\t)/u.test(line);
    blocks.push({
      content: { type: 'paragraph', children: [{ type: 'text', value: words }] },
      looks: {
        isApart: isAfterBlank || isIndented,
        // Many spaces before a short line are how plain text centres one.
        isCentered: /^[ \t]{8,}|^\u3000{4,}/u.test(line) && words.length <= 40,
        startsPage,
      },
    });
    isAfterBlank = false;
    startsPage = false;
  }
  return { blocks, footnotes: [], pictures: [], remarks, known: {}, isByLine: true };
}
