import type { Narrowing } from '../search/browser/narrow-papers.ts';
import type { FoundPaper } from '../search/browser/search-engine.ts';
import { lastOf } from '../text/last-of.ts';
import { createElement } from './create-element.ts';
import { createSvg } from './create-svg.ts';
import type { ViewContext } from './view-context.ts';

/** Pixels of the chart, of its highest column, and where its years are written. */
const HEIGHT = 108;
const HIGHEST = 68;
const BASE = 86;
const LABELS = 103;

/** So many years are written below it, and so many rates over the columns. */
const LABELLED = 12;

/**
 * Counts hits by year and per 10,000 characters of that year, in all papers the result could stand in.
 *
 * @returns The years that have papers, in order; none where they have no dates of several years.
 * @throws When a text cannot be loaded.
 */
export async function countYears(
  papers: readonly FoundPaper[],
  { paper: only, topic, year: chosen }: Narrowing,
  context: ViewContext,
): Promise<YearCount[]> {
  const { texts } = context;
  const hits = new Map(papers.map(({ paper, body }) => [paper, body]));
  const years = new Map<string, YearCount>();
  for (const [paper, { date, topic: own }] of texts.papers.entries()) {
    const year = date.slice(0, 4);
    const isMeant =
      (only ?? paper + 1) === paper + 1 && (topic ?? own) === own && (chosen ?? year) === year;
    if (!year || !isMeant) continue;
    const sum = years.get(year) ?? { year, hits: 0, characters: 0, rate: 0 };
    sum.hits += hits.get(paper) ?? 0;
    sum.characters += await measurePaper(paper, context);
    sum.rate = (sum.hits * 10_000) / Math.max(1, sum.characters);
    years.set(year, sum);
  }
  const counted = [...years.values()].sort((one, other) => (one.year < other.year ? -1 : 1));
  return counted.length > 1 ? counted : [];
}

/** Draws the rates of the years as columns, each in its place in time. */
export function renderYearChart(years: readonly YearCount[]): HTMLElement[] {
  const [first] = years;
  if (!first) return [];
  const start = Number(first.year);
  const count = Number(lastOf(years)?.year) - start + 1;
  const highest = Math.max(...years.map(({ rate }) => rate)) || 1;
  const step = Math.ceil(count / LABELLED);
  const svg = createSvg('svg', { width: '100%', height: String(HEIGHT), 'aria-hidden': 'true' });
  const share = (at: number) => `${((at * 100) / count).toFixed(2)}%`;
  svg.append(createSvg('line', { x1: '0', x2: '100%', y1: String(BASE), y2: String(BASE) }));
  for (const { year, rate } of years) {
    const at = Number(year) - start;
    const height = (rate * HIGHEST) / highest;
    const middle = share(at + 0.5);
    svg.append(
      createSvg('rect', {
        x: share(at + 0.25),
        width: share(0.5),
        y: String(BASE - height),
        height: String(height),
      }),
    );
    if (step === 1) svg.append(write(formatRate(rate), middle, BASE - height - 5));
    if (at % step === 0) svg.append(write(year, middle, LABELS));
  }
  const caption = createElement('figcaption', {}, '各年每万字的处数');
  const figure = createElement('figure', { 'data-years': '' }, caption);
  figure.append(svg);
  return [figure];
}

/** Hits per 10,000 characters as it is written. */
export function formatRate(rate: number): string {
  return rate >= 10 || rate === 0 ? String(Math.round(rate)) : rate.toFixed(1);
}

/** What is found in the papers of a year. */
export interface YearCount {
  year: string;
  hits: number;
  /** Of all its papers. */
  characters: number;
  /** Hits per 10,000 characters. */
  rate: number;
}

/** Characters of a paper's text; of thousands of papers about, from the places they have in the index. */
async function measurePaper(
  paper: number,
  { texts, isLarge, signal }: ViewContext,
): Promise<number> {
  const about = texts.estimate(paper);
  if (isLarge && about !== undefined) return about;
  let characters = 0;
  for (const piece of texts.listPieces(paper).keys()) {
    const { passages } = await texts.readPiece(paper, piece, signal);
    characters += passages.reduce((sum, { text }) => sum + text.length, 0);
  }
  return characters;
}

function write(text: string, x: string, y: number): SVGElement {
  const label = createSvg('text', { x, y: String(y), 'text-anchor': 'middle' });
  label.textContent = text;
  return label;
}
