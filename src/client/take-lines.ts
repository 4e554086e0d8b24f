import type { MatchedGroup } from '../search/browser/match-texts.ts';
import { lastOf } from '../text/last-of.ts';
import { quotePassage, quoteTitle } from '../text/quote-passage.ts';
import { findSentenceEnds } from '../text/sentence-ends.ts';
import { writeTable } from '../text/write-table.ts';
import { copyText } from './copy-text.ts';
import { createElement } from './create-element.ts';
import { describeSource } from './describe-source.ts';
import type { ViewContext } from './view-context.ts';

/** Copies every line in quotation marks with its source. Returns whether the browser let it. */
export function copyLines(lines: readonly TakenLine[], context: ViewContext): Promise<boolean> {
  return copyText(`${lines.map((line) => quoteLine(line, context)).join('\n')}\n`);
}

/** Saves the lines as a table: CSV that Excel and WPS open with its Chinese intact. */
export function saveTable(lines: readonly TakenLine[], context: ViewContext): void {
  const { texts, state } = context;
  const rows = lines.map((line) => {
    const paper = texts.papers[line.paper];
    const { before, match, after } = divideLine(line);
    const source = describeSource(line);
    return [paper?.name, paper?.title, paper?.date, source, before, match, after].map(
      (cell) => cell ?? '',
    );
  });
  const head = ['文稿', '题目', '日期', '位置', '前文', '所查', '后文'];
  const file = new Blob([writeTable([head, ...rows])], { type: 'text/csv;charset=utf-8' });
  const address = URL.createObjectURL(file);
  const name = state.query
    .trim()
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .trim()
    .slice(0, 40);
  createElement('a', { href: address, download: `检索 ${name}.csv` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Prints all lines by themselves. */
export function printLines(lines: readonly TakenLine[], title: string, context: ViewContext): void {
  const items = lines.map((line) => createElement('li', {}, quoteLine(line, context)));
  const sheet = createElement(
    'section',
    { 'data-sheet': '' },
    createElement('h1', {}, title),
    createElement('ol', {}, ...items),
  );
  document.body.append(sheet);
  document.documentElement.dataset['sheet'] = '';
  addEventListener(
    'afterprint',
    () => {
      sheet.remove();
      delete document.documentElement.dataset['sheet'];
    },
    { once: true },
  );
  print();
}

/** A line of the result. */
export interface TakenLine extends MatchedGroup {
  paper: number;
}

function quoteLine(line: TakenLine, { texts }: ViewContext): string {
  const { before, match, after } = divideLine(line);
  const paper = texts.papers[line.paper];
  const label = paper && paper.label !== '' ? paper.label : '';
  const source = [paper ? label + quoteTitle(paper.title) : '', describeSource(line)];
  return `${quotePassage([before + match + after])}（${source.filter(Boolean).join('，')}）`;
}

/** The sentences around what was found, divided where it begins and ends. */
function divideLine({ passage: { text }, start, matches }: TakenLine) {
  const ends = findSentenceEnds(text);
  const first = matches[0]?.start ?? start;
  const last = matches.reduce((most, match) => Math.max(most, match.end), first);
  const from = lastOf(ends.filter((each) => each <= first)) ?? 0;
  const to = ends.find((each) => each >= last) ?? text.length;
  return {
    before: text.slice(from, first),
    match: text.slice(first, last),
    after: text.slice(last, to),
  };
}
