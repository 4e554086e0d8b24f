import type { PhrasingContent, TableCell } from 'mdast';
import { type DraftBlock, isTable } from './draft.ts';

const LINE_BREAK = { type: 'html' as const, value: '<br>' };

/**
 * Makes a cell of the blocks in it, one under another: a cell of Markdown is one line. A table within
 * a table becomes lines too.
 */
export function toCell(blocks: readonly DraftBlock[]): TableCell {
  const lines = blocks.flatMap((block): PhrasingContent[][] => {
    if (isTable(block)) {
      return block.content.children.flatMap((row) => row.children.map((cell) => cell.children));
    }
    return block.content.type === 'paragraph' ? [block.content.children] : [];
  });
  return {
    type: 'tableCell',
    children: lines
      .filter((line) => line.length > 0)
      .flatMap((line, index) => [
        ...(index > 0 ? [LINE_BREAK] : []),
        ...line.map((node) => (node.type === 'break' ? LINE_BREAK : node)),
      ]),
  };
}
