import { createHash } from 'node:crypto';
import { getModel } from '../model/published-model.ts';
import { bundleScript } from './bundle-script.ts';

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

/** A script file of the site. */
export interface Script {
  fileName: string;
  text: string;
}

async function makeScript(): Promise<Script> {
  const { variants } = getModel();
  const script = await bundleScript('src/client/reader.ts', 'reader');
  const text = `${script}reader.start(${JSON.stringify(variants)});\n`;
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return { fileName: `reader-${hash}.js`, text };
}
