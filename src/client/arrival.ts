import { findTerms } from '../search/browser/concordance.ts';
import { foldText } from '../text/fold.ts';
import { parseQuery } from '../text/parse-query.ts';
import { collectPassages, type TreeReader } from '../text/passages.ts';
import { readVariants } from '../text/variants.ts';

/**
 * Shows a reader who comes from the search page what they came for: marks the query's hits in the
 * paper, brings the chosen one into sight, and lets them step from hit to hit. The query and the
 * hit are in the address (`?q=作风&hit=2`).
 *
 * Marks are painted (CSS Custom Highlight API), so the text stays as it is; a browser that cannot
 * paint still steps.
 *
 * @param variants As `readVariants` reads them.
 */
export function arrive(variants: string): void {
  const parameters = new URLSearchParams(location.search);
  const query = parameters.get('q') ?? '';
  const bar = document.querySelector<HTMLElement>('[data-hits]');
  const body = document.querySelector('.prose');
  if (!bar || !body) return;
  const ranges = findRanges(body, query, variants);
  if (ranges.length === 0) return;

  const isPainter = typeof Highlight !== 'undefined' && 'highlights' in CSS;
  if (isPainter) CSS.highlights.set('hits', new Highlight(...ranges));
  let current = -1;
  const output = bar.querySelector('output');
  const stepTo = (next: number) => {
    current = (next + ranges.length) % ranges.length;
    const range = ranges[current];
    if (!range) return;
    if (isPainter) CSS.highlights.set('current-hit', new Highlight(range));
    if (output) output.value = `${current + 1}／${ranges.length} 处`;
    const { top, bottom } = range.getBoundingClientRect();
    scrollBy({ top: (top + bottom - innerHeight) / 2, behavior: 'instant' });
  };

  const close = () => {
    bar.hidden = true;
    if (isPainter) CSS.highlights.clear();
    history.replaceState(null, '', `${location.pathname}${location.hash}`);
  };
  const back = bar.querySelector<HTMLAnchorElement>('a');
  if (back) {
    back.textContent = query.length > 12 ? `${query.slice(0, 12)}……` : query;
    back.search = `?${new URLSearchParams({ q: query })}`;
  }
  bar.querySelector('[data-previous]')?.addEventListener('click', () => stepTo(current - 1));
  bar.querySelector('[data-next]')?.addEventListener('click', () => stepTo(current + 1));
  bar.querySelector('[data-close]')?.addEventListener('click', close);
  bar.hidden = false;

  const asked = Number(parameters.get('hit'));
  const first = asked > 0 && asked <= ranges.length ? asked - 1 : 0;
  stepTo(first);
  // A font that comes late moves the text.
  document.fonts?.ready.then(() => {
    if (current === first) stepTo(first);
  });
}

function findRanges(body: Element, query: string, variantPairs: string): Range[] {
  const variants = readVariants(variantPairs);
  const fold = (text: string) => foldText(text, variants);
  const passages = collectPassages<Node>(body, domReader);
  const terms = new Set<string>();
  for (const { text, unquoted } of parseQuery(query)) {
    const term = fold(text).text;
    const inside = fold(unquoted ?? '').text;
    const isHere = passages.some((passage) => findTerms(passage.text, [term], fold).length > 0);
    terms.add(isHere || !inside ? term : inside);
  }
  terms.delete('');
  return passages.flatMap((passage) =>
    findTerms(passage.text, [...terms], fold).map(({ start, end }) => {
      const range = document.createRange();
      for (const { node, start: from } of passage.nodes) {
        const length = node.nodeValue?.length ?? 0;
        if (from <= start && start < from + length) range.setStart(node, start - from);
        if (from < end && end <= from + length) range.setEnd(node, end - from);
      }
      return range;
    }),
  );
}

const domReader: TreeReader<Node> = {
  text: (node) => (node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? '') : undefined),
  element: (node) =>
    node instanceof Element
      ? {
          tagName: node.localName,
          id: node.id,
          isEditorial: node.hasAttribute('data-editorial'),
        }
      : undefined,
  children: (node) => node.childNodes,
};
