import { createHash } from 'node:crypto';
import { getPapers } from '../papers/papers.ts';
import { describeSource } from '../search/build/describe-source.ts';
import { bundleScript } from './bundle-script.ts';

let latest: Promise<Script> | undefined;

/**
 * The script that marks search hits on a paper's page, as one classic file: few readers of a paper
 * come from a search, so it is loaded by those who do, and browsers load no module from disk.
 */
export function getArrivalScript(): Promise<Script> {
  if (!latest || !import.meta.env.PROD) latest = makeScript();
  return latest;
}

/** A script file of the site. */
export interface Script {
  fileName: string;
  text: string;
}

async function makeScript(): Promise<Script> {
  const { variants } = describeSource(await getPapers());
  const script = await bundleScript('src/client/arrival.ts', 'arrival');
  const text = `${script}arrival.arrive(${JSON.stringify(variants)});\n`;
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return { fileName: `arrival-${hash}.js`, text };
}
