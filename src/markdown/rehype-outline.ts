import type { Nodes, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { OutlineEntry } from '../collection/outline-entry.ts';
import type { PaperStructure } from '../collection/paper-structure.ts';
import { countCharacters } from '../text/count-characters.ts';
import { inlineText } from './inline-text.ts';
import './structure-data.ts';

/** A closing line is one short sentence. */
const MAX_CLOSING_LINE = 30;

/**
 * Gathers headings and points into the paper's outline, gives each an id by its place in it (`s2-1`),
 * and hands a `PaperStructure` to the page as `structure` among the front matter.
 *
 * Why: ids from places outlive rewording, and the outline is needed where the body is not.
 *
 * @example
 * ```html
 * <h2>总则</h2><p><span class="point">一是抓学习。</span>…</p>
 * <h2 id="s1">总则</h2><p><span class="point" id="s1-1">一是抓学习。</span>…</p>
 * ```
 *
 * Leaves alone: every word; and elements that no structure plugin has found.
 */
export function rehypeOutline() {
  return (tree: Root, file: VFile): void => {
    const outline: OutlineEntry[] = [];
    const open: { depth: number; entry: OutlineEntry }[] = [];
    const articleIds = new Map<string, number>();
    visit(tree, 'element', (node) => {
      const structure = node.data?.structure;
      if (!structure) return;
      const { kind, ordinal, text, depth, number } = structure;
      if (kind === 'article') {
        const siblings = open.findLast(({ entry }) => entry.kind === 'heading')?.entry.children;
        const id = nameArticle(number ?? '', articleIds);
        (siblings ?? outline).push({
          id,
          kind,
          ordinal,
          text,
          article: number ?? '',
          children: [],
        });
        node.properties['id'] = id;
        return;
      }
      while ((open.at(-1)?.depth ?? -1) >= depth) open.pop();
      const parent = open.at(-1)?.entry;
      const siblings = parent?.children ?? outline;
      // Articles are numbered on their own.
      const place = siblings.filter((sibling) => sibling.kind !== 'article').length + 1;
      const entry: OutlineEntry = {
        id: parent ? `${parent.id}-${place}` : `s${place}`,
        kind,
        ordinal,
        text,
        children: [],
      };
      siblings.push(entry);
      open.push({ depth, entry });
      node.properties['id'] = entry.id;
    });

    const structure: PaperStructure = {
      outline,
      ...measureSpans(
        tree,
        new Set(outline.filter(({ kind }) => kind !== 'article').map(({ id }) => id)),
      ),
      opening: findOpening(tree),
      // Paragraphs have no ids yet: `rehypePassages` fills this in.
      passages: [],
    };
    Object.assign(file.data.astro?.frontmatter ?? {}, { structure });
  };
}

/** `a12` for 第十二条, `a12-1` for 第十二条之一; one that comes again, as in an annex, `a12_2`. */
function nameArticle(number: string, names: Map<string, number>): string {
  const count = (names.get(number) ?? 0) + 1;
  names.set(number, count);
  return `a${number}${count > 1 ? `_${count}` : ''}`;
}

function measureSpans(
  tree: Root,
  firstLevel: ReadonlySet<string>,
): Pick<PaperStructure, 'characters' | 'spans'> {
  const texts: { id: string | null; text: string }[] = [{ id: null, text: '' }];
  const walk = (node: Nodes) => {
    if (node.type === 'text') {
      const span = texts.at(-1);
      if (span) span.text += node.value;
    } else if (node.type === 'element' || node.type === 'root') {
      if (node.type === 'element' && 'dataEditorial' in node.properties) return;
      const id = node.type === 'element' ? String(node.properties['id'] ?? '') : '';
      if (firstLevel.has(id)) texts.push({ id, text: '' });
      for (const child of node.children) walk(child);
    }
  };
  const closing = findClosingLine(tree);
  for (const child of tree.children) {
    // Notes belong to no entry, though they stand behind the last.
    if (child === closing || isFootnotes(child)) texts.push({ id: null, text: '' });
    walk(child);
  }
  const spans = texts
    .map(({ id, text }) => ({ id, characters: countCharacters(text) }))
    .filter(({ characters }) => characters > 0);
  return { spans, characters: spans.reduce((sum, span) => sum + span.characters, 0) };
}

/** The last paragraph, if points came before and it is one short sentence without any. */
function findClosingLine(tree: Root): Nodes | undefined {
  const last = tree.children.findLast((node) => node.type === 'element' && !isFootnotes(node));
  if (last?.type !== 'element' || last.tagName !== 'p') return undefined;
  const text = inlineText(last.children);
  const isSentence = [...text].length <= MAX_CLOSING_LINE && /^[^。！？；]+[。！？]$/u.test(text);
  let hasPoints = false;
  visit(tree, 'element', (node) => {
    if (node.data?.structure?.kind === 'point') hasPoints = true;
  });
  const isPoint = last.children.some((node) => node.type === 'element' && node.data?.structure);
  return isSentence && hasPoints && !isPoint ? last : undefined;
}

function findOpening(tree: Root): string {
  const first = tree.children.find((node) => node.type === 'element' && node.tagName === 'p');
  return first?.type === 'element' ? inlineText(first.children) : '';
}

function isFootnotes(node: Nodes): boolean {
  return node.type === 'element' && 'dataFootnotes' in node.properties;
}
