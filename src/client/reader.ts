import { arrive } from './arrival.ts';
import { offerCitations } from './offer-citations.ts';
import { offerParallels } from './offer-parallels.ts';

/**
 * Begins what a paper's page does for those who come from a search, select text or
 * ask for 同文.
 *
 * @param variants As `readVariants` reads them.
 */
export function start(variants: string): void {
  if (new URLSearchParams(location.search).has('q')) arrive(variants);
  offerCitations(variants);
  offerParallels();
}
