import type { MatchedPaper } from '../search/browser/match-texts.ts';
import { parentOf } from '../search/entry-trail.ts';
import { toChineseNumeral } from '../text/chinese-numerals.ts';
import { createElement } from './create-element.ts';
import { listMatches, type MatchInPlace } from './list-matches.ts';
import { renderPaperHead } from './render-hits.ts';
import type { ViewContext } from './view-context.ts';

/** Papers drawn; a screen that shows more shows nothing. */
const PAPERS_SHOWN = 60;

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Draws for each paper a strip of its length with its sections, and a tick for each hit that leads there.
 *
 * @throws When a text cannot be loaded.
 */
export async function renderSpread(
  papers: readonly MatchedPaper[],
  context: ViewContext,
): Promise<HTMLElement[]> {
  const { texts, isLarge, addressOf, state } = context;
  const byPaper = new Map(papers.map((each) => [each.paper, each]));
  // Of a small collection the papers without a hit are told too.
  const shown =
    isLarge || state.paper ? papers.map(({ paper }) => paper) : [...texts.papers.keys()];
  const strips = await Promise.all(
    shown.slice(0, PAPERS_SHOWN).map((paper) => measure(paper, byPaper.get(paper), context)),
  );
  const longest = Math.max(1, ...strips.map(({ length }) => length));
  const sections = strips.map((strip) => {
    const paper = texts.papers[strip.paper];
    if (!paper) return createElement('section');
    const [head] = renderPaperHead(
      paper,
      { head: 0, body: 0 },
      { find: () => [], addressOf, limit: 0, isDrawnWhole: true },
    );
    const rate = Math.round((strip.ticks.length * 10_000) / Math.max(1, strip.length));
    const count = createElement('p', {}, createElement('b', {}, String(strip.ticks.length)), ' 处');
    count.append(createElement('small', {}, `每万字 ${rate}`));
    const section = createElement('section', { 'data-spread': '' }, ...(head ? [head] : []));
    if (strip.ticks.length === 0) section.dataset['none'] = '';
    section.append(drawStrip(strip, longest), count);
    return section;
  });
  const left = shown.length - strips.length;
  const rest = `另有 ${left} 篇没有画出来，可以先收窄。`;
  return [
    ...(left > 0 || isLarge ? [] : renderYears(strips, context)),
    ...sections,
    ...(left > 0 ? [createElement('p', {}, rest)] : []),
  ];
}

/** Hits by year, in 10,000 characters of that year, where papers have dates of several. */
function renderYears(strips: readonly Strip[], { texts }: ViewContext): HTMLElement[] {
  const years = new Map<string, { hits: number; length: number }>();
  for (const { paper, length, ticks } of strips) {
    const year = (texts.papers[paper]?.date ?? '').slice(0, 4);
    if (!year) continue;
    const sum = years.get(year) ?? { hits: 0, length: 0 };
    years.set(year, { hits: sum.hits + ticks.length, length: sum.length + length });
  }
  if (years.size < 2) return [];
  const rates = [...years]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([year, { hits, length }]) => ({
      year,
      hits,
      rate: (hits * 10_000) / Math.max(1, length),
    }));
  const highest = Math.max(1, ...rates.map(({ rate }) => rate));
  const rows = rates.map(({ year, hits, rate }) => {
    const bar = createElement('i', { 'aria-hidden': 'true' });
    bar.style.width = `${(rate * 100) / highest}%`;
    return createElement(
      'tr',
      {},
      createElement('th', { scope: 'row' }, year),
      createElement('td', {}, bar),
      createElement('td', {}, `${hits} 处`),
      createElement('td', {}, `每万字 ${Math.round(rate)}`),
    );
  });
  return [createElement('table', { 'aria-label': '各年' }, ...rows)];
}

interface Strip {
  paper: number;
  /** Characters of the whole text. */
  length: number;
  /** Where each first-level section begins, and its number; the introduction first. */
  sections: { at: number; name: string }[];
  ticks: { at: number; match: MatchInPlace }[];
}

async function measure(
  paper: number,
  matched: MatchedPaper | undefined,
  context: ViewContext,
): Promise<Strip> {
  const { texts, signal } = context;
  const sections: Strip['sections'] = [];
  const matches = matched ? listMatches([matched], context) : [];
  const ticks: Strip['ticks'] = [];
  let length = 0;
  let next = 0;
  for (const piece of texts.listPieces(paper)) {
    const { passages, entries } = await texts.readPiece(paper, piece, signal);
    for (const passage of passages) {
      const own = entries[passage.id] ? [[0, passage.id] as const] : [];
      for (const [offset, place] of [...own, ...passage.places]) {
        if (!entries[place] || entries[place].isArticle || parentOf(place, entries)) continue;
        sections.push({ at: length + offset, name: toChineseNumeral(sections.length + 1) });
      }
      for (
        let match = matches[next];
        match && match.passage.id === passage.id && match.passage.text === passage.text;
        match = matches[next]
      ) {
        ticks.push({ at: length + match.start, match });
        next++;
      }
      length += passage.text.length;
    }
  }
  if (sections[0]?.at !== 0) sections.unshift({ at: 0, name: '引' });
  return { paper, length, sections, ticks };
}

function drawStrip({ length, sections, ticks }: Strip, longest: number): HTMLElement {
  const box = createElement('div');
  const svg = draw('svg', { width: '100%', height: '52' });
  const share = (at: number) => `${((at * 100) / longest).toFixed(2)}%`;
  for (const [index, { at, name }] of sections.entries()) {
    const end = sections[index + 1]?.at ?? length;
    const kind = name === '引' && at === 0 ? 'intro' : 'part';
    const line = { x1: share(at), x2: share(end), y1: '14', y2: '14' };
    svg.append(draw('line', { ...line, class: kind }));
    if (at > 0)
      svg.append(draw('line', { x1: share(at), x2: share(at), y1: '9', y2: '19', class: 'cut' }));
    // Names that would run into each other are left out.
    if ((end - at) / longest > 0.04) {
      const label = draw('text', { x: share(at), y: '44' });
      label.textContent = name;
      svg.append(label);
    }
  }
  const shown = createElement('p', { 'aria-hidden': 'true' });
  for (const [index, { at, match }] of ticks.entries()) {
    const { passage, start, end, address, hit } = match;
    const link = draw('a', { href: address, 'data-hit': String(hit ?? '') });
    const from = passage.text.slice(0, start).search(/[^。！？；]{0,24}$/u);
    const rest = passage.text.slice(end, end + 24).replace(/(?<=[。！？；]).*$/su, '');
    const parts = [passage.text.slice(from, start), passage.text.slice(start, end), rest];
    link.setAttribute('aria-label', `第 ${index + 1} 处：${parts.join('')}`);
    const x = { x1: share(at), x2: share(at) };
    link.append(
      draw('line', { ...x, y1: '0', y2: '28', class: 'reach' }),
      draw('line', { ...x, y1: '2', y2: '26', class: 'tick' }),
    );
    const tell = () =>
      shown.replaceChildren(
        parts[0] ?? '',
        createElement('mark', {}, parts[1] ?? ''),
        parts[2] ?? '',
      );
    link.addEventListener('pointerenter', tell);
    link.addEventListener('focus', tell);
    svg.append(link);
  }
  box.append(svg, shown);
  return box;
}

function draw<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>>,
): SVGElementTagNameMap[Tag] {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
