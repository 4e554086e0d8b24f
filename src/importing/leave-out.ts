import type { Segment } from './account-for.ts';
import type { Remark } from './draft.ts';

/**
 * Accounts for text that is not taken over: in the trace, and in one remark for all that stands
 * together.
 */
export function leaveOut(trace: Segment[], remarks: Remark[], message: string, text: string): void {
  const isContinued = trace.at(-1)?.inPaper === '';
  trace.push({ inFile: text, inPaper: '' });
  const last = remarks.at(-1);
  if (isContinued && last?.kind === 'left-out' && last.message === message) {
    last.text = `${last.text ?? ''}${text}`;
  } else if (text.trim()) remarks.push({ kind: 'left-out', message, text });
}
