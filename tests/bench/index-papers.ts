import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { close, createIndex } from 'pagefind';
import { buildIndex } from '../../src/search/indexing/build-index.ts';
import { makeSearchSource } from './search-papers.ts';

/*
 * Run in a process of its own, so that time and memory are those of indexing alone:
 * `node index-papers.ts stock|ours <papers> <folder>`. Prints the seconds it took.
 */
const [kind, count, folder = ''] = process.argv.slice(2);
const source = await makeSearchSource(Number(count));
const start = performance.now();
if (kind === 'ours') {
  const papers = source.documents.map(({ passages, entries, ...paper }) => ({
    ...paper,
    digest: '',
    characters: passages.reduce((sum, { text }) => sum + text.length, 0),
    read: async () => ({ passages, entries }),
  }));
  await rename(
    join(folder, await buildIndex({ papers, variants: source.variants }, folder)),
    join(folder, 'manifest.gz_json'),
  );
} else {
  const { index } = await createIndex();
  for (const { id, title, passages } of source.documents) {
    const paragraphs = passages.map(({ text }) => `<p>${text}</p>`).join('');
    await index?.addHTMLFile({
      url: `/papers/${id}.html`,
      content: `<html lang="zh-CN"><body><h1>${title}</h1>${paragraphs}</body></html>`,
    });
  }
  await index?.writeFiles({ outputPath: folder });
  await close();
}
process.stdout.write(String((performance.now() - start) / 1000));
