import { collectPassages, isNote } from '../collection/passages.ts';
import { quotePassage } from '../text/quote-passage.ts';
import { writeWordingQuery } from '../text/wording-query.ts';
import { describePassage, holdIn } from './cited-passage.ts';
import type { CopyingBar } from './copying-bar.ts';
import { domReader } from './dom-reader.ts';

/** A tap on the button ends the selection on some phones, just before it is heard. */
const LINGER_MS = 600;

/** A selection that has not changed for so long is read. */
const REST_MS = 120;

/**
 * Offers for whatever is selected in a paper a citation, which is the passage in quotation marks, its
 * source, and a link that lands there with the passage marked; and a search for its wording.
 *
 * @param readAddress Tells the page's own address; left out where others could not follow it.
 */
export function offerCitations(bar: CopyingBar, readAddress?: () => URL): void {
  let wanted: { range: Range; body: Element } | undefined;
  let hiding: ReturnType<typeof setTimeout>;
  let reading: ReturnType<typeof setTimeout>;
  const move = () => {
    const rectangle = wanted && [...wanted.range.getClientRects()].pop();
    if (rectangle && !bar.button.hidden) bar.moveTo(rectangle);
  };
  const update = () => {
    const selection = getSelection();
    const range = selection?.rangeCount ? selection.getRangeAt(0) : undefined;
    const bodies = document.querySelectorAll('.prose');
    const body = range && [...bodies].find((each) => range.intersectsNode(each));
    clearTimeout(hiding);
    clearTimeout(reading);
    if (range && body && !range.collapsed) {
      wanted = { range: range.cloneRange(), body };
      bar.button.hidden = false;
      bar.say('');
      move();
      reading = setTimeout(offerSearch, REST_MS);
    } else hiding = setTimeout(() => bar.hide(), LINGER_MS);
  };
  const offerSearch = () => {
    const [part, ...others] = wanted ? readSelected(wanted.body, wanted.range).parts : [];
    bar.offerSearch(part && others.length === 0 ? writeWordingQuery(part.text) : '');
  };
  document.addEventListener('selectionchange', update);
  addEventListener('scroll', move, { passive: true });
  bar.button.addEventListener('click', () => {
    const citation = wanted && cite(wanted.body, wanted.range, readAddress);
    if (citation) void bar.copy(citation, '引文已复制');
  });
  update();
}

/** A citation of what a range holds of a paper; empty when that is no text. */
function cite(body: Element, range: Range, readAddress?: () => URL): string {
  const { passages, parts } = readSelected(body, range);
  const [first] = parts;
  if (!first) return '';
  const place = first.passage.places.filter(([offset]) => offset <= first.start).pop()?.[1];
  const heading = passages
    .slice(0, first.index + 1)
    .filter(({ id }) => entryOf(id))
    .pop();
  const trail = isNote(first.passage) ? ['注释'] : listTrail(place ?? heading?.id ?? '');
  const source = body.closest<HTMLElement>('[data-source]')?.dataset['source'] ?? '';
  const lines = [
    quotePassage(parts.map(({ text }) => text.replaceAll(/\s*\n\s*/gu, ''))),
    `——${[source, ...trail].join('，')}`,
  ];
  if (readAddress) {
    const anchor = place ?? first.passage.id;
    const address = readAddress();
    address.search = `?at=${describePassage(body, range, anchor)}`;
    address.hash = anchor;
    lines.push(address.href);
  }
  return lines.join('\n');
}

/** The passages of a paper, and what a range holds of them. */
function readSelected(body: Element, range: Range) {
  const passages = collectPassages<Node>(body, domReader);
  const parts = passages.flatMap((passage, index) => {
    const { start = 0, end = 0 } = holdIn(passage, range) ?? {};
    const text = passage.text.slice(start, end).trim();
    return text ? [{ passage, index, start, text }] : [];
  });
  return { passages, parts };
}

/** The outline's words for an anchor. */
function entryOf(id: string): string {
  const link = document.querySelector(
    `#outline a[href="#${CSS.escape(id)}"], #contents a[href="#${CSS.escape(id)}"]`,
  );
  return link?.textContent?.replace(/。$/, '') ?? '';
}

/** The section and the point a place stands under: `s2-1` is the first entry under `s2`. */
function listTrail(id: string): string[] {
  if (!id) return [];
  return [...listTrail(id.slice(0, Math.max(0, id.lastIndexOf('-')))), entryOf(id)].filter(Boolean);
}
