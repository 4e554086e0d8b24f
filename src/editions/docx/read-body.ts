import type { Element, ElementContent, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import type {
  Block,
  Cell,
  DocumentBody,
  Inline,
  List,
  Look,
  ParagraphBlock,
  TableBlock,
} from './blocks.ts';
import { flattenBlocks } from './flatten-blocks.ts';
import { toXmlText } from './xml-text.ts';

/** Ids of entries of the outline, from which their levels follow. */
const OUTLINE_ID = /^s\d+(?:-\d+)*$/;

const LOOKS: Record<string, Look> = {
  b: { isBold: true },
  strong: { isBold: true },
  th: { isBold: true },
  em: { isEmphasis: true },
  i: { isEmphasis: true },
  del: { isStruck: true },
  s: { isStruck: true },
  strike: { isStruck: true },
  ins: { isInserted: true },
  code: { isCode: true },
  kbd: { isCode: true },
  samp: { isCode: true },
  tt: { isCode: true },
  var: { isEmphasis: true },
  sup: { script: 'super' },
  sub: { script: 'sub' },
};

const BLOCK =
  /^(?:blockquote|dd|details|div|dl|dt|figcaption|figure|h[1-6]|hr|li|ol|p|pre|section|summary|table|ul)$/;

/**
 * Reads a paper's body as what Word knows: paragraphs, headings, lists, tables, notes.
 *
 * Every character of the paper's own stays. What the site has added (`data-editorial`) does not: Word
 * numbers notes itself.
 *
 * @param html The body as the model keeps it, pictures unfolded.
 */
export function readBody(html: string): DocumentBody {
  const tree = fromHtml(html, { fragment: true });
  const notes = new Map<string, Element>();
  visit(tree, 'element', (node) => {
    const id = String(node.properties['id'] ?? '');
    if (node.tagName === 'li' && id.startsWith('user-content-fn-')) notes.set(`#${id}`, node);
  });
  return new BodyReader(notes).read(tree.children);
}

class BodyReader {
  private readonly lists: List[] = [];
  private readonly notes: Block[][] = [];
  /** Places of the notes that a mark has led to. */
  private readonly places = new Map<string, number>();
  /** Notes that are being read. */
  private readonly open: string[] = [];
  private readonly noteElements: ReadonlyMap<string, Element>;

  constructor(noteElements: ReadonlyMap<string, Element>) {
    this.noteElements = noteElements;
  }

  read(nodes: readonly Nodes[]): DocumentBody {
    const blocks = this.readBlocks(nodes, { role: 'text', level: 0, depth: 0 }, {});
    return { blocks, lists: this.lists, notes: this.notes };
  }

  private readBlocks(nodes: readonly Nodes[], form: Form, look: Look): Block[] {
    const blocks: Block[] = [];
    let open: Inline[] = [];
    // Only the first paragraph of an item bears its number.
    let { list, ...plain } = form;
    const close = () => {
      const inlines = form.role === 'code' ? withoutLastBreak(open) : trimInlines(open);
      open = [];
      if (inlines.length === 0) return;
      blocks.push({ type: 'paragraph', ...plain, ...(list !== undefined && { list }), inlines });
      list = undefined;
    };
    const add = (below: Block[]) => {
      const [first] = below;
      if (list !== undefined && first?.type === 'paragraph' && first.list === undefined) {
        first.list = list;
        list = undefined;
      }
      blocks.push(...below);
    };
    const walk = (children: readonly Nodes[], within: Look) => {
      for (const node of children) {
        if (node.type === 'element' && isBlock(node)) {
          close();
          add(this.readBlock(node, { ...plain }, within));
        } else if (node.type === 'element' && holdsBlock(node)) {
          walk(node.children, lookOf(node, within));
        } else open.push(...this.readInlines([node], within, form.role === 'code'));
      }
    };
    walk(nodes, look);
    close();
    return blocks;
  }

  private readBlock(node: Element, form: Form, look: Look): Block[] {
    const { tagName, properties, children } = node;
    if ('dataFootnotes' in properties) return [];
    const within = { ...look, ...LOOKS[tagName] };
    const align = properties['dataAlign'];
    const placed = isAlign(align) ? { ...form, align } : form;
    switch (tagName) {
      case 'table':
        return this.readTable(node);
      case 'ul':
      case 'ol':
        return this.readList(node, form, within);
      case 'blockquote':
        return this.readBlocks(children, { ...form, role: 'quote' }, within);
      case 'dd':
        return this.readBlocks(children, { ...form, depth: form.depth + 1 }, within);
      case 'pre':
        return this.readBlocks(children, { ...form, role: 'code' }, within);
      case 'hr':
        return [{ type: 'paragraph', ...form, role: 'rule', inlines: [] }];
      default: {
        const id = String(properties['id'] ?? '');
        if (!/^h[1-6]$/.test(tagName)) return this.readBlocks(children, placed, within);
        // A heading in a quotation or a cell is none of the paper's.
        return OUTLINE_ID.test(id)
          ? this.readBlocks(children, { ...placed, role: 'heading', level: levelOf(id) }, within)
          : this.readBlocks(children, placed, { ...within, isBold: true });
      }
    }
  }

  private readList(node: Element, form: Form, look: Look): Block[] {
    const isOrdered = node.tagName === 'ol';
    const start = Number(node.properties['start'] ?? 1);
    const list = this.lists.length;
    const depth = form.depth + 1;
    const isTasks = node.children.some(
      (child) =>
        child.type === 'element' &&
        child.properties['className']?.toString().includes('task-list-item'),
    );
    this.lists.push({ isOrdered, start });
    return node.children.flatMap((child) =>
      child.type === 'element'
        ? this.readBlocks(child.children, { ...form, depth, ...(!isTasks && { list }) }, look)
        : [],
    );
  }

  private readTable(table: Element): TableBlock[] {
    const rows: TableBlock['rows'] = [];
    visit(table, 'element', (node) => {
      if (node !== table && node.tagName === 'table') return 'skip';
      if (node.tagName !== 'tr') return undefined;
      const cells = node.children.filter(
        (child): child is Element => child.type === 'element' && /^t[hd]$/.test(child.tagName),
      );
      rows.push({
        isHeader: cells.length > 0 && cells.every(({ tagName }) => tagName === 'th'),
        cells: cells.map((cell) => this.readCell(cell)),
      });
      return 'skip';
    });
    const filled = rows.filter(({ cells }) => cells.length > 0);
    return filled.length > 0 ? [{ type: 'table', rows: filled }] : [];
  }

  private readCell({ tagName, properties, children }: Element): Cell {
    const align = properties['dataAlign'];
    return {
      columns: Math.max(1, Number(properties['colSpan'] ?? 1)),
      rows: Math.max(1, Number(properties['rowSpan'] ?? 1)),
      blocks: this.readBlocks(
        children,
        { role: 'text', level: 0, depth: 0, ...(isAlign(align) && { align }) },
        { ...LOOKS[tagName] },
      ),
    };
  }

  private readInlines(nodes: readonly Nodes[], look: Look, isCode: boolean): Inline[] {
    return nodes.flatMap((node): Inline[] => {
      if (node.type === 'text') return readText(node.value, look, isCode);
      if (node.type !== 'element') return [];
      const { tagName, properties, children } = node;
      const below = (within: Look = look) => this.readInlines(children, within, isCode);
      const note = findMark(node);
      if (note !== undefined) return this.readMark(note);
      if ('dataEditorial' in properties) return [];
      switch (tagName) {
        case 'br':
          return [{ type: 'break' }];
        case 'img':
          return [
            {
              type: 'picture',
              src: String(properties['src'] ?? ''),
              alt: toXmlText(String(properties['alt'] ?? '')),
            },
          ];
        case 'input':
          return [{ type: 'checkbox', isChecked: Boolean(properties['checked']) }];
        case 'a': {
          const href = String(properties['href'] ?? '');
          const isAbroad = URL.canParse(href) && /^(?:https?|mailto):/i.test(href);
          return isAbroad
            ? [{ type: 'link', href, inlines: below({ ...look, isLink: true }) }]
            : below();
        }
        default:
          return below(lookOf(node, look));
      }
    });
  }

  /** A note stands where it is first referred to. */
  private readMark(href: string): Inline[] {
    const element = this.noteElements.get(href);
    if (!element || this.open.includes(href)) return [];
    const read = () => {
      this.open.push(href);
      const blocks = this.readBlocks(element.children, { role: 'text', level: 0, depth: 0 }, {});
      this.open.pop();
      return blocks;
    };
    // Word's notes hold no notes: what one says stands in brackets.
    if (this.open.length > 0) {
      const said = flattenBlocks(read()).flatMap(({ inlines }) => inlines);
      return [text('〔'), ...said, text('〕')];
    }
    const known = this.places.get(href);
    if (known !== undefined) return [{ type: 'note', note: known }];
    const place = this.notes.push(read()) - 1;
    this.places.set(href, place);
    return [{ type: 'note', note: place }];
  }
}

function text(value: string): Inline {
  return { type: 'text', text: value, look: {} };
}

function lookOf({ tagName, properties }: Element, look: Look): Look {
  const names = properties['className'];
  const has = (name: string) => Array.isArray(names) && names.includes(name);
  if (has('point')) return { ...look, point: levelOf(String(properties['id'])) };
  if (has('lead')) return { ...look, isLead: true };
  return { ...look, ...LOOKS[tagName] };
}

function levelOf(id: string): number {
  return id.split('-').length;
}

function findMark(node: Element): string | undefined {
  if (node.tagName !== 'sup' || !('dataEditorial' in node.properties)) return undefined;
  const link = node.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'a',
  );
  return link && String(link.properties['href'] ?? '');
}

function readText(value: string, look: Look, isCode: boolean): Inline[] {
  const text = toXmlText(value);
  if (!isCode) return [{ type: 'text', text: text.replace(/ *[\t\n\r]+ */g, ' '), look }];
  return text
    .split('\n')
    .flatMap((line, index): Inline[] => [
      ...(index > 0 ? [{ type: 'break' } as const] : []),
      { type: 'text', text: line, look },
    ]);
}

/** Takes off the white space that HTML does not show: around a paragraph and behind a line break. */
function trimInlines(inlines: readonly Inline[]): Inline[] {
  const trimmed = inlines.map((inline, index) => {
    if (inline.type !== 'text') return inline;
    const isAtStart = inlines
      .slice(0, index)
      .every((before) => before.type === 'text' && /^ *$/.test(before.text));
    const startsLine = isAtStart || inlines[index - 1]?.type === 'break';
    return startsLine ? { ...inline, text: inline.text.replace(/^ +/, '') } : inline;
  });
  const last = trimmed.findLastIndex(
    (inline) => inline.type !== 'text' || !/^ *$/.test(inline.text),
  );
  const kept = trimmed.slice(0, last + 1).flatMap((inline, index): Inline[] => {
    if (inline.type !== 'text') return [inline];
    const text = index === last ? inline.text.replace(/ +$/, '') : inline.text;
    return text === '' ? [] : [{ ...inline, text }];
  });
  return joinTexts(kept);
}

/** Text that looks alike is one run, whatever elements it was in. */
function joinTexts(inlines: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    const last = joined.at(-1);
    if (
      inline.type === 'text' &&
      last?.type === 'text' &&
      JSON.stringify(last.look) === JSON.stringify(inline.look)
    ) {
      joined[joined.length - 1] = { ...last, text: last.text + inline.text };
    } else joined.push(inline);
  }
  return joined;
}

/** The line feed that ends code begins no line. */
function withoutLastBreak(inlines: readonly Inline[]): Inline[] {
  const [last] = inlines.slice(-1);
  return inlines.slice(0, last?.type === 'text' && last.text === '' ? -2 : undefined);
}

function isBlock({ tagName }: Element): boolean {
  return BLOCK.test(tagName);
}

function holdsBlock(node: Element): boolean {
  return node.children.some(
    (child: ElementContent) => child.type === 'element' && (isBlock(child) || holdsBlock(child)),
  );
}

function isAlign(value: unknown): value is NonNullable<ParagraphBlock['align']> {
  return value === 'left' || value === 'center' || value === 'right';
}

type Form = Omit<ParagraphBlock, 'type' | 'inlines'>;
