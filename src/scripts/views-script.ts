import { bundleScript } from './bundle-script.ts';
import { hashScript } from './hash-script.ts';
import { onceABuild } from './once-a-build.ts';

/**
 * The script of the search page that plain queries do not need: patterns, scopes and views. One classic
 * file, loaded by those who ask for them; browsers load no module from disk.
 */
export const getViewsScript = onceABuild(async () =>
  hashScript('views', await bundleScript('src/client/search-views.ts', 'searchViews')),
);
