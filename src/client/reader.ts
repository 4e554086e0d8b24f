import { arrive } from './arrival.ts';
import { CopyingBar } from './copying-bar.ts';
import { offerCitations } from './offer-citations.ts';
import { offerLinks } from './offer-links.ts';
import { offerParallels } from './offer-parallels.ts';
import { readPageAddress } from './page-address.ts';

/**
 * Begins what a paper's page does for those who come from a search or a citation, select text, copy a
 * link or ask for 同文.
 *
 * @param variants As `readVariants` reads them.
 */
export function start(variants: string): void {
  const parameters = new URLSearchParams(location.search);
  if (parameters.has('q') || parameters.has('at')) arrive(variants);
  const bar = new CopyingBar();
  offerCitations(bar, readPageAddress);
  offerLinks(bar, readPageAddress);
  offerParallels();
}
