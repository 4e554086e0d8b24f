import {
  type ConcordanceLine,
  type Mark,
  markTerms,
  type TextPart,
} from '../search/browser/concordance.ts';
import type { SearchPaper } from '../search/search-document.ts';
import { createElement } from './create-element.ts';

/** Lines drawn at a time when a reader asks for more of a paper's hits. */
const MORE_HITS = 50;

/**
 * Draws what heads a paper's hits. Where papers go by their labels: label and topic, and the title, if it
 * is hit, as a line of its own; where they go by their titles: title, topic, date and count.
 *
 * @param hits In the paper's title, label and topic, and in its body.
 */
export function renderPaperHead(
  paper: SearchPaper,
  hits: { head: number; body: number },
  { find, addressOf }: HitsShown,
): HTMLElement[] {
  const { id, name, title, topic, date, distinction } = paper;
  const mark = (text: string) => renderParts(markTerms(text, find(text)));
  const link = createElement('a', { href: addressOf(id) }, ...mark(name));
  if (distinction) link.append(createElement('small', {}, `〔${distinction}〕`));
  const isByTitle = name === title;
  const facts = isByTitle
    ? [topic && createElement('span', {}, ...mark(topic)), date && createElement('span', {}, date)]
    : mark(topic);
  const about = createElement('p', {}, ...facts.filter((fact) => fact !== ''));
  if (isByTitle && hits.body > 0) {
    about.append(createElement('span', {}, createElement('b', {}, String(hits.body)), ' 处'));
  }
  const header = createElement('header', {}, createElement('h2', {}, link), about);
  const list = createElement('ul');
  if (!isByTitle && hits.head > 0 && find(title).length > 0) {
    const line = createElement('a', { href: addressOf(id) });
    line.append(createElement('small', {}, '题目'), createElement('span', {}, ...mark(title)));
    list.append(createElement('li', { 'data-heading': '' }, line));
  }
  return [header, list];
}

/**
 * Draws a paper's hits into its list, a line at a time, and a button for those that are left.
 *
 * @param section The paper's, with its head in it.
 * @param lines The concordance, which is read no farther than is drawn.
 * @param hits In the paper's body.
 * @throws When a text cannot be loaded.
 */
export async function renderHits(
  section: HTMLElement,
  lines: AsyncIterator<ConcordanceLine, undefined>,
  { id, hits }: { id: string; hits: number },
  { addressOf, limit, isDrawnWhole }: HitsShown,
): Promise<void> {
  const list = section.querySelector('ul');
  if (!list) return;
  const folded: HTMLElement[] = [];
  let shown = 0;
  let drawn = 0;
  const draw = async (count: number) => {
    const items: HTMLElement[] = [];
    while (shown < count && drawn < hits) {
      const { value: line } = await lines.next();
      if (!line) break;
      drawn += line.hits;
      shown += line.hits;
      items.push(renderLine(line, addressOf(id, line.passage, line.firstHit || undefined)));
    }
    list.append(...items);
    return items;
  };
  await draw(limit);
  const shownFirst = shown;
  section.dataset['shown'] = String(shown);
  if (isDrawnWhole) folded.push(...(await draw(Number.POSITIVE_INFINITY)));
  for (const item of folded) item.hidden = true;
  if (list.childElementCount === 0) list.remove();
  if (shownFirst >= hits) return;

  const more = createElement('button', { type: 'button', 'data-more': '' });
  more.append(`还有 ${hits - shownFirst} 处`);
  more.addEventListener('click', async () => {
    more.disabled = true;
    try {
      const items = folded.length > 0 ? folded.splice(0) : await draw(shown + MORE_HITS);
      for (const item of items) item.hidden = false;
      section.dataset['shown'] = String(shown);
      items[0]?.querySelector('a')?.focus();
      more.textContent = `还有 ${hits - drawn} 处`;
      if (drawn >= hits) more.remove();
    } finally {
      more.disabled = false;
    }
  });
  section.append(more);
}

/** What is common to all papers of a result. */
export interface HitsShown {
  /** What is hit in a title, a label or a topic. */
  find: (text: string) => readonly Mark[];
  addressOf: HitAddress;
  /** Hits shown of each paper at first. */
  limit: number;
  /** Whether the others are drawn at once too, and folded: so the browser's own search finds them. */
  isDrawnWhole: boolean;
}

/** Tells where a paper is, or a passage of it with one of the paper's hits, counted from 1. */
export type HitAddress = (id: string, passage?: string, hit?: number) => string;

function renderLine(
  { trail, isHeading, parts, firstHit }: ConcordanceLine,
  address: string,
): HTMLLIElement {
  const link = createElement('a', { href: address, 'data-hit': String(firstHit || '') });
  if (trail.length > 0) {
    const steps = trail.map(({ text, ordinal, isArticle }) =>
      isArticle ? createElement('b', {}, ordinal) : createElement('span', {}, text),
    );
    link.append(createElement('small', {}, ...steps));
  }
  link.append(createElement('span', {}, ...renderParts(parts)));
  return createElement('li', isHeading ? { 'data-heading': '' } : {}, link);
}

/** Draws text with its hits marked; what of a hit was not typed is marked otherwise. */
export function renderParts(parts: readonly TextPart[]): (Node | string)[] {
  return parts.map(({ text, isMatch, isGap }) =>
    isMatch ? createElement('mark', isGap ? { 'data-gap': '' } : {}, text) : text,
  );
}
