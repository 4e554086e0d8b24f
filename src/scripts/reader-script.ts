import { getModel } from '../model/published-model.ts';
import { bundleScript } from './bundle-script.ts';
import { hashScript, type Script } from './hash-script.ts';

let latest: Promise<Script> | undefined;

/**
 * The script of a paper's page that few readers need: it marks the hits for those who come from a
 * search, makes a citation for those who select text, and shows 同文 to those who ask. One classic
 * file, loaded by them alone; browsers load no module from disk.
 */
export function getReaderScript(): Promise<Script> {
  if (!latest || !import.meta.env.PROD) latest = makeScript();
  return latest;
}

async function makeScript(): Promise<Script> {
  const { variants } = getModel();
  const script = await bundleScript('src/client/reader.ts', 'reader');
  return hashScript('reader', `${script}reader.start(${JSON.stringify(variants)});\n`);
}
