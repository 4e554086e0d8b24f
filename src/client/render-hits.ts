import {
  type ConcordanceLine,
  findTerms,
  listHits,
  markTerms,
  type TextPart,
} from '../search/browser/concordance.ts';
import type { FoundPaper } from '../search/browser/search-engine.ts';
import type { SearchDocument } from '../search/search-document.ts';
import type { Folded } from '../text/fold.ts';
import { createElement } from './create-element.ts';

/**
 * Draws a paper's hits: its name, its title if that is hit, and the concordance, of which all beyond
 * `limit` hits unfold on demand.
 */
export function renderHits(
  paper: SearchDocument,
  { head, body }: FoundPaper,
  { terms, fold, addressOf, limit }: HitsShown,
): HTMLElement {
  const mark = (text: string) => renderParts(markTerms(text, findTerms(text, terms, fold)));
  const start = addressOf(paper.id);
  const isInTitle = head > 0 && findTerms(paper.title, terms, fold).length > 0;
  const title = createElement('a', { href: start });
  title.append(createElement('small', {}, '题目'), createElement('span', {}, ...mark(paper.title)));

  const lines = listHits(paper, terms, fold);
  const items = lines.map((line) =>
    renderLine(line, addressOf(paper.id, line.passage, line.firstHit)),
  );
  let shown = 0;
  for (const [at, item] of items.entries()) {
    item.hidden = shown >= limit;
    if (!item.hidden) shown += lines[at]?.hits ?? 0;
  }

  const name = createElement('a', { href: start }, ...mark(paper.label));
  return createElement(
    'section',
    body > 0 ? { 'data-paper': paper.id, 'data-count': String(body) } : {},
    createElement(
      'header',
      {},
      createElement('h2', {}, name),
      createElement('p', {}, ...mark(paper.topic)),
    ),
    ...(isInTitle || items.length > 0
      ? [
          createElement(
            'ul',
            {},
            ...(isInTitle ? [createElement('li', { 'data-heading': '' }, title)] : []),
            ...items,
          ),
        ]
      : []),
    ...(shown < body ? [renderRest(items, body - shown)] : []),
  );
}

/** What is common to all papers of a result. */
export interface HitsShown {
  terms: readonly string[];
  fold: (text: string) => Folded;
  addressOf: HitAddress;
  limit: number;
}

/** Tells where a paper is, or a passage of it with one of the paper's hits, counted from 1. */
export type HitAddress = (id: string, passage?: string, hit?: number) => string;

/** A button that unfolds what is hidden. */
function renderRest(items: readonly HTMLElement[], hits: number): HTMLElement {
  const button = createElement('button', { type: 'button', 'data-more': '' }, `还有 ${hits} 处`);
  button.addEventListener('click', () => {
    const hidden = items.filter((item) => item.hidden);
    for (const item of hidden) item.hidden = false;
    hidden[0]?.querySelector('a')?.focus();
    button.remove();
  });
  return button;
}

function renderLine(
  { trail, isHeading, parts, firstHit }: ConcordanceLine,
  address: string,
): HTMLLIElement {
  const link = createElement('a', { href: address, 'data-hit': String(firstHit) });
  if (trail.length > 0) {
    const steps = trail.map(({ text }) => createElement('span', {}, text));
    link.append(createElement('small', {}, ...steps));
  }
  link.append(createElement('span', {}, ...renderParts(parts)));
  return createElement('li', isHeading ? { 'data-heading': '' } : {}, link);
}

function renderParts(parts: readonly TextPart[]): (Node | string)[] {
  return parts.map(({ text, isMatch }) => (isMatch ? createElement('mark', {}, text) : text));
}
