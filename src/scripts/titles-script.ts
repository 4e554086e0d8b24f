import { packTitles } from '../model/pack-titles.ts';
import { getModel } from '../model/published-model.ts';
import { bundleScript } from './bundle-script.ts';
import { hashScript } from './hash-script.ts';
import { onceABuild } from './once-a-build.ts';

/**
 * The script that filters and sorts lists of papers, with all titles in it. A classic script, since a
 * browser loads no data from disk.
 */
export const getTitlesScript = onceABuild(async () => {
  const { papers, variants } = getModel();
  const script = await bundleScript('src/client/filter-titles.ts', 'titles');
  const [list, forms] = [packTitles(papers), variants].map((data) => JSON.stringify(data));
  return hashScript('titles', `${script}titles.filterTitles(${list},${forms});\n`);
});
