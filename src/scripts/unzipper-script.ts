import { bundleScript } from './bundle-script.ts';
import { hashScript, type Script } from './hash-script.ts';

let latest: Promise<Script> | undefined;

/** The script that unzips the index in browsers that cannot themselves. */
export function getUnzipperScript(): Promise<Script> {
  latest ??= makeScript();
  return latest;
}

async function makeScript(): Promise<Script> {
  return hashScript('unzipper', await bundleScript('src/client/unzipper.ts', 'unzipper'));
}
