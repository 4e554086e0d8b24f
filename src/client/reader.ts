import { arrive } from './arrival.ts';
import { offerCitations } from './offer-citations.ts';

/**
 * Begins what a paper's page does for those who come from a search or select text.
 *
 * @param variants As `readVariants` reads them.
 */
export function start(variants: string): void {
  if (new URLSearchParams(location.search).has('q')) arrive(variants);
  offerCitations(variants);
}
