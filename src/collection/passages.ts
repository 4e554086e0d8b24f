/** Elements that start a line of their own: no phrase reaches over their ends. */
const BLOCK =
  /^(?:article|aside|blockquote|caption|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/;

/**
 * Divides a body into its passages, the runs of text a reader sees as one: a heading, a paragraph, a
 * list item, a cell, a note. Works on any tree, so that the index (hast) and the page (DOM) divide
 * alike.
 *
 * Words of the site's own (`data-editorial`) are left out.
 *
 * @returns The passages with text, in order.
 */
export function collectPassages<Node>(root: Node, tree: TreeReader<Node>): Passage<Node>[] {
  const passages: Passage<Node>[] = [];
  let open: Passage<Node> | undefined;
  let anchor = '';
  const walk = (node: Node) => {
    const text = tree.text(node);
    if (text !== undefined) {
      open ??= { id: anchor, text: '', nodes: [], places: [] };
      open.nodes.push({ node, start: open.text.length });
      open.text += text;
      return;
    }
    const element = tree.element(node);
    if (element?.isEditorial) return;
    const isBlock = element !== undefined && BLOCK.test(element.tagName);
    if (isBlock) close();
    const outer = anchor;
    if (element?.id && isBlock) anchor = element.id;
    // A point in the middle of a paragraph has an address of its own.
    if (element?.id && !isBlock) {
      open ??= { id: anchor, text: '', nodes: [], places: [] };
      open.places.push([open.text.length, element.id]);
    }
    for (const child of tree.children(node)) walk(child);
    if (isBlock) {
      close();
      anchor = outer;
    }
  };
  const close = () => {
    if (open?.text.trim()) passages.push(open);
    open = undefined;
  };
  walk(root);
  close();
  return passages;
}

/** Whether a passage is a note: notes stand behind the last section and belong to none. */
export function isNote({ id }: { id: string }): boolean {
  // As GFM names them, behind the paper's prefix where several papers share a page.
  return /(?:^|-)user-content-fn-/.test(id);
}

/** A run of text that a phrase may stand in. */
export interface Passage<Node> {
  /** Id of the element that holds it: its anchor on the page. */
  id: string;
  text: string;
  /** The text nodes it consists of, each with its offset in `text`. */
  nodes: { node: Node; start: number }[];
  /** Offsets in `text` from where a finer address holds. */
  places: [offset: number, id: string][];
}

/** What `collectPassages` needs to know of a tree. */
export interface TreeReader<Node> {
  /** The text of a text node; `undefined` for any other. */
  text: (node: Node) => string | undefined;
  /** What matters of an element; `undefined` for any other node. */
  element: (node: Node) => { tagName: string; id: string; isEditorial: boolean } | undefined;
  children: (node: Node) => Iterable<Node>;
}
