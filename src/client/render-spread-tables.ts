import type { SearchPaper } from '../search/search-document.ts';
import { createElement } from './create-element.ts';
import type { Strip } from './measure-strip.ts';
import { formatRate, type YearCount } from './year-chart.ts';

/** Writes as tables what the drawings show, for whoever does not see them or wants the numbers. */
export function renderSpreadTables(
  years: readonly YearCount[],
  strips: readonly Strip[],
  papers: readonly SearchPaper[],
): HTMLElement {
  const byYear = years.map(({ year, hits, characters, rate }) =>
    createElement(
      'tr',
      {},
      createElement('th', { scope: 'row' }, year),
      ...renderCells([String(hits), characters.toLocaleString('en'), formatRate(rate)]),
    ),
  );
  const byPaper = strips.map((strip) => renderPaperRows(strip, papers[strip.paper]?.name ?? ''));
  return createElement(
    'details',
    {},
    createElement('summary', {}, '看成表格'),
    ...(years.length > 0
      ? [
          renderTable(
            '各年',
            ['年', '处', '字数', '每万字'],
            [createElement('tbody', {}, ...byYear)],
          ),
        ]
      : []),
    renderTable('各篇', ['文稿', '部分', '处'], byPaper),
  );
}

/** A paper, and in further rows its sections, where it has several. */
function renderPaperRows({ length, sections, ticks }: Strip, name: string): HTMLElement {
  const rows = sections.map(({ at, heading }, index) => {
    const end = sections[index + 1]?.at ?? length;
    const hits = ticks.filter((tick) => tick.at >= at && tick.at < end).length;
    return createElement(
      'tr',
      {},
      createElement('th', { scope: 'row' }, heading),
      ...renderCells([String(hits)]),
    );
  });
  const parts = rows.length > 1 ? rows : [];
  const head = { scope: 'rowgroup', rowspan: String(parts.length + 1) };
  const whole = createElement(
    'tr',
    {},
    createElement('th', head, name),
    ...renderCells(['全篇', String(ticks.length)]),
  );
  return createElement('tbody', {}, whole, ...parts);
}

function renderTable(
  caption: string,
  heads: readonly string[],
  bodies: readonly HTMLElement[],
): HTMLElement {
  const row = createElement('tr');
  row.append(...heads.map((head) => createElement('th', { scope: 'col' }, head)));
  return createElement(
    'table',
    {},
    createElement('caption', {}, caption),
    createElement('thead', {}, row),
    ...bodies,
  );
}

function renderCells(texts: readonly string[]): HTMLElement[] {
  return texts.map((text) => createElement('td', {}, text));
}
