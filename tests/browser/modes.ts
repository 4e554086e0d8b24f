import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from './fixtures.ts';

/** The ways a reader may have set the site. */
export const MODES = ['light', 'dark', '长辈'] as const;

/** Of what is tried in several modes and sizes, all but one: `npm run test:all` tries them too. */
export const THOROUGH = '@thorough';

/** Tags of a test that is tried in each mode. */
export function tagMode(mode: (typeof MODES)[number]): string[] {
  return mode === 'light' ? [] : [THOROUGH];
}

/** Sets the mode of the pages that are opened from now on. */
export async function setMode(page: Page, mode: (typeof MODES)[number]): Promise<void> {
  await page.emulateMedia({ colorScheme: mode === 'dark' ? 'dark' : 'light' });
  if (mode === '长辈') {
    await page.addInitScript(() => localStorage.setItem('reading', '{"elder":"on"}'));
  }
}

/** What axe finds on the page as it stands: rule and first element of each. */
export async function findViolations(page: Page): Promise<string[]> {
  // Preloading asks for the stylesheets once more, which a browser refuses to a page from disk.
  const { violations } = await new AxeBuilder({ page }).options({ preload: false }).analyze();
  return violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.html}`);
}
