import type { Answer } from '../search/browser/answer-query.ts';
import type { NarrowingChoice } from '../search/browser/narrow-papers.ts';
import type { SearchState } from '../search/browser/search-state.ts';
import type { SearchPaper } from '../search/search-document.ts';
import { createElement } from './create-element.ts';

/** Draws the papers of a small collection, each with its count, to narrow the results to. */
export function renderPaperChips(
  { found, narrowing }: Arrangement,
  papers: readonly SearchPaper[],
  state: SearchState,
  choose: Choose,
): HTMLElement {
  const counts = new Map(found.map(({ paper, body }) => [paper, body]));
  const chips = papers.map(({ name }, paper) => {
    // Read out without a space, name and count would be one: 第一篇1.
    const content = [`${name} `, createElement('b', {}, String(counts.get(paper) ?? 0))];
    if (!counts.has(paper)) return createElement('span', {}, ...content);
    const isChosen = state.paper === paper + 1;
    const choice = { paper: isChosen ? undefined : paper + 1 };
    return renderChoice(`paper=${paper}`, content, isChosen, () => choose(choice));
  });
  const back =
    narrowing.paper === undefined
      ? []
      : [renderChoice('paper=', ['看全部'], false, () => choose({ paper: undefined }))];
  return createElement('div', { role: 'group', 'aria-label': '按篇筛选' }, ...back, ...chips);
}

/** Draws the orders results can stand in. */
export function renderOrders(isLarge: boolean, { sort }: SearchState, choose: Choose): HTMLElement {
  const other = isLarge ? 'date' : 'order';
  const choices = [
    renderChoice('sort=', ['按相关'], sort !== other, () => choose({ sort: undefined })),
    renderChoice(`sort=${other}`, [isLarge ? '按日期' : '按篇次'], sort === other, () =>
      choose({ sort: other }),
    ),
  ];
  return createElement('div', { role: 'group', 'aria-label': '排序' }, ...choices);
}

/**
 * Draws the topics and the years of a large collection, each with the papers it would leave; on a small
 * screen behind two buttons. Nothing where there is nothing to choose.
 */
export function renderRail(
  { narrowing: { topic, year, topics, years } }: Arrangement,
  choose: Choose,
): HTMLElement[] {
  const facets = [
    {
      name: '主题',
      none: '没有主题',
      chosen: topic,
      choices: topics,
      choose: (value?: string) => choose({ topic: value }),
    },
    {
      name: '年份',
      none: '没有日期',
      chosen: year,
      choices: years,
      choose: (value?: string) => choose({ year: value }),
    },
  ].filter(({ chosen, choices }) => choices.length > 1 || chosen !== undefined);
  if (facets.length === 0) return [];
  const close = createElement('button', { type: 'button', popovertarget: 'narrowing' }, '关闭');
  close.setAttribute('popovertargetaction', 'hide');
  const rail = createElement(
    'nav',
    { id: 'narrowing', 'aria-label': '收窄', popover: '' },
    createElement('header', {}, createElement('b', {}, '收窄'), close),
    ...facets.flatMap((facet) => [createElement('h2', {}, facet.name), renderFacet(facet)]),
  );
  const buttons = facets.map(({ name, none, chosen }) => {
    const value = createElement('b', {}, chosen === undefined ? '不限' : chosen || none);
    return createElement('button', { type: 'button', popovertarget: 'narrowing' }, name, value);
  });
  return [createElement('div', { 'data-open': '' }, ...buttons), rail];
}

function renderFacet({ name, none, chosen, choices, choose }: Facet): HTMLElement {
  const total = choices.reduce((sum, { papers }) => sum + papers, 0);
  const render = (text: string, papers: number, value?: string) => {
    const content = [createElement('span', {}, text), createElement('small', {}, String(papers))];
    const key = `${name}=${value}`;
    const choice = renderChoice(key, content, chosen === value, () => choose(value));
    return createElement('li', {}, choice);
  };
  return createElement(
    'ul',
    {},
    render('不限', total),
    ...choices.map(({ value, papers }) => render(value || none, papers, value)),
  );
}

/** @param key Tells the choice from all others, when it is drawn anew. */
function renderChoice(
  key: string,
  content: readonly (Node | string)[],
  isChosen: boolean,
  choose: () => void,
): HTMLElement {
  const attributes = { type: 'button', value: key, 'aria-pressed': String(isChosen) };
  const button = createElement('button', attributes, ...content);
  button.addEventListener('click', choose);
  return button;
}

/** What of an answer can be narrowed. */
type Arrangement = Pick<Answer, 'found' | 'narrowing'>;

type Choose = (choice: Partial<SearchState>) => void;

interface Facet {
  name: string;
  none: string;
  chosen: string | undefined;
  choices: readonly NarrowingChoice[];
  choose: (value?: string) => void;
}
