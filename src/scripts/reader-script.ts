import { getModel } from '../model/published-model.ts';
import { bundleScript } from './bundle-script.ts';
import { hashScript } from './hash-script.ts';
import { onceABuild } from './once-a-build.ts';

/**
 * The script of a paper's page that few readers need: it marks the hits for those who come from a
 * search, makes a citation for those who select text, and shows 同文 to those who ask. One classic
 * file, loaded by them alone; browsers load no module from disk.
 */
export const getReaderScript = onceABuild(async () => {
  const { variants } = getModel();
  const script = await bundleScript('src/client/reader.ts', 'reader');
  return hashScript('reader', `${script}reader.start(${JSON.stringify(variants)});\n`);
});
