import { bundleScript } from './bundle-script.ts';
import { hashScript } from './hash-script.ts';
import { onceABuild } from './once-a-build.ts';

/** The script that unzips the index in browsers that cannot themselves. */
export const getUnzipperScript = onceABuild(async () =>
  hashScript('unzipper', await bundleScript('src/client/unzipper.ts', 'unzipper')),
);
