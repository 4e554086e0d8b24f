import { bundleScript } from './bundle-script.ts';
import { hashScript, type Script } from './hash-script.ts';

let latest: Promise<Script> | undefined;

/**
 * The script of the search page that plain queries do not need: patterns, scopes and views. One classic
 * file, loaded by those who ask for them; browsers load no module from disk.
 */
export function getViewsScript(): Promise<Script> {
  if (!latest || !import.meta.env.PROD) latest = makeScript();
  return latest;
}

async function makeScript(): Promise<Script> {
  return hashScript('views', await bundleScript('src/client/search-views.ts', 'searchViews'));
}
