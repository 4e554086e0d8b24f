import type { Nodes, Root } from 'hast';
import type { VFile } from 'vfile';
import type { PaperStructure } from '../collection/paper-structure.ts';
import { collectPassages } from '../collection/passages.ts';
import { hastReader } from './hast-reader.ts';

/**
 * Lists the paper's passages with their addresses (`collectPassages`) and hands them to the site as
 * `structure.passages` among the front matter.
 *
 * Why: search indexes and shows the text as it stands on the page.
 *
 * @example
 * ```html
 * <h2 id="s1">总则</h2><p id="p1"><span class="point" id="s1-1">一是抓学习。</span></p>
 * [{ id: 's1', text: '总则', places: [] }, { id: 'p1', text: '一是抓学习。', places: [[0, 's1-1']] }]
 * ```
 *
 * Leaves alone: the tree.
 */
export function rehypePassages() {
  return (tree: Root, file: VFile): void => {
    const passages = collectPassages<Nodes>(tree, hastReader).map(({ id, text, places }) => ({
      id,
      text,
      places,
    }));
    const structure = file.data.astro?.frontmatter?.['structure'] as PaperStructure | undefined;
    if (structure) structure.passages = passages;
  };
}
