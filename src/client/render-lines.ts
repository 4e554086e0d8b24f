import { markTerms, type TextPart } from '../search/browser/concordance.ts';
import type { MatchedPaper } from '../search/browser/match-texts.ts';
import { orderBySound } from '../text/order-by-sound.ts';
import { createElement } from './create-element.ts';
import { listMatches, type MatchInPlace } from './list-matches.ts';
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
export function renderLines(papers: readonly MatchedPaper[], context: ViewContext): HTMLElement[] {
  const { state, texts, choose, signal } = context;
  const lines = listMatches(
    papers.toSorted((one, other) => one.paper - other.paper),
    context,
  ).map((match) => ({ match, ...cutContext(match) }));
  if (state.align !== 'place') {
    const side = state.align === 'before' ? ('before' as const) : ('after' as const);
    const texted = lines.map((line) =>
      side === 'before' ? [...line.before].reverse().join('') : joinParts(line.after),
    );
    const keyOf = orderBySound(texted);
    const keys = new Map(lines.map((line, index) => [line, keyOf(texted[index] ?? '')]));
    lines.sort((one, other) => compare(keys.get(one) ?? '', keys.get(other) ?? ''));
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
  const draw = (line: Line, index: number) => {
    const name = texts.papers[line.match.paper]?.name ?? '';
    return renderLine(line, name, index, lines.length);
  };
  if (lines.length <= DRAWN_WHOLE) list.append(...lines.map(draw));
  else drawWhatIsNear(list, lines.length, (index) => draw(lines[index] as Line, index), signal);
  return [
    createElement('div', { role: 'group', 'aria-label': '排列', 'data-sorts': '' }, ...sorts),
    list,
  ];
}

interface Line {
  match: MatchInPlace;
  before: string;
  /** Other terms that stand behind the first are marked. */
  after: TextPart[];
}

function joinParts(parts: readonly TextPart[]): string {
  return parts.map(({ text }) => text).join('');
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function cutContext({ passage: { text }, start, end, matches }: MatchInPlace) {
  const after = [...text.slice(end, end + 2 * CONTEXT)].slice(0, CONTEXT).join('');
  const others = matches
    .map((match) => ({ start: match.start - end, end: match.end - end }))
    .filter((match) => match.start >= 0 && match.end <= after.length);
  return {
    before: [...text.slice(Math.max(0, start - 2 * CONTEXT), start)].slice(-CONTEXT).join(''),
    after: markTerms(after, others),
  };
}

function renderLine(
  { match: { passage, start, end, hit, address }, before, after }: Line,
  name: string,
  index: number,
  total: number,
): HTMLElement {
  const link = createElement(
    'a',
    { href: address, 'data-hit': String(hit ?? '') },
    createElement('small', {}, name),
    createElement('span', {}, createElement('i', {}, before)),
    createElement('mark', {}, passage.text.slice(start, end)),
    createElement(
      'span',
      {},
      ...after.map(({ text, isMatch }) => (isMatch ? createElement('b', {}, text) : text)),
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
