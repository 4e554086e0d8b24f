import { showHits } from './show-hits.ts';

/**
 * Shows a reader who comes from the search page what they came for. The query and the hit are in the
 * address (`?q=作风&hit=2`).
 *
 * @param variants As `readVariants` reads them.
 */
export function arrive(variants: string): void {
  const bar = document.querySelector<HTMLElement>('[data-hits]');
  const body = document.querySelector('.prose');
  if (!bar || !body) return;
  const parameters = new URLSearchParams(location.search);
  const query = parameters.get('q') ?? '';
  const back = bar.querySelector('a');
  if (back) back.search = `?${new URLSearchParams({ q: query })}`;
  showHits(body, bar, { query, hit: Number(parameters.get('hit')), variants });
}
