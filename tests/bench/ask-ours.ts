import { answerQuery } from '../../src/search/browser/answer-query.ts';
import { listHits } from '../../src/search/browser/concordance.ts';
import { openIndex } from '../../src/search/browser/open-index.ts';
import { SearchEngine } from '../../src/search/browser/search-engine.ts';

/*
 * What the search page does for a query, but for drawing it. Bundled for the browser by the bench.
 */
const opened = openIndex(async (path) => {
  const response = await fetch(`/${path}`);
  return new Uint8Array(await response.arrayBuffer());
}).then((texts) => ({ texts, engine: new SearchEngine(texts) }));

Object.assign(globalThis, {
  async ask(query: string) {
    const { texts, engine } = await opened;
    const { shown, terms } = await answerQuery({ query }, texts, engine);
    const papers = await Promise.all(shown.slice(0, 10).map(({ paper }) => texts.readPaper(paper)));
    for (const paper of papers) listHits(paper, terms, engine.fold);
    return shown.map(({ paper, body }) => [paper, body]);
  },
});
