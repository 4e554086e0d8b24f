import type { Paper } from './paper.ts';

/** A hundred or two a page is what a reader scans, and keeps the pages of thousands few. */
export const ROWS_A_PAGE = 200;

/** Groups beyond these share a list, or 300 topics would be 300 files. */
const MAX_OWN_LISTS = 40;

/** Columns of years that a window shows side by side. */
const MAX_DECADES = 5;

const latest = new WeakMap<readonly Paper[], PaperLists>();

/**
 * Draws up the lists by which papers of a large collection are found: all of them in each order, and
 * those of one topic or year. Topics beyond the 40 largest share one list, divided by topic; so do the
 * years before the last five decades. The newest stand first.
 *
 * @param papers In the order of the collection.
 */
export function listPapers(papers: readonly Paper[]): PaperLists {
  const known = latest.get(papers);
  if (known) return known;
  const made = makeLists(papers);
  latest.set(papers, made);
  return made;
}

/** Address of a list, or of a further page of it, from the site's root. */
export function listAddress(path: string, page = 1): string {
  return `/lists/${encodeURI(pagePath(path, page))}.html`;
}

/** Divides the lists into pages. */
export function listPages({ all, topics, years }: PaperLists): ListPage[] {
  const lists = [...all, ...topics.lists, ...years.lists];
  return lists.flatMap((list) => {
    const pages = Math.ceil(countRows(list) / ROWS_A_PAGE);
    return Array.from({ length: pages }, (_, index) => ({
      list,
      page: index + 1,
      pages,
      path: pagePath(list.path, index + 1),
      sections: cutSections(list.sections, index * ROWS_A_PAGE),
    }));
  });
}

/** Puts papers by date, the newest first, those without one last. */
export function sortByDate(papers: readonly Paper[]): Paper[] {
  return papers.toSorted(
    ({ date: one = '' }, { date: other = '' }) => Number(one < other) - Number(one > other),
  );
}

/** Puts papers by title, in the order of pinyin, numbers in it counted, the newer of equals first. */
export function sortByTitle(papers: readonly Paper[]): Paper[] {
  const { compare } = new Intl.Collator('zh-CN', { numeric: true });
  return sortByDate(papers).sort((one, other) => compare(one.title, other.title));
}

/** The first and the last year of some papers: `1958—2024`; empty where none has a date. */
export function describeYears(papers: readonly Paper[]): string {
  const years = papers.flatMap(({ date }) => (date ? [date.slice(0, 4)] : [])).sort();
  const [first = '', last = first] = [years[0], years.at(-1)];
  return first === last ? first : `${first}—${last}`;
}

function makeLists(papers: readonly Paper[]): PaperLists {
  const newest = sortByDate(papers);
  return { all: listAll(papers, newest), topics: listTopics(newest), years: listYears(newest) };
}

function listAll(papers: readonly Paper[], newest: readonly Paper[]): PaperList[] {
  const all = (order: Order, sorted: readonly Paper[]): PaperList => ({
    kind: 'all',
    path: order,
    order,
    title: '全部',
    sections: [{ papers: sorted }],
  });
  return [
    ...(papers.some(({ date }) => date) ? [all('date', newest)] : []),
    all('title', sortByTitle(papers)),
    ...(papers.some(({ order }) => order) ? [all('order', papers)] : []),
  ];
}

function listTopics(newest: readonly Paper[]): GroupedLists {
  const byTopic = Map.groupBy(newest, ({ topic }) => topic);
  const without = byTopic.get(undefined) ?? [];
  byTopic.delete(undefined);
  if (byTopic.size === 0) return { groups: [], lists: [] };
  const sorted = [...byTopic].map(([name = '', papers]) => ({ name, papers }));
  sorted.sort((one, other) => other.papers.length - one.papers.length);
  const paths = new Set(['topic/rest', 'topic/none']);
  const own = sorted.slice(0, MAX_OWN_LISTS).map(({ name, papers }) => {
    const path = findFreePath(`topic/${toFileName(name)}`, paths);
    return { kind: 'topic', path, title: name, sections: [{ papers }] } as const;
  });
  const rest = shareList('topic', 'topic/rest', '其他主题', sorted.slice(MAX_OWN_LISTS));
  const none = without.length
    ? [
        {
          kind: 'topic',
          path: 'topic/none',
          title: '未注主题',
          sections: [{ papers: without }],
        } as const,
      ]
    : [];
  const lists = [...own, ...rest.lists, ...none];
  return { lists, groups: [...own.map(groupOf), ...rest.groups, ...none.map(groupOf)] };
}

function listYears(newest: readonly Paper[]): GroupedLists {
  const byYear = Map.groupBy(newest, ({ date }) => date?.slice(0, 4) ?? '');
  const without = byYear.get('') ?? [];
  byYear.delete('');
  if (byYear.size === 0) return { groups: [], lists: [] };
  const years = [...byYear].map(([name, papers]) => ({ name, papers }));
  const last = Math.floor(Number(years[0]?.name) / 10) * 10;
  const first = last - (MAX_DECADES - 1) * 10;
  const own = years
    .filter(({ name }) => Number(name) >= first)
    .map(
      ({ name, papers }) =>
        ({ kind: 'year', path: `year/${name}`, title: name, sections: [{ papers }] }) as const,
    );
  const older = years.filter(({ name }) => Number(name) < first);
  const before = shareList('year', `year/before-${first}`, `${first} 年以前`, older);
  const none = without.length
    ? [
        {
          kind: 'year',
          path: 'year/none',
          title: '未注日期',
          sections: [{ papers: without }],
        } as const,
      ]
    : [];
  const lists = [...own, ...before.lists, ...none];
  return { lists, groups: [...own.map(groupOf), ...before.groups, ...none.map(groupOf)] };
}

/** One list for several groups, each a section of it that has an address. */
function shareList(
  kind: 'topic' | 'year',
  path: string,
  title: string,
  named: readonly { name: string; papers: readonly Paper[] }[],
): GroupedLists {
  if (named.length === 0) return { groups: [], lists: [] };
  let before = 0;
  const groups = named.map(({ name, papers }, index) => {
    const page = Math.floor(before / ROWS_A_PAGE) + 1;
    before += papers.length;
    return { name, papers, shared: path, address: `${listAddress(path, page)}#group-${index + 1}` };
  });
  const sections = named.map(({ name, papers }, index) => ({
    title: name,
    anchor: `group-${index + 1}`,
    papers,
  }));
  return { groups, lists: [{ kind, path, title, sections }] };
}

function groupOf({ title, path, sections }: PaperList): PaperGroup {
  return { name: title, papers: sections[0]?.papers ?? [], address: listAddress(path) };
}

/** A topic as a file may be called on any system. */
function toFileName(topic: string): string {
  return [...topic.replaceAll(/[\p{Cc}\p{Cf}\\/:*?"<>|#%.\s]+/gu, '-')].slice(0, 40).join('');
}

/** A path that no other list has, also where file names do not tell capitals apart. */
function findFreePath(path: string, taken: Set<string>): string {
  let free = path;
  for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${path}-${number}`;
  taken.add(free.toLowerCase());
  return free;
}

function pagePath(path: string, page: number): string {
  return page === 1 ? path : `${path}/${page}`;
}

function countRows({ sections }: PaperList): number {
  return sections.reduce((sum, { papers }) => sum + papers.length, 0);
}

/** The rows of one page, under the sections they stand in. */
function cutSections(sections: readonly ListSection[], start: number): ListSection[] {
  let before = 0;
  return sections.flatMap(({ papers, anchor, title }) => {
    const from = start - before;
    before += papers.length;
    const shown = papers.slice(Math.max(0, from), Math.max(0, from + ROWS_A_PAGE));
    if (shown.length === 0) return [];
    // An address belongs to the place where its section begins.
    const named = from <= 0 && anchor !== undefined ? { anchor } : {};
    return [{ papers: shown, ...named, ...(title !== undefined && { title }) }];
  });
}

/** In which order all papers are listed. */
export type Order = 'date' | 'title' | 'order';

/** A list of papers with an address of its own. */
export interface PaperList {
  kind: 'all' | 'topic' | 'year';
  /** Its address in `lists/`, without ending. */
  path: string;
  /** Of a list of all; the others have the newest first. */
  order?: Order;
  title: string;
  sections: readonly ListSection[];
}

/** Papers of a list under a heading, if it has several. */
export interface ListSection {
  title?: string;
  anchor?: string;
  papers: readonly Paper[];
}

/** A page of a list. */
export interface ListPage {
  list: PaperList;
  /** From 1. */
  page: number;
  pages: number;
  /** Its address in `lists/`, without ending. */
  path: string;
  sections: readonly ListSection[];
}

/** Papers of one topic or year, and where they are listed. */
export interface PaperGroup {
  name: string;
  papers: readonly Paper[];
  address: string;
  /** Path of the list it shares with others, if it does. */
  shared?: string;
}

/** All groups, and the lists they stand in. */
export interface GroupedLists {
  groups: readonly PaperGroup[];
  lists: readonly PaperList[];
}

/** The lists of a collection. */
export interface PaperLists {
  all: readonly PaperList[];
  topics: GroupedLists;
  years: GroupedLists;
}
