import { renderLines } from '../../src/client/render-lines.ts';
import { renderNeighbours } from '../../src/client/render-neighbours.ts';
import { tellProgress } from '../../src/client/tell-progress.ts';
import { unzip } from '../../src/client/unzip.ts';
import type { ViewContext } from '../../src/client/view-context.ts';
import { arrangePapers } from '../../src/search/browser/answer-query.ts';
import { listLines } from '../../src/search/browser/concordance.ts';
import { findMatches, readMatches } from '../../src/search/browser/match-texts.ts';
import { openIndex } from '../../src/search/browser/open-index.ts';
import { SearchEngine } from '../../src/search/browser/search-engine.ts';
import type { SearchState } from '../../src/search/browser/search-state.ts';
import { parsePattern } from '../../src/text/parse-pattern.ts';

/*
 * What the search page does for patterns, scopes and continuations, but for drawing them; and the drawing
 * of lines by itself. Bundled for the browser by the bench.
 */
const opened = openIndex(async (path) => {
  const response = await fetch(`/${path}`);
  return unzip(new Uint8Array(await response.arrayBuffer()), '');
}, 'manifest.gz_json').then((texts) => ({ texts, engine: new SearchEngine(texts) }));

/** As on the page, which answers to its reader meanwhile. */
const waiting = () => ({ signal: undefined, onProgress: tellProgress() });

async function find(state: SearchState) {
  const { texts, engine } = await opened;
  const context = { texts, fold: engine.fold, ...waiting() };
  const found = await findMatches(parsePattern(state.query), state, context);
  return arrangePapers(found, texts.papers, state).shown;
}

async function makeContext(state: SearchState): Promise<ViewContext> {
  return {
    ...(await opened),
    state,
    signal: new AbortController().signal,
    isLarge: true,
    addressOf: (id, passage) => `${id}.html#${passage}`,
    home: '',
    tell: () => {},
    choose: () => {},
    undrawn: new Map(),
  };
}

Object.assign(globalThis, {
  async askView(state: SearchState) {
    const shown = await find(state);
    if (state.view === 'neighbours') {
      await renderNeighbours(parsePattern(state.query), shown, true, await makeContext(state));
      return;
    }
    for (const { groups } of await readMatches(shown.slice(0, 10), waiting())) {
      for (const group of groups.slice(0, 3)) listLines(group, group.matches, 0).next();
    }
  },
  async drawLines(query: string) {
    const state: SearchState = { query, view: 'kwic' };
    const found = await readMatches(await find(state), waiting());
    const lines = await renderLines(found, await makeContext(state));
    document.body.replaceChildren(...lines);
  },
});
