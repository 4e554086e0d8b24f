import { collectPassages, isNote, type Passage } from '../collection/passages.ts';
import { quotePassage } from '../text/quote-passage.ts';
import { copyText } from './copy-text.ts';
import { domReader } from './dom-reader.ts';
import { findRanges } from './find-ranges.ts';

/** A link marks no more characters than this; a longer passage begins with them. */
const MAX_MARKED = 200;

/** A tap on the button ends the selection on some phones, just before it is heard. */
const LINGER_MS = 600;

/**
 * Offers a citation of whatever is selected in the paper: the passage in quotation marks, its source,
 * and a link that lands there with the passage marked. Where the browser refuses the clipboard, the
 * citation is shown, selected, to be copied by hand.
 *
 * @param variants As `readVariants` reads them.
 */
export function offerCitations(variants: string): void {
  const body = document.querySelector('.prose');
  const button = document.querySelector<HTMLElement>('[data-cite]');
  const done = document.querySelector<HTMLElement>('[data-cited]');
  if (!body || !button || !done) return;
  let wanted: Range | undefined;
  let hiding: ReturnType<typeof setTimeout>;
  const update = () => {
    const selection = getSelection();
    const range = selection?.rangeCount ? selection.getRangeAt(0) : undefined;
    clearTimeout(hiding);
    if (range && !range.collapsed && range.intersectsNode(body)) {
      wanted = range.cloneRange();
      button.hidden = false;
      done.textContent = '';
    } else hiding = setTimeout(() => (button.hidden = true), LINGER_MS);
  };
  document.addEventListener('selectionchange', update);
  button.addEventListener('click', async () => {
    const citation = wanted && cite(body, wanted, button.dataset['source'] ?? '', variants);
    if (!citation) return;
    const isCopied = await copyText(citation);
    button.hidden = isCopied;
    done.textContent = isCopied ? '已复制' : '';
    if (!isCopied) showForCopying(citation);
  });
  update();
}

/** A citation of what a range holds of the paper; empty when that is no text. */
function cite(body: Element, range: Range, source: string, variants: string): string {
  const passages = collectPassages<Node>(body, domReader);
  const parts = passages.flatMap((passage, index) => {
    const { start, text } = cutPassage(passage, range);
    return text.trim() ? [{ passage, index, start, text: text.trim() }] : [];
  });
  const [first] = parts;
  if (!first) return '';
  const place = first.passage.places.filter(([offset]) => offset <= first.start).pop()?.[1];
  const heading = passages
    .slice(0, first.index + 1)
    .filter(({ id }) => entryOf(id))
    .pop();
  const trail = isNote(first.passage) ? ['注释'] : listTrail(place ?? heading?.id ?? '');
  const link = createLink(body, range, parts, place ?? first.passage.id, variants);
  const quotation = quotePassage(parts.map(({ text }) => text.replaceAll(/\s*\n\s*/gu, '')));
  return `${quotation}\n——${[source, ...trail].join('，')}\n${link}`;
}

/** The part of a passage that a range holds. */
function cutPassage({ text, nodes }: Passage<Node>, range: Range): { start: number; text: string } {
  let from = text.length;
  let to = 0;
  for (const { node, start } of nodes) {
    if (!range.intersectsNode(node)) continue;
    const length = node.nodeValue?.length ?? 0;
    from = Math.min(from, start + (node === range.startContainer ? range.startOffset : 0));
    to = Math.max(to, start + (node === range.endContainer ? range.endOffset : length));
  }
  return { start: from, text: text.slice(from, to) };
}

/** The outline's words for an anchor. */
function entryOf(id: string): string {
  const link = document.querySelector(`#outline a[href="#${CSS.escape(id)}"]`);
  return link?.textContent?.replace(/。$/, '') ?? '';
}

/** The section and the point a place stands under: `s2-1` is the first entry under `s2`. */
function listTrail(id: string): string[] {
  if (!id) return [];
  return [...listTrail(id.slice(0, Math.max(0, id.lastIndexOf('-')))), entryOf(id)].filter(Boolean);
}

/** The address of a passage, which marks it for whoever follows it. */
function createLink(
  body: Element,
  range: Range,
  parts: readonly { text: string }[],
  anchor: string,
  variants: string,
): string {
  let room = MAX_MARKED;
  const terms = parts.flatMap(({ text }) => {
    // An opening mark could hold several terms together.
    const term = text.replaceAll(/\s+/gu, '').replace(/^["＂“‘「『]+/u, '');
    const kept = [...term].slice(0, room);
    room -= kept.length;
    return kept.length > 0 ? [kept.join('')] : [];
  });
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
  const url = new URL(canonical ?? location.href);
  const query = terms.join(' ');
  url.search = query ? `?${new URLSearchParams({ q: query })}` : '';
  // The first hit that the selection reaches.
  const hits = findRanges(body, query, variants);
  const hit = hits.findIndex((each) => each.compareBoundaryPoints(Range.START_TO_END, range) > 0);
  if (hit > 0) url.searchParams.set('hit', String(hit + 1));
  url.hash = anchor;
  return url.href;
}

function showForCopying(text: string): void {
  const dialog = document.querySelector<HTMLDialogElement>('[data-by-hand]');
  const area = dialog?.querySelector('textarea');
  if (!dialog || !area) return;
  area.value = text;
  dialog.showModal();
  area.select();
}
