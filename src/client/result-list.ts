import type { Answer } from '../search/browser/answer-query.ts';
import type { ConcordanceLine, Mark } from '../search/browser/concordance.ts';
import type { FoundPaper } from '../search/browser/search-engine.ts';
import type { Searchable } from '../search/browser/searchable.ts';
import { createElement } from './create-element.ts';
import type { KeptResults } from './kept-results.ts';
import { type HitAddress, type HitsShown, renderHits, renderPaperHead } from './render-hits.ts';

/** Papers shown at a time. */
const PAPERS_AT_A_TIME = 10;

/** Hits shown before a reader asks for more, and of each paper at least. */
const HITS_AT_FIRST = 50;
const HITS_OF_EACH = 3;

/**
 * Draws the papers an answer finds. Every paper is there at once, as a section with its id and its count;
 * ten at a time are shown, named and with their hits. In a large collection hits are read and drawn when
 * the reader comes to them.
 *
 * @returns The sections, and a button for those that are not shown.
 * @throws When a text cannot be loaded.
 */
export async function renderResults(
  { shown: papers }: Pick<Answer, 'shown'>,
  { texts, find, readLines, addressOf, isLarge, undrawn, signal, kept }: ResultContext,
): Promise<HTMLElement[]> {
  const hits = papers.reduce((sum, { body }) => sum + body, 0);
  const first = Math.min(papers.length, PAPERS_AT_A_TIME);
  const ofEach = Math.max(HITS_OF_EACH, Math.floor(HITS_AT_FIRST / first));
  const isShort = hits <= HITS_AT_FIRST && !(isLarge && papers.length > 1);
  const shown: HitsShown = {
    find,
    addressOf,
    limit: isShort ? HITS_AT_FIRST : isLarge && papers.length > 1 ? HITS_OF_EACH : ofEach,
    isDrawnWhole: !isLarge,
  };
  const draw = async (section: HTMLElement, found: FoundPaper) => {
    const { id = '' } = texts.papers[found.paper] ?? {};
    const limit = Math.max(shown.limit, kept?.hits[id] ?? 0);
    await renderHits(section, readLines(found), { id, hits: found.body }, { ...shown, limit });
  };
  const drawWhenSeen = (section: HTMLElement, found: FoundPaper) => {
    draw(section, found).catch(() => {
      if (signal.aborted) return;
      const retry = createElement('button', { type: 'button', 'data-more': '' });
      retry.append('没能取到这一篇，再试一次');
      retry.addEventListener('click', () => {
        retry.remove();
        drawWhenSeen(section, found);
      });
      section.append(retry);
    });
  };
  const waiting = new Map<Element, FoundPaper>();
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const found = waiting.get(target);
      if (!isIntersecting || !found) continue;
      waiting.delete(target);
      observer.unobserve(target);
      drawWhenSeen(target as HTMLElement, found);
    }
  });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });

  const sections = papers.map(({ paper, body }) => takeSection(undrawn, { paper, body }, texts));
  const unfold = async (start: number, end: number, isDrawnAtOnce: boolean) => {
    if (signal.aborted) return;
    const drawn: Promise<void>[] = [];
    for (let at = start; at < Math.min(end, papers.length); at++) {
      const section = sections[at];
      const found = papers[at];
      const paper = found && texts.papers[found.paper];
      if (!section || !paper) continue;
      undrawn.delete(found.paper);
      section.append(...renderPaperHead(paper, found, shown));
      section.hidden = false;
      // What a reader comes back to has its height before they are led to their place in it.
      if (isDrawnAtOnce || kept?.hits[paper.id] !== undefined) drawn.push(draw(section, found));
      else {
        waiting.set(section, found);
        observer.observe(section);
      }
    }
    await Promise.all(drawn);
  };
  let next = Math.max(PAPERS_AT_A_TIME, kept?.papers ?? 0);
  await unfold(0, next, !isLarge);
  if (papers.length <= next) return sections;

  const more = createElement('button', { type: 'button', 'data-more': '' });
  const describe = () => {
    const left = papers.length - next;
    more.textContent = `再看 ${Math.min(left, PAPERS_AT_A_TIME)} 篇（还有 ${left} 篇）`;
  };
  describe();
  more.addEventListener('click', () => {
    const start = next;
    next += PAPERS_AT_A_TIME;
    void unfold(start, next, false);
    // What is shown stands before the button, what is not behind it.
    sections[Math.min(next, papers.length) - 1]?.after(more);
    sections[start]?.querySelector('a')?.focus();
    if (next < papers.length) describe();
    else more.remove();
  });
  return [...sections.slice(0, next), more, ...sections.slice(next)];
}

/** What results are drawn from and for. */
export interface ResultContext {
  texts: Searchable;
  /** What is hit in a title, a label or a topic. */
  find: (text: string) => readonly Mark[];
  /** Reads a paper's hits, a line at a time. */
  readLines: (found: FoundPaper) => AsyncIterator<ConcordanceLine, undefined>;
  addressOf: HitAddress;
  /** Whether the collection is so large that papers go by their titles. */
  isLarge: boolean;
  undrawn: UndrawnSections;
  /** How far a reader who comes back had come. */
  kept?: KeptResults | undefined;
  /** Aborted when another answer takes the place of this one. */
  signal: AbortSignal;
}

/**
 * Sections of papers that nothing was drawn into, by the papers' places in the collection. They are used
 * again: a query may find thousands of papers, and to make as many elements takes longer than to find them.
 */
export type UndrawnSections = Map<number, { section: HTMLElement; body: number }>;

function takeSection(
  undrawn: UndrawnSections,
  { paper, body }: Pick<FoundPaper, 'paper' | 'body'>,
  { papers }: Searchable,
): HTMLElement {
  const known = undrawn.get(paper);
  if (known?.body === body) return known.section;
  const section = known?.section ?? createElement('section', { hidden: '' });
  undrawn.set(paper, { section, body });
  if (body > 0) {
    section.setAttribute('data-paper', papers[paper]?.id ?? '');
    section.setAttribute('data-count', String(body));
  } else {
    section.removeAttribute('data-paper');
    section.removeAttribute('data-count');
  }
  return section;
}
