import { withoutSpace } from './plain-text.ts';
import { UnreadableFile } from './unreadable-file.ts';

/**
 * Holds what was done with a text against the text in the file and the text that came out, white space
 * aside.
 *
 * @param inFile The text in the file, listed without any judgement.
 * @param inPaper The text of the blocks that were made of it.
 * @throws {UnreadableFile} When a character is unaccounted for.
 */
export function accountFor(segments: readonly Segment[], inFile: string, inPaper: string): void {
  const read = withoutSpace(segments.map((segment) => segment.inFile).join(''));
  const kept = withoutSpace(segments.map((segment) => segment.inPaper).join(''));
  if (read !== withoutSpace(inFile) || kept !== withoutSpace(inPaper)) {
    throw new UnreadableFile(
      '文件的写法少见，没有把握一字不漏地读出来。请用 Word 或 WPS 打开它，另存一份 .docx（或 .txt）再导入。',
    );
  }
}

/** A stretch of text as it lies in the file, and as it is in the paper. */
export interface Segment {
  inFile: string;
  inPaper: string;
}
