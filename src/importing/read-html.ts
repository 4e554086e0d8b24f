import { readFile } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { type Handle, toMdast } from 'hast-util-to-mdast';
import { toString as textOf } from 'hast-util-to-string';
import type { BlockContent, Root as MdastRoot, PhrasingContent, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { Draft, DraftBlock, DraftPicture, KnownFacts, Remark } from './draft.ts';
import { parseDate } from './parse-date.ts';
import { pictureExtension } from './picture-extension.ts';
import { plainText, withoutSpace } from './plain-text.ts';
import { decodeText } from './read-text/decode-text.ts';
import { inScript, type Script } from './to-phrasing.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** Elements that hold no text at all. */
const NO_TEXT = new Set([
  ...['script', 'style', 'noscript', 'template', 'svg', 'iframe', 'object', 'video', 'audio'],
  ...['canvas', 'input', 'select', 'textarea', 'option', 'head'],
]);
/** Elements that hold no text of an article. */
const AROUND = new Set(['button', 'nav', 'aside']);

const CJK = String.raw`[\p{Script=Han}\u2014\u2018\u2019\u201C\u201D\u2026\u3000-\u303F\uFF00-\uFFEF]`;
const WRAP = new RegExp(`(?<=${CJK})[ \\t]*\\r?\\n[ \\t]*(?=${CJK})`, 'gu');

/**
 * Reads a page saved from a browser or from WeChat: its article, by the usual elements, with what is
 * around it left out.
 *
 * @param path Where it lies, for the pictures saved beside it.
 * @throws {UnreadableFile} When there is no text in it, or a character is unaccounted for.
 */
export async function readHtml(bytes: Uint8Array, path: string): Promise<Draft> {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const declared = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1];
  const { text, remarks } = decodeText(bytes, declared);
  const page = fromHtml(text);
  const known = readFacts(page);
  const article = findArticle(page);
  const content = withoutWraps(withoutTags(article));
  const inFile = withoutSpace(textOf(content));
  if (inFile === '') {
    throw new UnreadableFile(
      '网页里没有文字（可能要联网才显示）。请在浏览器里选中正文，复制到 Word，存为 .docx 再导入。',
    );
  }
  for (const text of listWithin(article, isHidden)) {
    remarks.push({ kind: 'left-out', message: '隐藏文字', text });
  }
  const outside = article === page ? '' : oneLine(textOf(withoutTags(page, article)));
  const within = listWithin(article, ({ tagName }) => AROUND.has(tagName));
  const around = [outside, ...within].join(' ').trim();
  if (around !== '') {
    remarks.push({
      kind: 'left-out',
      message: '网页正文以外的文字（导航、页脚等）',
      text: around,
    });
  }
  const tree = toMdast(content, {
    document: true,
    handlers: { sup: keepScript('sup'), sub: keepScript('sub') },
  });
  const nodes = tree.type === 'root' ? tree.children : [];
  const pictures: DraftPicture[] = [];
  await takePictures(nodes, dirname(path), pictures, remarks);
  const blocks = nodes.map((node) => toBlock(node));
  if (withoutSpace(plainText(blocks.map((block) => block.content))) !== inFile) {
    throw new UnreadableFile(
      '网页的写法少见，没有把握一字不漏地读出来。请在浏览器里选中正文，复制到 Word，存为 .docx 再导入。',
    );
  }
  const centred = findCentred(content);
  for (const block of blocks) {
    if (centred.has(withoutSpace(plainText(block.content)))) block.looks.isCentered = true;
  }
  return { blocks: withoutTitle(blocks, known), footnotes: [], pictures, remarks, known };
}

/** A title that stands outside the article as well is not text of the body. */
function withoutTitle(blocks: DraftBlock[], { title }: KnownFacts): DraftBlock[] {
  const [first] = blocks;
  const isTitle = first && title && withoutSpace(plainText(first.content)) === withoutSpace(title);
  if (isTitle) first.looks.isTitle = true;
  return blocks;
}

function readFacts(page: Root): KnownFacts {
  const known: KnownFacts = {};
  visit(page, 'element', (node) => {
    const id = node.properties['id'];
    const words = textOf(node).trim().replaceAll(/\s+/g, ' ');
    const content = String(node.properties['content'] ?? '').trim();
    const name = String(node.properties['property'] ?? node.properties['name'] ?? '');
    if (id === 'activity-name' && words) known.title = words;
    if (id === 'js_name' && words) known.source = words;
    if (id === 'publish_time') {
      const date = parseDate(words);
      if (date) known.date = date;
    }
    if (node.tagName === 'meta' && name === 'og:title' && content) known.title ??= content;
    if (node.tagName === 'meta' && /^(?:article:published_time|PubDate)$/.test(name)) {
      const date = parseDate(content.slice(0, 10));
      if (date) known.date ??= date;
    }
  });
  return known;
}

function findArticle(page: Root): Nodes {
  const found: (Element | undefined)[] = [undefined, undefined, undefined, undefined];
  visit(page, 'element', (node) => {
    const { id, role } = node.properties;
    if (id === 'js_content') found[0] ??= node;
    if (node.tagName === 'article') found[1] ??= node;
    if (node.tagName === 'main' || role === 'main') found[2] ??= node;
    if (node.tagName === 'body') found[3] ??= node;
  });
  return found.find((node) => node && withoutSpace(textOf(withoutTags(node))) !== '') ?? page;
}

/** @param article What to leave out instead of what is around it. */
function withoutTags<Node extends Nodes>(node: Node, article?: Nodes): Node {
  if (!('children' in node)) return node;
  const isText = (child: Nodes): boolean => {
    if (child.type !== 'element') return child.type === 'text';
    if (NO_TEXT.has(child.tagName) || isHidden(child)) return false;
    return article ? child !== article : !AROUND.has(child.tagName);
  };
  const children = node.children
    .filter((child) => isText(child))
    .map((child) => withoutTags(child, article));
  return { ...node, children } as Node;
}

/** Programs break the lines of their HTML anywhere; between Chinese characters that is no space. */
function withoutWraps<Node extends Nodes>(node: Node): Node {
  if (node.type === 'text') return { ...node, value: node.value.replaceAll(WRAP, '') };
  if (!('children' in node) || (node.type === 'element' && node.tagName === 'pre')) return node;
  return { ...node, children: node.children.map((child) => withoutWraps(child)) } as Node;
}

/** The texts of the elements of a kind in an article. */
function listWithin(article: Nodes, isMeant: (element: Element) => boolean): string[] {
  const texts: string[] = [];
  visit(article, 'element', (node) => {
    if (NO_TEXT.has(node.tagName)) return SKIP;
    if (node === article || !isMeant(node)) return undefined;
    texts.push(oneLine(textOf(node)));
    return SKIP;
  });
  return texts.filter((text) => text !== '');
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

/** WeChat hides the whole article until its script has run, so only what is never shown counts. */
function isHidden({ properties }: Element): boolean {
  return (
    properties['hidden'] === true || /display:\s*none/i.test(String(properties['style'] ?? ''))
  );
}

function findCentred(content: Nodes): Set<string> {
  const centred = new Set<string>();
  visit(content, 'element', (node) => {
    const { align, style } = node.properties;
    if (align === 'center' || /text-align:\s*center/i.test(String(style ?? ''))) {
      centred.add(withoutSpace(textOf(node)));
    }
  });
  return centred;
}

function toBlock(node: RootContent): DraftBlock {
  if (node.type === 'heading') {
    return {
      content: { type: 'paragraph', children: withoutWholeEmphasis(node.children) },
      looks: node.depth === 1 ? { isTitle: true, isApart: true } : { level: node.depth - 1 },
    };
  }
  if (node.type === 'paragraph') {
    const children = withoutIndent(withoutWholeEmphasis(node.children));
    return { content: { type: 'paragraph', children }, looks: {} };
  }
  if (node.type === 'table') {
    const [head, ...rows] = node.children;
    // A table without a head gets an empty one; its first row serves better.
    const isHeadless = rows.length > 0 && head !== undefined && plainText(head).trim() === '';
    const content = isHeadless ? { ...node, children: rows } : node;
    return { content, looks: { isApart: true } };
  }
  return { content: node as BlockContent, looks: { isApart: true } };
}

/** The page indents by itself. */
function withoutIndent(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const [first, ...rest] = nodes;
  if (first?.type !== 'text') return [...nodes];
  return [{ ...first, value: first.value.trimStart() }, ...rest];
}

function withoutWholeEmphasis(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const [only] = nodes;
  const isWhole = nodes.length === 1 && (only?.type === 'strong' || only?.type === 'emphasis');
  return isWhole ? withoutWholeEmphasis(only.children) : [...nodes];
}

function keepScript(script: Script): Handle {
  return (state, node) => inScript(script, state.all(node) as PhrasingContent[]);
}

async function takePictures(
  nodes: RootContent[],
  folder: string,
  pictures: DraftPicture[],
  remarks: Remark[],
): Promise<void> {
  const found: { url: string; take: (id: string | undefined) => void }[] = [];
  const root: MdastRoot = { type: 'root', children: nodes };
  visit(root, (node, index, parent) => {
    if (node.type === 'link' && !/^(?:https?|mailto):/i.test(node.url) && parent) {
      parent.children.splice(index ?? 0, 1, ...(node.children as []));
      return index;
    }
    if (node.type === 'image' && parent) {
      found.push({
        url: node.url,
        take: (id) => {
          if (id) node.url = id;
          else parent.children.splice(parent.children.indexOf(node as never), 1);
        },
      });
    }
    return undefined;
  });
  for (const { url, take } of found) {
    const bytes = await readPicture(url, folder);
    const extension = bytes && pictureExtension(bytes);
    if (!bytes || !extension) {
      take(undefined);
      remarks.push({
        kind: 'doubt',
        message:
          '图片不在文件旁边或格式网页不能显示，没有收。请把它存为 .png 或 .jpg，放到文稿旁边',
        text: url.slice(0, 100),
      });
      continue;
    }
    const id = `picture:${pictures.length + 1}`;
    pictures.push({ id, extension, bytes });
    take(id);
  }
}

/** Only what the browser saved in the page's own folder, or in the page itself. */
async function readPicture(url: string, folder: string): Promise<Uint8Array | undefined> {
  const inPage = /^data:image\/[\w+.-]+;base64,(.+)$/s.exec(url)?.[1];
  if (inPage) return Buffer.from(inPage, 'base64');
  if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(url)) return undefined;
  try {
    const path = resolve(folder, decodeURIComponent(url.replace(/[?#].*$/, '')));
    return path.startsWith(folder + sep) ? await readFile(path) : undefined;
  } catch {
    return undefined;
  }
}
