import { unzip } from '../../src/client/unzip.ts';
import { answerQuery } from '../../src/search/browser/answer-query.ts';
import { openIndex } from '../../src/search/browser/open-index.ts';
import { readHits } from '../../src/search/browser/read-hits.ts';
import { SearchEngine } from '../../src/search/browser/search-engine.ts';

/*
 * What the search page does for a query, but for drawing it. Bundled for the browser by the bench.
 */
const opened = openIndex(async (path) => {
  const response = await fetch(`/${path}`);
  return unzip(new Uint8Array(await response.arrayBuffer()), '');
}, 'manifest.gz_json').then((texts) => ({ texts, engine: new SearchEngine(texts) }));

Object.assign(globalThis, {
  async ask(query: string) {
    const { texts, engine } = await opened;
    const { shown, terms } = await answerQuery({ query }, texts, engine);
    const lines = shown.slice(0, 10).map((found) => readHits(texts, found, terms, engine.fold));
    await Promise.all(lines.map((each) => each.next()));
    return shown.map(({ paper, body }) => [paper, body]);
  },
});
