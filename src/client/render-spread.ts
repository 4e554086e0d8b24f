import type { FoundMatches } from '../search/browser/match-texts.ts';
import type { Narrowing } from '../search/browser/narrow-papers.ts';
import { createElement } from './create-element.ts';
import { createSvg } from './create-svg.ts';
import { measureStrip, type Strip } from './measure-strip.ts';
import { renderPaperHead } from './render-hits.ts';
import { renderSpreadTables } from './render-spread-tables.ts';
import type { ViewContext } from './view-context.ts';
import { countYears, formatRate, renderYearChart } from './year-chart.ts';

/** Papers drawn; a screen that shows more shows nothing. */
const PAPERS_SHOWN = 60;

/**
 * Draws how often hits stand in each year, and for each paper a strip of its length with its sections and a
 * tick for each hit that leads there; the same as tables too.
 *
 * @throws When a text cannot be loaded.
 */
export async function renderSpread(
  papers: readonly FoundMatches[],
  narrowing: Narrowing,
  context: ViewContext,
): Promise<HTMLElement[]> {
  const { texts, isLarge, addressOf, state } = context;
  const byPaper = new Map(papers.map((each) => [each.paper, each]));
  // Of a small collection the papers without a hit are told too.
  const shown =
    isLarge || state.paper ? papers.map(({ paper }) => paper) : [...texts.papers.keys()];
  const strips = await Promise.all(
    shown.slice(0, PAPERS_SHOWN).map((paper) => measureStrip(paper, byPaper.get(paper), context)),
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
    const rate = formatRate((strip.ticks.length * 10_000) / Math.max(1, strip.length));
    const count = createElement('p', {}, createElement('b', {}, String(strip.ticks.length)), ' 处');
    count.append(createElement('small', {}, `每万字 ${rate}`));
    const section = createElement('section', { 'data-spread': '' }, ...(head ? [head] : []));
    if (strip.ticks.length === 0) section.dataset['none'] = '';
    section.append(drawStrip(strip, longest), count);
    return section;
  });
  const left = shown.length - strips.length;
  const rest = `另有 ${left} 篇没有画出来，可以先收窄。`;
  const years = await countYears(papers, narrowing, context);
  return [
    ...renderYearChart(years),
    ...sections,
    ...(left > 0 ? [createElement('p', {}, rest)] : []),
    renderSpreadTables(years, strips, texts.papers),
  ];
}

function drawStrip({ length, sections, ticks }: Strip, longest: number): HTMLElement {
  const box = createElement('div');
  const svg = createSvg('svg', { width: '100%', height: '52' });
  const share = (at: number) => `${((at * 100) / longest).toFixed(2)}%`;
  for (const [index, { at, name }] of sections.entries()) {
    const end = sections[index + 1]?.at ?? length;
    const kind = name === '引' && at === 0 ? 'intro' : 'part';
    const line = { x1: share(at), x2: share(end), y1: '14', y2: '14' };
    svg.append(createSvg('line', { ...line, class: kind }));
    if (at > 0)
      svg.append(
        createSvg('line', { x1: share(at), x2: share(at), y1: '9', y2: '19', class: 'cut' }),
      );
    // Names that would run into each other are left out.
    if ((end - at) / longest > 0.04) {
      const label = createSvg('text', { x: share(at), y: '44' });
      label.textContent = name;
      svg.append(label);
    }
  }
  const shown = createElement('p', { 'aria-hidden': 'true' });
  for (const [index, { at, match }] of ticks.entries()) {
    const { passage, start, end, address, hit } = match;
    const link = createSvg('a', { href: address(), 'data-hit': String(hit ?? '') });
    const from = passage.text.slice(0, start).search(/[^。！？；]{0,24}$/u);
    const rest = passage.text.slice(end, end + 24).replace(/(?<=[。！？；]).*$/su, '');
    const parts = [passage.text.slice(from, start), passage.text.slice(start, end), rest];
    link.setAttribute('aria-label', `第 ${index + 1} 处：${parts.join('')}`);
    const x = { x1: share(at), x2: share(at) };
    link.append(
      createSvg('line', { ...x, y1: '0', y2: '28', class: 'reach' }),
      createSvg('line', { ...x, y1: '2', y2: '26', class: 'tick' }),
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
