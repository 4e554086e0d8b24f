import { markTerms, type TextPart } from '../search/browser/concordance.ts';
import type { MatchedPaper } from '../search/browser/match-texts.ts';
import { orderBySound } from '../text/order-by-sound.ts';
import { createElement } from './create-element.ts';
import { listMatches, type MatchInPlace } from './list-matches.ts';
import { mapInTurns } from './map-in-turns.ts';
import type { ViewContext } from './view-context.ts';

/** Characters shown on each side, where there is room. */
const CONTEXT = 20;

/** So many lines are drawn whole; of more, what is near the screen. */
const DRAWN_WHOLE = 200;

/** Lines drawn beyond either edge of the screen. */
const BEYOND = 30;

const SORTS = [
  ['按后文', undefined],
  ['按前文', 'before'],
  ['按篇次', 'place'],
] as const;

/** Draws every hit as a line, the matches in one column. */
export async function renderLines(
  papers: readonly MatchedPaper[],
  context: ViewContext,
): Promise<HTMLElement[]> {
  const { state, texts, choose, signal } = context;
  const inPlace = [...papers].sort((one, other) => one.paper - other.paper);
  const found = await mapInTurns(inPlace, (paper) => listMatches([paper], context), signal);
  let lines = found.flat();
  if (state.align !== 'place') {
    const cut = state.align === 'before' ? cutBackwards : cutAfter;
    const beside = await mapInTurns(lines, cut, signal);
    const keyOf = orderBySound(beside);
    const keys = await mapInTurns(beside, keyOf, signal);
    lines = lines
      .map((line, index) => ({ line, key: keys[index] ?? '' }))
      .sort((one, other) => compare(one.key, other.key))
      .map(({ line }) => line);
  }
  const sorts = SORTS.map(([name, align]) => {
    const attributes = {
      type: 'button',
      value: `align=${align ?? ''}`,
      'aria-pressed': String(state.align === align),
    };
    const button = createElement('button', attributes, name);
    button.addEventListener('click', () => choose({ align }));
    return button;
  });
  const list = createElement('ol', { 'data-lines': state.align ?? 'after' });
  const draw = (line: MatchInPlace, index: number) => {
    const name = texts.papers[line.paper]?.name ?? '';
    return renderLine(line, name, index, lines.length);
  };
  if (lines.length <= DRAWN_WHOLE) list.append(...lines.map(draw));
  else
    drawWhatIsNear(
      list,
      lines.length,
      (index) => draw(lines[index] as MatchInPlace, index),
      signal,
    );
  return [
    createElement('div', { role: 'group', 'aria-label': '排列', 'data-sorts': '' }, ...sorts),
    list,
  ];
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function cutBefore({ passage: { text }, start }: MatchInPlace): string {
  return [...text.slice(Math.max(0, start - 2 * CONTEXT), start)].slice(-CONTEXT).join('');
}

function cutBackwards(match: MatchInPlace): string {
  return [...cutBefore(match)].reverse().join('');
}

function cutAfter({ passage: { text }, end }: MatchInPlace): string {
  return [...text.slice(end, end + 2 * CONTEXT)].slice(0, CONTEXT).join('');
}

/** What follows a match; of several terms the others that stand there are marked. */
function markAfter(match: MatchInPlace): TextPart[] {
  const { end, matches } = match;
  const after = cutAfter(match);
  const others = matches
    .map((each) => ({ start: each.start - end, end: each.end - end }))
    .filter((each) => each.start >= 0 && each.end <= after.length);
  return markTerms(after, others);
}

function renderLine(match: MatchInPlace, name: string, index: number, total: number): HTMLElement {
  const { passage, start, end, hit, address } = match;
  const link = createElement(
    'a',
    { href: address(), 'data-hit': String(hit ?? '') },
    createElement('small', {}, name),
    createElement('span', {}, createElement('i', {}, cutBefore(match))),
    createElement('mark', {}, passage.text.slice(start, end)),
    createElement(
      'span',
      {},
      ...markAfter(match).map(({ text, isMatch }) =>
        isMatch ? createElement('b', {}, text) : text,
      ),
    ),
  );
  const place = { 'aria-posinset': String(index + 1), 'aria-setsize': String(total) };
  return createElement('li', place, link);
}

/** Draws what of a long list is on the screen or near, and the rest when it comes there. */
function drawWhatIsNear(
  list: HTMLElement,
  total: number,
  draw: (index: number) => HTMLElement,
  signal: AbortSignal,
): void {
  list.dataset['long'] = '';
  const first = draw(0);
  list.append(first);
  let from = -1;
  let to = -1;
  const update = () => {
    const height = parseFloat(getComputedStyle(list).lineHeight) || 32;
    const { top } = list.getBoundingClientRect();
    const start = Math.max(0, Math.floor(-top / height) - BEYOND);
    const end = Math.min(total, Math.ceil((innerHeight - top) / height) + BEYOND);
    if (start === from && end === to) return;
    const focused = list.contains(document.activeElement);
    // What the reader is at stays, and scrolling a little draws nothing.
    if (from >= 0 && focused && Math.abs(start - from) < BEYOND / 2) return;
    from = start;
    to = end;
    list.style.height = `${total * height}px`;
    list.style.paddingTop = `${start * height}px`;
    list.replaceChildren(
      ...Array.from({ length: Math.max(0, end - start) }, (_, at) => draw(start + at)),
    );
  };
  const options = { passive: true, signal };
  addEventListener('scroll', update, options);
  addEventListener('resize', update, options);
  requestAnimationFrame(update);
}
