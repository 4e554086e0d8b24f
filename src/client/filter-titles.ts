import { paperAddress } from '../collection/addresses.ts';
import { readTitleList, type TitleList, type TitleRow } from '../collection/title-list.ts';
import { matchPinyin } from '../search/browser/match-pinyin.ts';
import { foldText } from '../text/fold.ts';
import { readVariants } from '../text/variants.ts';
import { createElement } from './create-element.ts';

/** As many rows as a page of the list has, until the reader asks for all. */
const FIRST_ROWS = 200;

/**
 * Filters the list on the page by what is typed, titles or their pinyin, and narrows and sorts it as the
 * address says: `?sort=title&year=2024&topic=行政法&find=xzf`. With nothing asked the list stays the one
 * that came with the page.
 *
 * @param variants As `readVariants` reads them.
 */
export function filterTitles(list: TitleList, variants: string): void {
  const root = new URL('..', (document.currentScript as HTMLScriptElement).src);
  const form = document.querySelector<HTMLFormElement>('[data-filter]');
  const rows = document.querySelector<HTMLElement>('[data-rows]');
  const input = form?.querySelector('input');
  const output = form?.querySelector('output');
  const more = document.querySelector<HTMLButtonElement>('[data-more]');
  if (!form || !rows || !input || !output || !more) return;
  const pages = document.querySelector<HTMLElement>('[data-pages]');
  const asked = new URLSearchParams(location.search);
  const [topics, years] = [form.dataset['topics'], form.dataset['years']].map(
    (names) => names && new Set<string>(JSON.parse(names)),
  );
  const forms = readVariants(variants);
  const fold = (text: string) => foldText(text, forms).text;
  const own = [...rows.childNodes];
  const ownCount = output.textContent;
  const all = readTitleList(list)
    .filter(({ topic, date }) => {
      const year = date.slice(0, 4);
      return (
        (!topics || topics.has(topic)) &&
        (!years || years.has(year)) &&
        (asked.get('topic') ?? topic) === topic &&
        (asked.get('year') ?? year) === year
      );
    })
    .map((row) => ({ ...row, folded: fold(`${row.title} ${row.distinction} ${row.date}`) }));
  sortRows(all, asked.get('sort') ?? form.dataset['sort'] ?? 'title');
  const isAsked = ['sort', 'topic', 'year'].some((name) => asked.has(name));

  let found: TitleRow[] = all;
  const draw = (count: number) => {
    rows.replaceChildren(...found.slice(0, count).map((row) => createRow(row, root)));
    more.hidden = found.length <= count;
    more.textContent = `再列出其余 ${found.length - count} 篇`;
  };
  const update = () => {
    const query = input.value.trim();
    const isOwn = query === '' && !isAsked;
    if (pages) pages.hidden = !isOwn;
    if (isOwn) {
      rows.replaceChildren(...own);
      output.textContent = ownCount;
      more.hidden = true;
      return;
    }
    const terms = query.split(/\s+/u).map(fold).filter(Boolean);
    found = all.filter(
      (row) =>
        terms.every((term) => row.folded.includes(term)) ||
        matchPinyin(query, [{ text: row.title, syllables: row.syllables }]).length > 0,
    );
    output.textContent =
      found.length > 0 ? `${found.length.toLocaleString('en')} 篇` : '没有这样的题名';
    draw(FIRST_ROWS);
  };
  more.addEventListener('click', () => {
    const next = rows.children.length;
    draw(found.length);
    rows.children[next]?.querySelector('a')?.focus();
  });
  input.addEventListener('input', () => {
    update();
    keepInAddress(input.value.trim());
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  input.value ||= asked.get('find') ?? '';
  markAsked(asked);
  update();
  // What was typed before the titles had come.
  if (input.value) keepInAddress(input.value.trim());
}

/** Titles come in their order, so that a browser need not know how Chinese is sorted. */
function sortRows(rows: TitleRow[], order: string): void {
  if (order === 'order') rows.sort((one, other) => one.position - other.position);
  if (order !== 'date') return;
  rows.sort(
    (one, other) =>
      Number(one.date < other.date) - Number(one.date > other.date) ||
      one.position - other.position,
  );
}

function createRow({ id, title, distinction, date, characters }: TitleRow, root: URL): HTMLElement {
  const link = createElement(
    'a',
    { href: new URL(paperAddress(id).slice(1), root).href },
    title,
    ...(distinction ? [createElement('span', { class: 'distinction' }, `〔${distinction}〕`)] : []),
  );
  return createElement(
    'li',
    {},
    link,
    ...(date ? [createElement('time', {}, date)] : []),
    createElement('small', {}, `${characters.toLocaleString('en')} 字`),
  );
}

/** Marks what the address asks for among the links that narrow and sort, and keeps the rest of it. */
function markAsked(asked: URLSearchParams): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-ask]')) {
    const name = link.dataset['ask'] ?? '';
    const value = new URL(link.href).searchParams.get(name);
    if ((asked.get(name) ?? null) === value) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
    const next = new URLSearchParams(asked);
    next.delete('find');
    if (value === null) next.delete(name);
    else next.set(name, value);
    const url = new URL(link.href);
    url.search = next.toString();
    link.href = url.href;
  }
  for (const shown of document.querySelectorAll('[data-asked]')) {
    const value = asked.get(shown.getAttribute('data-asked') ?? '');
    if (value !== null) shown.textContent = value || '未注';
  }
}

function keepInAddress(query: string): void {
  // From disk some browsers refuse an address that is not the file's.
  if (location.protocol === 'file:') return;
  const url = new URL(location.href);
  if (query) url.searchParams.set('find', query);
  else url.searchParams.delete('find');
  history.replaceState(history.state, '', url);
}
