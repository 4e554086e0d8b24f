import type { Block, ParagraphBlock } from './blocks.ts';

/** The paragraphs of blocks, those in cells of tables too, in order. */
export function flattenBlocks(blocks: readonly Block[]): ParagraphBlock[] {
  return blocks.flatMap((block) =>
    block.type === 'paragraph'
      ? [block]
      : block.rows.flatMap(({ cells }) => cells.flatMap((cell) => flattenBlocks(cell.blocks))),
  );
}
